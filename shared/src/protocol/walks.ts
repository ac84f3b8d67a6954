// Binary codec of walking: segments, renewals and views going up, per-viewport crowd frames coming down. Little-endian.
import { decodeRing, encodeRingLook, type Ring } from '../conversation.ts';
import { clamp, TILE_PX, toUnits } from '../geometry.ts';
import type { Direction, Gait } from '../movement.ts';
import { GAITS } from '../movement.ts';
import { tuning } from '../tuning.ts';
import { Reader } from './Reader.ts';

/** Byte message types (ROOM_DATA_BYTES). Up: walk, renew, view. Down: frame, digest (digests.ts). Both ways: note (notes.ts). */
export const WIRE = { walk: 1, renew: 2, view: 3, frame: 4, digest: 5, note: 6 } as const;

/** Up: one straight piece of walking, or a stop (gait still). x, y are world units at startTick. */
export interface Segment {
  seq: number;
  startTick: number;
  x: number;
  y: number;
  direction: Direction;
  gait: Gait;
}

/** Up: the cells a client wants to see, edges included. */
export interface CellView {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Down: one avatar as everybody sees it, at the tick of its frame. x, y are exact world units. */
export interface AvatarRecord {
  avatarNumber: number;
  x: number;
  y: number;
  direction: Direction;
  gait: Gait;
  seated: boolean;
  cup: boolean;
  /** The conversation as it is drawn around the feet; undefined: in none. */
  ring: Ring | undefined;
}

/** Down: what changed in one cell. `emote` is an index into EMOTES. */
export interface CellBlock {
  cell: number;
  /** All that was known in this cell is void: only the records of this block are there. */
  restarts: boolean;
  left: readonly number[];
  emotes: readonly { avatarNumber: number; emote: number }[];
  records: readonly Readonly<AvatarRecord>[];
}

/**
 * Receives what a frame holds, in order. An avatar that crosses from cell to cell is `left` in the old one and a `record` in
 * the new one, in either order: `left` concerns only an avatar whose last record came from that very cell.
 */
export interface FrameSink {
  /** First: the office tick at which everything in the frame is true. */
  begins(tick: number): void;
  /** All that was known in this cell is void: only the records that follow are there. */
  cellRestarts(cell: number): void;
  /** Gone from this cell (to a cell out of my view, or out of the office). */
  left(avatarNumber: number, cell: number): void;
  record(record: AvatarRecord, cell: number): void;
  emote(avatarNumber: number, emote: number): void;
}

/** World units along one side of a cell: 4096, so a position inside it is two times 12 bits. */
export const CELL_UNITS = toUnits(tuning.cellPx);

export interface CellCount {
  columns: number;
  rows: number;
}

/** How many cells cover a map of this size. */
export const cellCountOf = (widthTiles: number, heightTiles: number): CellCount => ({
  columns: Math.ceil((widthTiles * TILE_PX) / tuning.cellPx),
  rows: Math.ceil((heightTiles * TILE_PX) / tuning.cellPx),
});

/** Is the cell of this row-major number in the view? */
export function isInView(cell: number, columns: number, view: CellView): boolean {
  const column = cell % columns;
  const row = Math.floor(cell / columns);
  return column >= view.left && column <= view.right && row >= view.top && row <= view.bottom;
}

/** The row-major number of the cell that holds a position (world units), which must be inside the map. */
export const cellOf = (x: number, y: number, columns: number): number => Math.floor(y / CELL_UNITS) * columns + Math.floor(x / CELL_UNITS);

/** The view as the server serves it: inside the map, at most `maxViewCells` each way. Both sides apply it and agree. */
export function clampView(view: CellView, cells: CellCount): CellView {
  const left = clamp(view.left, 0, cells.columns - 1);
  const top = clamp(view.top, 0, cells.rows - 1);
  return {
    left,
    top,
    right: clamp(view.right, left, Math.min(cells.columns - 1, left + tuning.maxViewCells - 1)),
    bottom: clamp(view.bottom, top, Math.min(cells.rows - 1, top + tuning.maxViewCells - 1)),
  };
}

const SEGMENT_BYTES = 15;
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function encodeSegment(segment: Segment): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SEGMENT_BYTES);
  const data = viewOf(bytes);
  data.setUint16(0, segment.seq, true);
  data.setUint32(2, segment.startTick, true);
  data.setInt32(6, segment.x, true);
  data.setInt32(10, segment.y, true);
  data.setUint8(14, segment.direction | (GAITS.indexOf(segment.gait) << 3));
  return bytes;
}

/** @returns undefined when the bytes are not a segment. Positions may be anywhere: walking.ts judges them. */
export function decodeSegment(bytes: Uint8Array): Segment | undefined {
  if (bytes.length !== SEGMENT_BYTES) return undefined;
  const data = viewOf(bytes);
  const look = data.getUint8(14);
  const gait = GAITS[look >> 3];
  if (!gait) return undefined;
  return {
    seq: data.getUint16(0, true),
    startTick: data.getUint32(2, true),
    x: data.getInt32(6, true),
    y: data.getInt32(10, true),
    direction: (look & 7) as Direction,
    gait,
  };
}

/** "I still hold the direction of segment `seq`." */
export const encodeRenewal = (seq: number): Uint8Array<ArrayBuffer> => Uint8Array.of(seq & 255, (seq >> 8) & 255);

/** @returns the seq; undefined when the bytes are no renewal. */
export const decodeRenewal = (bytes: Uint8Array): number | undefined =>
  bytes.length === 2 ? (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) : undefined;

/** A view that `clampView` has brought inside the map, so each edge fits a byte. */
export const encodeView = (view: CellView): Uint8Array<ArrayBuffer> => Uint8Array.of(view.left, view.top, view.right, view.bottom);

/** @returns undefined when the bytes are not a view; still to be clamped to the map. */
export function decodeView(bytes: Uint8Array): CellView | undefined {
  const [left, top, right, bottom] = bytes;
  if (bytes.length !== 4 || left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined;
  return left <= right && top <= bottom ? { left, top, right, bottom } : undefined;
}

/** Bytes of the frame's own header: the tick. */
export const FRAME_HEAD_BYTES = 4;

export function writeFrameHead(bytes: Uint8Array, at: number, tick: number): number {
  bytes[at] = tick;
  bytes[at + 1] = tick >>> 8;
  bytes[at + 2] = tick >>> 16;
  bytes[at + 3] = tick >>> 24;
  return at + FRAME_HEAD_BYTES;
}

const SEATED = 32;
const CUP = 64;
const IN_RING = 128;
const lookOf = (record: Readonly<AvatarRecord>): number =>
  record.direction |
  (GAITS.indexOf(record.gait) << 3) |
  (record.seated ? SEATED : 0) |
  (record.cup ? CUP : 0) |
  (record.ring ? IN_RING : 0);

function writeCount(bytes: Uint8Array, at: number, count: number): number {
  let o = at;
  let rest = count;
  for (; rest > 127; rest >>>= 7) bytes[o++] = (rest & 127) | 128;
  bytes[o++] = rest;
  return o;
}

const RESTARTS = 1;
const HAS_LEFT = 2;
const HAS_EMOTES = 4;

/** Room that `writeCellBlock` never exceeds. */
export const blockBytes = (block: CellBlock): number => 14 + 2 * block.left.length + 3 * block.emotes.length + 9 * block.records.length;

/**
 * Appends one cell: number u16; count of records x 8 + flags, as a varint; the avatars that left (u16); emotes (u16, u8);
 * records of 6 bytes: number u16, x and y inside the cell 12 bits each, look u8; for people in conversation 3 more: ring number u16, its look. @returns the offset behind it.
 */
export function writeCellBlock(bytes: Uint8Array, at: number, block: CellBlock): number {
  const { cell, left, emotes, records } = block;
  let o = at;
  bytes[o++] = cell;
  bytes[o++] = cell >> 8;
  const flags = (block.restarts ? RESTARTS : 0) | (left.length > 0 ? HAS_LEFT : 0) | (emotes.length > 0 ? HAS_EMOTES : 0);
  o = writeCount(bytes, o, (records.length << 3) | flags);
  if (left.length > 0) o = writeCount(bytes, o, left.length);
  for (const avatarNumber of left) {
    bytes[o++] = avatarNumber;
    bytes[o++] = avatarNumber >> 8;
  }
  if (emotes.length > 0) o = writeCount(bytes, o, emotes.length);
  for (const { avatarNumber, emote } of emotes) {
    bytes[o++] = avatarNumber;
    bytes[o++] = avatarNumber >> 8;
    bytes[o++] = emote;
  }
  for (const record of records) {
    const x = record.x & (CELL_UNITS - 1);
    const y = record.y & (CELL_UNITS - 1);
    bytes[o++] = record.avatarNumber;
    bytes[o++] = record.avatarNumber >> 8;
    bytes[o++] = x;
    bytes[o++] = (x >> 8) | (y << 4);
    bytes[o++] = y >> 4;
    bytes[o++] = lookOf(record);
    if (!record.ring) continue;
    bytes[o++] = record.ring.number;
    bytes[o++] = record.ring.number >> 8;
    bytes[o++] = encodeRingLook(record.ring);
  }
  return o;
}

function readRecord(reader: Reader, cell: number, columns: number): AvatarRecord | undefined {
  const avatarNumber = reader.u16();
  const low = reader.u8();
  const middle = reader.u8();
  const high = reader.u8();
  const look = reader.u8();
  const gait = GAITS[(look >> 3) & 3];
  const ring = look & IN_RING ? decodeRing(reader.u16(), reader.u8()) : undefined;
  if (reader.isBroken() || !gait || (look & IN_RING && !ring)) return undefined;
  return {
    avatarNumber,
    x: (cell % columns) * CELL_UNITS + (low | ((middle & 15) << 8)),
    y: Math.floor(cell / columns) * CELL_UNITS + ((middle >> 4) | (high << 4)),
    direction: (look & 7) as Direction,
    gait,
    seated: (look & SEATED) !== 0,
    cup: (look & CUP) !== 0,
    ring,
  };
}

/**
 * Tells the sink what a frame holds.
 * @param columns cells in a row of this map (`cellCountOf`)
 * @returns false when the bytes are no frame; the sink has then heard what came before the fault.
 */
export function decodeFrame(bytes: Uint8Array, columns: number, sink: FrameSink): boolean {
  const reader = new Reader(bytes);
  const tick = (reader.u16() | (reader.u16() << 16)) >>> 0;
  if (reader.isBroken()) return false;
  sink.begins(tick);
  while (reader.at < bytes.length) {
    const cell = reader.u16();
    const head = reader.count();
    if (reader.isBroken()) return false;
    if (head & RESTARTS) sink.cellRestarts(cell);
    for (let n = head & HAS_LEFT ? reader.count() : 0; n > 0; n--) {
      const avatarNumber = reader.u16();
      if (reader.isBroken()) return false;
      sink.left(avatarNumber, cell);
    }
    const emotes: [number, number][] = [];
    for (let n = head & HAS_EMOTES ? reader.count() : 0; n > 0 && !reader.isBroken(); n--) emotes.push([reader.u16(), reader.u8()]);
    for (let n = head >> 3; n > 0; n--) {
      const record = readRecord(reader, cell, columns);
      if (!record) return false;
      sink.record(record, cell);
    }
    if (reader.isBroken()) return false;
    // after the records: an emote of somebody who came in with this very frame finds its avatar
    for (const [avatarNumber, emote] of emotes) sink.emote(avatarNumber, emote);
  }
  return true;
}
