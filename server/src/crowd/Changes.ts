// What changed since one flush round, encoded once, and the messages cut from it: one for each different view.
import type { CellView } from '@comptoir/shared/protocol/walks';
import type { Cells, Encoding } from './Cells.ts';
import { crowdMessage } from './crowdMessage.ts';

interface Cut {
  /** Does something change that should not wait? */
  isUrgent: boolean;
  cellBytes: number;
  message?: Buffer;
}

/** Cells are numbered to 63 each way (512 tiles), so six bits an edge are enough. */
const keyOf = (view: CellView): number => view.left | (view.top << 6) | (view.right << 12) | (view.bottom << 18);

/** From four cells across, the middle ones alone fill most of a screen. */
const WIDE_CELLS = 3;

export class Changes {
  since = -1;
  readonly #columns: number;
  readonly #rows: number;
  readonly #encoding: Encoding;
  #cuts = new Map<number, Cut>();

  constructor({ count }: Cells) {
    this.#columns = count.columns;
    this.#rows = count.rows;
    const entries = count.columns * count.rows + 1;
    this.#encoding = { bytes: Buffer.allocUnsafeSlow(8192), offsets: new Int32Array(entries), surprises: new Int32Array(entries) };
  }

  /** Holds the changes after round `since` from now on. */
  encode(cells: Cells, since: number): void {
    this.since = since;
    // not cleared: V8 chains a cleared table to its successor, and one that has grown old keeps all that come after it from the young collections
    this.#cuts = new Map();
    cells.encodeSince(since, this.#encoding);
  }

  /**
   * The message for everybody with this view; undefined when nothing changed in it; 'canWait' when all that changed was foreseen
   * (a step from cell to cell) or is in its outermost cells, which a screen shows in part at most.
   * @param mayWait false: whatever changed is sent
   */
  messageFor(view: CellView, nowTick: number, mayWait: boolean): Buffer | undefined | 'canWait' {
    const key = keyOf(view);
    let cut = this.#cuts.get(key);
    if (!cut) {
      const { offsets, surprises } = this.#encoding;
      const cellBytes = this.#sumIn(view, offsets);
      cut = { cellBytes, isUrgent: cellBytes > 0 && this.#sumIn(this.#innerOf(view), surprises) > 0 };
      this.#cuts.set(key, cut);
    }
    if (cut.cellBytes === 0) return undefined;
    if (mayWait && !cut.isUrgent) return 'canWait';
    if (!cut.message) {
      const { bytes, at } = crowdMessage(cut.cellBytes, nowTick);
      this.copyInto(bytes, at, view);
      cut.message = bytes;
    }
    return cut.message;
  }

  bytesIn(view: CellView): number {
    return this.#sumIn(view, this.#encoding.offsets);
  }

  /** `sums` counts what is before each cell. */
  #sumIn(view: CellView, sums: Int32Array): number {
    let sum = 0;
    for (let row = view.top; row <= view.bottom; row++)
      sum += (sums[row * this.#columns + view.right + 1] ?? 0) - (sums[row * this.#columns + view.left] ?? 0);
    return sum;
  }

  copyInto(target: Buffer, at: number, view: CellView): void {
    const { bytes, offsets } = this.#encoding;
    let o = at;
    for (let row = view.top; row <= view.bottom; row++)
      o += bytes.copy(target, o, offsets[row * this.#columns + view.left], offsets[row * this.#columns + view.right + 1]);
  }

  /** Without the outermost cells; all of a narrow view, and at the edge of the map, where the screen ends too. */
  #innerOf(view: CellView): CellView {
    const { left, top, right, bottom } = view;
    const isWide = right - left >= WIDE_CELLS;
    const isHigh = bottom - top >= WIDE_CELLS;
    return {
      left: isWide && left > 0 ? left + 1 : left,
      top: isHigh && top > 0 ? top + 1 : top,
      right: isWide && right < this.#columns - 1 ? right - 1 : right,
      bottom: isHigh && bottom < this.#rows - 1 ? bottom - 1 : bottom,
    };
  }
}
