// Where words over heads may stand: what panels, tiles, strip and bar leave free of the window. CSS px of the map.
import type { Rect } from '@comptoir/shared/geometry';
import type { View } from './viewMath.ts';

/** From the edge, CSS px. */
const EDGE_PX = 6;
/** Where panels leave less than this, words are over the panels rather than nowhere; the camera does the same. */
const LEAST_PX = 80;

/** @param free what is not covered of the window, CSS px from its corner; undefined: all of it */
export function speechRoom({ rect, zoom, dpr }: View, free: Rect | undefined): Rect {
  const css = zoom / dpr;
  const isEnough = free !== undefined && free.width >= LEAST_PX && free.height >= LEAST_PX;
  const { x, y, width, height } = isEnough ? free : { x: 0, y: 0, width: rect.width * css, height: rect.height * css };
  return { x: rect.x * css + x + EDGE_PX, y: rect.y * css + y + EDGE_PX, width: width - 2 * EDGE_PX, height: height - 2 * EDGE_PX };
}

/** Moves the box into the room; of one that is too large its left and its top are seen. @returns whether it moved */
export function keepInRoom(box: Rect, room: Rect): boolean {
  const x = Math.max(room.x, Math.min(box.x, room.x + room.width - box.width));
  const y = Math.max(room.y, Math.min(box.y, room.y + room.height - box.height));
  const moved = x !== box.x || y !== box.y;
  box.x = x;
  box.y = y;
  return moved;
}

/** Between two boxes, CSS px. */
const APART_PX = 3;

/** Boxes in the order of who speaks, left to right, moved so that none is over another, each as near to its place as that allows; left alone when the room is too narrow. */
export function sideBySide(boxes: readonly Rect[], room: Rect): void {
  const needed = boxes.reduce((sum, { width }) => sum + width + APART_PX, -APART_PX);
  const first = boxes[0];
  const last = boxes.at(-1);
  if (!first || !last || needed > room.width) return;
  let moved = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    const x = Math.max(box.x, end);
    moved += x - box.x;
    box.x = x;
    end = x + box.width + APART_PX;
  }
  const left = first.x - moved / boxes.length;
  const most = room.x + room.width - (last.x + last.width - first.x);
  const shift = Math.max(room.x, Math.min(left, most)) - first.x;
  for (const box of boxes) box.x += shift;
}
