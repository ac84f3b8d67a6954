// One client of the crowd relay: its socket, the cells it watches, what it has been told, and how its socket copes.
import { type CellView, isInView } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';

/** The part of a TCP socket that the relay uses; made by OfficeRoom from the client's own. */
export interface CrowdSocket {
  /** Bytes that the network has not taken yet. */
  readonly writableLength: number;
  /** False until the client has joined, and again when it is gone. */
  readonly ready: boolean;
  write(bytes: Buffer): void;
}

export interface Viewer {
  avatarNumber: number;
  socket: CrowdSocket;
  view: CellView | undefined;
  /** Cells that came into the view since the last frame. */
  fresh: Set<number>;
  /** Knows nothing that can be built upon: gets all cells of its view. */
  lapsed: boolean;
  /** The last flush round it was told of. */
  toldRound: number;
  /** Messages that go with its next turn, in order. */
  waiting: Buffer[];
  /** The last enclosure it was sent. */
  enclosed: Buffer | undefined;
  /** Since when (office tick) far too much waits in its socket. */
  stuckSinceTick: number | undefined;
}

export const newViewer = (avatarNumber: number, socket: CrowdSocket): Viewer => ({
  avatarNumber,
  socket,
  view: undefined,
  fresh: new Set(),
  lapsed: true,
  toldRound: 0,
  waiting: [],
  enclosed: undefined,
  stuckSinceTick: undefined,
});

/** The numbers of all cells of a view, row by row. */
export function cellsOf(view: CellView, columns: number): number[] {
  const cells: number[] = [];
  for (let row = view.top; row <= view.bottom; row++)
    for (let column = view.left; column <= view.right; column++) cells.push(row * columns + column);
  return cells;
}

/**
 * Watches other cells from now on. A cell that left the view and comes back is fresh again, even between two frames:
 * the client has forgotten it meanwhile.
 */
export function watch(viewer: Viewer, view: CellView, columns: number): void {
  const before = viewer.view;
  viewer.view = view;
  if (viewer.lapsed) return;
  for (const cell of viewer.fresh) if (!isInView(cell, columns, view)) viewer.fresh.delete(cell);
  for (const cell of cellsOf(view, columns)) if (!before || !isInView(cell, columns, before)) viewer.fresh.add(cell);
}

/** `stuck`: too much has been waiting for too long, the connection is to be closed. */
export type Readiness = 'ready' | 'busy' | 'stuck';

/** May a frame be written now? A socket that is behind is left alone; it hears of everything later, if need be by a full view. */
export function readinessOf(viewer: Viewer, nowTick: number): Readiness {
  const waiting = viewer.socket.writableLength;
  if (waiting <= tuning.backPressureBytes) {
    viewer.stuckSinceTick = undefined;
    return 'ready';
  }
  if (waiting <= tuning.slowReaderBytes) {
    viewer.stuckSinceTick = undefined;
    return 'busy';
  }
  viewer.stuckSinceTick ??= nowTick;
  return (nowTick - viewer.stuckSinceTick) * tuning.tickMs >= tuning.slowReaderMs ? 'stuck' : 'busy';
}
