// A bot's own copy of its avatar, walked by the shared rule as a browser does; reports segments, renewals and its view.
import { clamp, type Point, TILE_PX, toPx } from '@comptoir/shared/geometry';
import type { Direction, Gait, WalkGrid } from '@comptoir/shared/movement';
import { step } from '@comptoir/shared/movement';
import { cellCountOf, clampView, encodeRenewal, encodeSegment, encodeView, WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';

/** What a bot's screen shows: most laptops' window, in px of the map. */
const SCREEN = { width: 1280, height: 768 };
const RENEW_TICKS = tuning.renewMs / tuning.tickMs;

export interface Upward {
  sendBytes(type: number, bytes: Uint8Array): void;
}

export class Body {
  readonly at: Point;
  direction: Direction = 2;
  gait: Gait = 'still';
  /** x, y are true at this tick. */
  tick: number;
  readonly #grid: WalkGrid;
  readonly #upward: Upward;
  #seq = 0;
  #renewTick = 0;
  #seenLeft = -1;
  #seenTop = -1;

  constructor(at: Point, tick: number, grid: WalkGrid, upward: Upward) {
    this.at = { x: at.x, y: at.y };
    this.tick = tick;
    this.#grid = grid;
    this.#upward = upward;
    this.look();
  }

  /** Walks up to `nowTick`. */
  advance(nowTick: number): void {
    if (this.gait === 'still') {
      this.tick = Math.max(this.tick, nowTick);
      return;
    }
    for (; this.tick < nowTick; this.tick++) step(this.at, this, this.#grid);
    if (this.tick >= this.#renewTick) {
      this.#renewTick = this.tick + RENEW_TICKS;
      this.#upward.sendBytes(WIRE.renew, encodeRenewal(this.#seq));
    }
    this.look();
  }

  /** A new intent from this tick on. */
  turn(direction: Direction, gait: Gait): void {
    this.direction = direction;
    this.gait = gait;
    this.#seq = (this.#seq + 1) & 0xffff;
    this.#renewTick = this.tick + RENEW_TICKS;
    this.#upward.sendBytes(WIRE.walk, encodeSegment({ seq: this.#seq, startTick: this.tick, ...this.at, direction, gait }));
  }

  /** Would a step of the intent go anywhere? */
  isBlocked(): boolean {
    return this.gait !== 'still' && !step({ ...this.at }, this, this.#grid);
  }

  putBack(at: Point): void {
    this.at.x = at.x;
    this.at.y = at.y;
    this.gait = 'still';
  }

  /** Tells the server which cells the screen shows, when they have changed; `centre` in world units. */
  look(centre: Point = this.at): void {
    const { width, height } = this.#grid;
    const left = cellAtEdge(toPx(centre.x), SCREEN.width, width * TILE_PX);
    const top = cellAtEdge(toPx(centre.y), SCREEN.height, height * TILE_PX);
    if (left === this.#seenLeft && top === this.#seenTop) return;
    this.#seenLeft = left;
    this.#seenTop = top;
    const right = left + Math.ceil(SCREEN.width / tuning.cellPx);
    const bottom = top + Math.ceil(SCREEN.height / tuning.cellPx);
    this.#upward.sendBytes(WIRE.view, encodeView(clampView({ left, top, right, bottom }, cellCountOf(width, height))));
  }
}

/** The first cell that a screen shows whose middle is at `centrePx`, kept inside the map as the camera is. */
function cellAtEdge(centrePx: number, screenPx: number, mapPx: number): number {
  return Math.floor(clamp(centrePx - screenPx / 2, 0, Math.max(0, mapPx - screenPx)) / tuning.cellPx);
}
