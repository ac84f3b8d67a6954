import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONVERSATION_STATES, RING_ROLES, type Ring } from '../conversation.ts';
import type { Direction } from '../movement.ts';
import { GAITS } from '../movement.ts';
import type { AvatarRecord, CellBlock, FrameSink } from './walks.ts';
import {
  blockBytes,
  CELL_UNITS,
  cellCountOf,
  cellOf,
  clampView,
  decodeFrame,
  decodeRenewal,
  decodeSegment,
  decodeView,
  encodeRenewal,
  encodeSegment,
  encodeView,
  FRAME_HEAD_BYTES,
  writeCellBlock,
  writeFrameHead,
} from './walks.ts';

const COLUMNS = 25;
const u16 = fc.integer({ min: 0, max: 0xffff });
const i32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const direction = fc.integer({ min: 0, max: 7 }) as fc.Arbitrary<Direction>;
const segment = fc.record({
  seq: u16,
  startTick: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  x: i32,
  y: i32,
  direction,
  gait: fc.constantFrom(...GAITS),
});

const ring = fc.record<Ring>({
  number: fc.integer({ min: 1, max: 0xffff }),
  state: fc.constantFrom(...CONVERSATION_STATES),
  role: fc.constantFrom(...RING_ROLES),
  room: fc.boolean(),
  walking: fc.boolean(),
});

const recordIn = (cell: number): fc.Arbitrary<AvatarRecord> =>
  fc.record({
    avatarNumber: u16,
    x: fc.integer({ min: 0, max: CELL_UNITS - 1 }).map((x) => (cell % COLUMNS) * CELL_UNITS + x),
    y: fc.integer({ min: 0, max: CELL_UNITS - 1 }).map((y) => Math.floor(cell / COLUMNS) * CELL_UNITS + y),
    direction,
    gait: fc.constantFrom(...GAITS),
    seated: fc.boolean(),
    cup: fc.boolean(),
    ring: fc.option(ring, { nil: undefined }),
  });
const block: fc.Arbitrary<CellBlock> = fc.integer({ min: 0, max: 25 * 15 - 1 }).chain((cell) =>
  fc.record({
    cell: fc.constant(cell),
    restarts: fc.boolean(),
    left: fc.array(u16, { maxLength: 200 }),
    emotes: fc.array(fc.record({ avatarNumber: u16, emote: fc.integer({ min: 0, max: 255 }) }), { maxLength: 20 }),
    records: fc.array(recordIn(cell), { maxLength: 300 }),
  }),
);

class Heard implements FrameSink {
  tick = -1;
  blocks: { cell: number; restarts: boolean; left: number[]; records: AvatarRecord[] }[] = [];
  emotes: { avatarNumber: number; emote: number }[] = [];

  begins(tick: number): void {
    this.tick = tick;
  }
  cellRestarts(cell: number): void {
    this.#in(cell).restarts = true;
  }
  left(avatarNumber: number, cell: number): void {
    this.#in(cell).left.push(avatarNumber);
  }
  record(record: AvatarRecord, cell: number): void {
    this.#in(cell).records.push(record);
  }
  emote(avatarNumber: number, emote: number): void {
    this.emotes.push({ avatarNumber, emote });
  }
  #in(cell: number) {
    const known = this.blocks.find((b) => b.cell === cell);
    if (known) return known;
    const fresh = { cell, restarts: false, left: [], records: [] };
    this.blocks.push(fresh);
    return fresh;
  }
}

function encodeFrame(tick: number, blocks: readonly CellBlock[]): Uint8Array {
  const bytes = new Uint8Array(FRAME_HEAD_BYTES + blocks.reduce((sum, b) => sum + blockBytes(b), 0));
  let at = writeFrameHead(bytes, 0, tick);
  for (const b of blocks) at = writeCellBlock(bytes, at, b);
  return bytes.subarray(0, at);
}

describe('what goes up', () => {
  test('[M4] a segment arrives as it was sent', () => {
    fc.assert(fc.property(segment, (sent) => void expect(decodeSegment(encodeSegment(sent))).toEqual(sent)));
  });

  test('[M4] a renewal and a view arrive as they were sent', () => {
    fc.assert(fc.property(u16, (seq) => void expect(decodeRenewal(encodeRenewal(seq))).toBe(seq)));
    const edge = fc.integer({ min: 0, max: 63 });
    fc.assert(
      fc.property(edge, edge, edge, edge, (left, top, right, bottom) => {
        const view = clampView({ left, top, right, bottom }, cellCountOf(512, 512));
        expect(decodeView(encodeView(view))).toEqual(view);
      }),
    );
  });

  test('[M5] bytes of any kind are a message or undefined, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeSegment(bytes);
        if (decoded) expect(encodeSegment(decoded)).toEqual(bytes);
        const view = decodeView(bytes);
        if (view) expect(encodeView(view)).toEqual(bytes);
        const seq = decodeRenewal(bytes);
        if (seq !== undefined) expect(encodeRenewal(seq)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
    expect(decodeSegment(new Uint8Array(15).fill(255))).toBeUndefined();
    expect(decodeView(Uint8Array.of(3, 0, 2, 0))).toBeUndefined();
  });
});

describe('frames', () => {
  test('[M8] a frame tells exactly what was written, positions to the world unit', () => {
    const blocks = fc.uniqueArray(block, { maxLength: 12, selector: (b) => b.cell });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), blocks, (tick, written) => {
        const heard = new Heard();
        expect(decodeFrame(encodeFrame(tick, written), COLUMNS, heard)).toBe(true);
        expect(heard.tick).toBe(tick);
        const spoken = written.filter((b) => b.restarts || b.left.length > 0 || b.records.length > 0);
        expect(heard.blocks).toEqual(spoken.map(({ cell, restarts, left, records }) => ({ cell, restarts, left, records })));
        expect(heard.emotes).toEqual(written.flatMap((b) => b.emotes));
      }),
    );
  });

  test('[M8] one changed avatar costs nine bytes, each further one in the cell six', () => {
    const one: AvatarRecord = { avatarNumber: 7, x: 100, y: 200, direction: 0, gait: 'walk', seated: false, cup: false, ring: undefined };
    const base = { cell: 0, restarts: false, left: [], emotes: [] };
    expect(encodeFrame(1, [{ ...base, records: [one] }]).length).toBe(FRAME_HEAD_BYTES + 9);
    expect(encodeFrame(1, [{ ...base, records: [one, one, one] }]).length).toBe(FRAME_HEAD_BYTES + 21);
  });

  test('[M8] cut and random frames are refused, never an exception', () => {
    fc.assert(
      fc.property(block, fc.nat(), (written, at) => {
        const whole = encodeFrame(9, [written]);
        const cut = whole.subarray(0, Math.max(1, at % whole.length));
        if (cut.length !== FRAME_HEAD_BYTES) expect(decodeFrame(cut, COLUMNS, new Heard())).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        (bytes) => void expect(typeof decodeFrame(bytes, COLUMNS, new Heard())).toBe('boolean'),
      ),
      { numRuns: 2000 },
    );
  });
});

describe('cells', () => {
  test('[M8] every position of the map is in one of its cells', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 512 }), fc.integer({ min: 1, max: 512 }), fc.nat(), fc.nat(), (width, height, a, b) => {
        const cells = cellCountOf(width, height);
        const cell = cellOf(a % (width * 512), b % (height * 512), cells.columns);
        expect(cell).toBeGreaterThanOrEqual(0);
        expect(cell).toBeLessThan(cells.columns * cells.rows);
      }),
    );
  });

  test('[M8] a view is brought inside the map and never grows beyond the limit', () => {
    const edge = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(edge, edge, edge, edge, (left, top, right, bottom) => {
        const cells = { columns: 25, rows: 15 };
        const view = clampView({ left, top, right, bottom }, cells);
        expect(view.left).toBeLessThanOrEqual(view.right);
        expect(view.top).toBeLessThanOrEqual(view.bottom);
        expect(view.right).toBeLessThan(cells.columns);
        expect(view.bottom).toBeLessThan(cells.rows);
        expect(view.right - view.left).toBeLessThan(13);
        expect(clampView(view, cells)).toEqual(view);
      }),
    );
  });
});
