// Written words, the rules: how fast one may say them, what is kept of them and for how long, who reads what was said before.
import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';

/** How many lines somebody may say now. */
export interface Breath {
  lines: number;
  atMs: number;
}

/** So many at once, and so many a minute. */
export interface Pace {
  atOnce: number;
  perMinute: number;
}

const OF_LINES: Pace = { atOnce: tuning.linesAtOnce, perMinute: tuning.linesPerMinute };
const msPerLine = ({ perMinute }: Pace): number => 60_000 / perMinute;

export const fullBreath = (nowMs: number, { atOnce }: Pace = OF_LINES): Breath => ({ lines: atOnce, atMs: nowMs });

/** W3: takes one line's breath; undefined when there is none left. */
export function breathe(breath: Breath, nowMs: number, pace: Pace = OF_LINES): Breath | undefined {
  const back = Math.max(0, nowMs - breath.atMs) / msPerLine(pace);
  const lines = Math.min(pace.atOnce, breath.lines + back);
  return lines < 1 ? undefined : { lines: lines - 1, atMs: nowMs };
}

/** Nothing is lost by forgetting it. */
export const isRested = ({ lines, atMs }: Breath, nowMs: number, pace: Pace = OF_LINES): boolean =>
  lines + (nowMs - atMs) / msPerLine(pace) >= pace.atOnce;

/** Above so many remembered breaths the rested ones are forgotten. */
const BREATHS_KEPT = 1000;

/** The breath of everybody who does something at this pace. */
export class Breaths {
  readonly #pace: Pace;
  readonly #breaths = new Map<string, Breath>();

  constructor(pace: Pace = OF_LINES) {
    this.#pace = pace;
  }

  /** @returns false: they have to wait */
  take(personId: string, nowMs: number): boolean {
    const left = breathe(this.#breaths.get(personId) ?? fullBreath(nowMs, this.#pace), nowMs, this.#pace);
    if (!left) return false;
    if (this.#breaths.size >= BREATHS_KEPT)
      for (const [other, breath] of this.#breaths) if (isRested(breath, nowMs, this.#pace)) this.#breaths.delete(other);
    this.#breaths.set(personId, left);
    return true;
  }
}

/** A line and those who may read it again. */
export interface KeptLine {
  line: Line;
  /** Absent: everybody here. */
  readers?: ReadonlySet<string>;
}

/** Adds a line; the oldest make place, sooner when lines are long. */
export function keepLine(kept: KeptLine[], added: KeptLine, most: number): void {
  kept.push(added);
  let from = Math.max(0, kept.length - most);
  for (let characters = charactersIn(kept.slice(from)); characters > tuning.keptCharacters; from++)
    characters -= kept[from]?.line.text.length ?? 0;
  kept.splice(0, from);
}

/** Takes lines out, in place. */
export function dropLines(kept: KeptLine[], isToGo: (line: Line) => boolean): void {
  for (const gone of kept.filter(({ line }) => isToGo(line))) kept.splice(kept.indexOf(gone), 1);
}

/** W4: what of it this person may read. */
export const linesFor = (kept: readonly KeptLine[], personId: string): Line[] =>
  kept.filter(({ readers }) => !readers || readers.has(personId)).map(({ line }) => line);

const charactersIn = (kept: readonly KeptLine[]): number => kept.reduce((sum, { line }) => sum + line.text.length, 0);
