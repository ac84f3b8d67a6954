// Who stands near a point: a grid of square cells, filled anew at each forming of bubbles.
import { type Point, toUnits } from '@comptoir/shared/geometry';
import { tuning } from '@comptoir/shared/tuning';
import type { Talker } from './Talks.ts';

/** As wide as the reach of joining: whoever is in reach is in one of nine cells. */
const CELL = toUnits(tuning.joinPx);

export class Nearby {
  #columns = 0;
  #rows = 0;
  /** The last entry of each cell, and for each entry the one before it in its cell; -1: none. */
  #heads = new Int32Array(0);
  #before = new Int32Array(0);
  #entries: Talker[] = [];

  /** Forgets everybody. Size in world units. */
  clear(width: number, height: number): void {
    this.#columns = Math.ceil(width / CELL);
    this.#rows = Math.ceil(height / CELL);
    const cells = this.#columns * this.#rows;
    if (this.#heads.length !== cells) this.#heads = new Int32Array(cells);
    this.#heads.fill(-1);
    this.#entries.length = 0;
  }

  add(entry: Talker): void {
    const cell = this.#cellOf(entry.occupant.walker);
    const index = this.#entries.push(entry) - 1;
    if (index >= this.#before.length) {
      const more = new Int32Array(Math.max(256, 2 * this.#before.length));
      more.set(this.#before);
      this.#before = more;
    }
    this.#before[index] = this.#heads[cell] ?? -1;
    this.#heads[cell] = index;
  }

  /** Calls back for everybody within `reach` of a point (world units), in no order. */
  each(at: Point, reach: number, found: (entry: Talker, distance: number) => void): void {
    const left = Math.max(0, Math.floor((at.x - reach) / CELL));
    const right = Math.min(this.#columns - 1, Math.floor((at.x + reach) / CELL));
    const top = Math.max(0, Math.floor((at.y - reach) / CELL));
    const bottom = Math.min(this.#rows - 1, Math.floor((at.y + reach) / CELL));
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        for (let i = this.#heads[y * this.#columns + x] ?? -1; i >= 0; i = this.#before[i] ?? -1) {
          const entry = this.#entries[i];
          if (!entry) continue;
          const { x: theirX, y: theirY } = entry.occupant.walker;
          const distance = Math.hypot(theirX - at.x, theirY - at.y);
          if (distance <= reach) found(entry, distance);
        }
      }
  }

  #cellOf({ x, y }: Point): number {
    const column = Math.min(this.#columns - 1, Math.max(0, Math.floor(x / CELL)));
    const row = Math.min(this.#rows - 1, Math.max(0, Math.floor(y / CELL)));
    return row * this.#columns + column;
  }
}
