// Tells the server how I walk and what I look at.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { tileOf } from '@comptoir/shared/geometry';
import { type CellView, cellCountOf, clampView, encodeRenewal, encodeSegment, encodeView, WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import type { WalkReports } from '../world/OwnWalk.ts';
import type { Connection } from './Connection.ts';

/** Sends segments as they happen; what is refused comes back as a `putBack`. */
export function reportWalks(connection: Connection): WalkReports {
  return {
    segment: (segment) => connection.sendBytes(WIRE.walk, encodeSegment(segment)),
    renew: (seq) => connection.sendBytes(WIRE.renew, encodeRenewal(seq)),
    stand: () => connection.send('stand', {}),
    path: (from: Point, startTick, seq, corners, gait) => {
      const tiles = corners.map((corner): [number, number] => [tileOf(corner.x), tileOf(corner.y)]);
      void connection.request('walkPath', { seq, startTick, from: [from.x, from.y], tiles, gait });
    },
  };
}

const cellsOf = (view: Rect): CellView => ({
  left: Math.floor(view.x / tuning.cellPx),
  top: Math.floor(view.y / tuning.cellPx),
  right: Math.floor((view.x + view.width) / tuning.cellPx),
  bottom: Math.floor((view.y + view.height) / tuning.cellPx),
});

/**
 * Reports the seen part of the map (px) when its cells change, at most `viewChangesPerS` times a second; the last change always goes out.
 * @param onSent told of the cells that are watched from now on
 * @returns report(view), and forget() to send the same view again after a reconnection
 */
export function reportView(
  connection: Connection,
  size: () => { widthTiles: number; heightTiles: number },
  onSent: (view: CellView) => void,
): { report(view: Rect): void; forget(): void } {
  let sent = '';
  let wanted: CellView | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;
  const pauseMs = 1000 / tuning.viewChangesPerS;
  const send = (): void => {
    timer = undefined;
    if (!wanted) return;
    const key = JSON.stringify(wanted);
    if (key === sent) return;
    sent = key;
    lastMs = performance.now();
    connection.sendBytes(WIRE.view, encodeView(wanted));
    onSent(wanted);
  };
  return {
    report(view) {
      const { widthTiles, heightTiles } = size();
      wanted = clampView(cellsOf(view), cellCountOf(widthTiles, heightTiles));
      if (timer === undefined) {
        const waitMs = lastMs + pauseMs - performance.now();
        if (waitMs <= 0) send();
        else timer = setTimeout(send, waitMs);
      }
    },
    forget() {
      sent = '';
      if (wanted && timer === undefined) send();
    },
  };
}
