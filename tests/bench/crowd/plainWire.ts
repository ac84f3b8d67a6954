// What plain clients and the plain server agree on: the position message and where everybody begins.
import { TILE_PX, toPx } from '@comptoir/shared/geometry';
import type { Body } from '../../bots/Body.ts';
import type { Random } from '../../bots/Random.ts';
import { PROBE_TILE, startsOf } from './benchMap.ts';
import { PROBES } from './probes.ts';

/** Type of the position message: x, y in px as u16, direction and 8 when walking. */
export const PLAIN_MOVE = 1;

export function plainMove(xPx: number, yPx: number, { direction, gait }: Pick<Body, 'direction' | 'gait'>): Uint8Array {
  const x = Math.floor(xPx);
  const y = Math.floor(yPx);
  return Uint8Array.of(x & 255, x >> 8, y & 255, y >> 8, direction | (gait === 'still' ? 0 : 8));
}

export const plainMoveOf = (body: Body): Uint8Array => plainMove(toPx(body.at.x), toPx(body.at.y), body);

/** The first ones stand at the probe; the others are spread as the starts of the map are. px */
export function plainPlace(number: number, random: Random, isAuditorium: boolean): { xPx: number; yPx: number } {
  const probe = { left: PROBE_TILE.x, top: PROBE_TILE.y, width: 1, height: 1 };
  const { left, top, width, height } = number < PROBES ? probe : random.pick(startsOf(isAuditorium));
  const within = (length: number): number => Math.floor(random.between(0, length)) + 0.5;
  return { xPx: (left + within(width)) * TILE_PX, yPx: (top + within(height)) * TILE_PX };
}
