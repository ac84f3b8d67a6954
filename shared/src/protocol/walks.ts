// Binary codec of walking: segments and views going up, per-viewport crowd frames and digests coming down. Little-endian.
import type { Direction, Gait } from '../movement.ts';

/** Byte message types (ROOM_DATA_BYTES). Up: walk, renew, view. Down: frame, digest. */
export const WIRE = { walk: 1, renew: 2, view: 3, frame: 4, digest: 5 } as const;

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

/** Down: one avatar as everybody sees it. x, y are px in the map (whole px: the cell's 256 px fit a byte each). */
export interface AvatarRecord {
  avatarNumber: number;
  xPx: number;
  yPx: number;
  direction: Direction;
  gait: Gait;
  seated: boolean;
  cup: boolean;
  /** Office ticks since this position was true (0-255): the receiver walks it forward. */
  ageTicks: number;
}

/** Receives what a frame holds, in order. */
export interface FrameSink {
  /** All that was known in this cell is void: only the records that follow are there. */
  cellRestarts(cell: number): void;
  /** Gone from this cell (to a cell out of my view, or out of the office). */
  left(avatarNumber: number, cell: number): void;
  record(record: AvatarRecord, cell: number): void;
  emote(avatarNumber: number, emote: number): void;
}
