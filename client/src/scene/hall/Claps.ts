// Applause over the rows: of everybody together, so a few signs rise from among whoever sits there. Pure: what is drawn where at a moment.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';

/** More at once hide the people they come from. */
const MOST = 40;
const MOST_AT_ONCE = 10;
const RISE_MS = 1500;
const LATE_MS = 420;
const RISE_PX = 26;
const SWAY_PX = 3;

interface Clap {
  reaction: Reaction;
  x: number;
  y: number;
  fromMs: number;
}

export interface ShownClap {
  reaction: Reaction;
  x: number;
  y: number;
  alpha: number;
}

/** Few for a few, not many for many. */
export const signsFor = (n: number): number => Math.min(MOST_AT_ONCE, Math.ceil(1.7 * Math.sqrt(n)));

export class Claps {
  readonly #random: () => number;
  #claps: Clap[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  get any(): boolean {
    return this.#claps.length > 0;
  }

  /** @param heads of whoever listens, px of the map; without any they rise from anywhere in the rows */
  add(applause: Partial<Record<Reaction, number>>, heads: readonly Point[], rows: Rect, nowMs: number): void {
    for (const reaction of REACTIONS)
      for (let i = signsFor(applause[reaction] ?? 0); i > 0 && this.#claps.length < MOST; i--)
        this.#claps.push({ reaction, ...this.#place(heads, rows), fromMs: nowMs + this.#random() * LATE_MS });
  }

  #place(heads: readonly Point[], { x, y, width, height }: Rect): Point {
    const head = heads[Math.floor(this.#random() * heads.length)];
    return head ?? { x: x + this.#random() * width, y: y + this.#random() * height };
  }

  at(nowMs: number): ShownClap[] {
    this.#claps = this.#claps.filter(({ fromMs }) => nowMs - fromMs < RISE_MS);
    return this.#claps.flatMap(({ reaction, x, y, fromMs }) => {
      const share = (nowMs - fromMs) / RISE_MS;
      if (share < 0) return [];
      const rise = RISE_PX * (1 - (1 - share) ** 2);
      const sway = Math.round(SWAY_PX * Math.sin(share * 7 + x));
      return [{ reaction, x: x + sway, y: y - rise, alpha: Math.min(1, share * 8, (1 - share) * 2.5) }];
    });
  }

  clear(): void {
    this.#claps = [];
  }
}
