// Where many stand close, or at the edge of what is free, a bubble may find room only over the face of whoever speaks: then its words go elsewhere.
import type { Rect } from '@comptoir/shared/geometry';
import { overlaps } from './chunks.ts';

/** Between a face and words beside it, CSS px. */
const BESIDE_PX = 4;

/**
 * @param bubble where it was pushed to; when it covers `face` it is moved below, or beside where there is no room below
 * @param below where it may begin, under feet and tag
 * @returns whether it was moved
 */
export function keepOffFace(bubble: Rect, face: Rect, below: number, room: Rect): boolean {
  if (!overlaps(bubble, face)) return false;
  const left = face.x - BESIDE_PX - bubble.width;
  const right = face.x + face.width + BESIDE_PX;
  const sides = [right, left].filter((x) => x >= room.x && x + bubble.width <= room.x + room.width);
  const isRightOfIt = bubble.x + bubble.width / 2 >= face.x + face.width / 2;
  const beside = isRightOfIt ? sides[0] : sides.at(-1);
  if (below + bubble.height > room.y + room.height && beside !== undefined) bubble.x = beside;
  else bubble.y = Math.max(below, room.y);
  return true;
}
