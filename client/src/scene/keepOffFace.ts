// Where many stand close a bubble may find room only over the face of whoever speaks: then its words go below them instead.
import type { Rect } from '@comptoir/shared/geometry';
import { overlaps } from './chunks.ts';

/** @param bubble where it was pushed to; moved when it covers `face` @param below where it may begin, under feet and tag @returns whether it went there */
export function keepOffFace(bubble: Rect, face: Rect, below: number): boolean {
  if (!overlaps(bubble, face)) return false;
  bubble.y = below;
  return true;
}
