// A line that others see while it is drawn: it stands on the board with its first points, grows by what is new, and is whole when the pen is lifted.
import * as Y from 'yjs';
import { type Ink, type Stroke, strokeOf } from './boardPieces.ts';

/** How often it grows: seen as a moving pen, and far from what a person may send in a second. */
const GROW_MS = 100;

interface Point {
  x: number;
  y: number;
}

const shared = ({ kind, ink, size, points }: Stroke): Y.Map<unknown> =>
  new Y.Map<unknown>(Object.entries({ kind, ink, size, points: Y.Array.from(points) }));

/** What stands in the shared list as a plain value, to be judged; a line that grows is a map with a list of numbers. */
export function plainOf(value: unknown): unknown {
  if (!(value instanceof Y.Map)) return value;
  const points: unknown = value.get('points');
  return {
    kind: value.get('kind'),
    ink: value.get('ink'),
    size: value.get('size'),
    points: points instanceof Y.Array ? points.toArray() : undefined,
  };
}

/** The members of the list in which something changed. */
export function changedIn(list: Y.Array<unknown>, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): object[] {
  return events.flatMap(({ target }) => {
    let member: Y.AbstractType<unknown> | null = target;
    while (member && member.parent !== list) member = member.parent;
    return member ?? [];
  });
}

export class LiveStroke {
  readonly #list: Y.Array<unknown>;
  readonly #undo: Y.UndoManager;
  readonly #ink: Ink;
  readonly #size: number;
  readonly #path: Point[] = [];
  #value: Y.Map<unknown> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param undo takes the whole line back at once; tracks the origin 'board' */
  constructor(list: Y.Array<unknown>, undo: Y.UndoManager, ink: Ink, size: number) {
    this.#list = list;
    this.#undo = undo;
    this.#ink = ink;
    this.#size = size;
    undo.stopCapturing();
    undo.captureTimeout = Number.POSITIVE_INFINITY;
  }

  /** What of it stands in the list already. */
  get value(): unknown {
    return this.#value;
  }

  add(points: readonly Point[]): void {
    this.#path.push(...points);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#grow();
    }, GROW_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#grow();
    this.#undo.captureTimeout = 0;
  }

  #grow(): void {
    const stroke = strokeOf(this.#ink, this.#size, this.#path);
    this.#list.doc?.transact(() => {
      const points = this.#value?.get('points');
      if (points instanceof Y.Array) {
        // what was there before is the beginning of what is there now
        const news = stroke.points.slice(points.length);
        if (news.length > 0) points.push(news);
        return;
      }
      // the first time, and when somebody cleared the board meanwhile: nothing of what I draw is lost
      this.#value = shared(stroke);
      this.#list.push([this.#value]);
    }, 'board');
  }
}
