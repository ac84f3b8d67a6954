// The part of the map whose people I want to be told of: what the scene shows, with a margin to walk into.
import { type Rect, UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { World } from '../world/World.ts';

/** A run of half a second: people are there before the camera is. */
const MARGIN_PX = 160;
/** Without a scene (list view) and over the whole map (whose people come as a digest): what is around my feet, px each way. */
const AROUND_X_PX = 480;
const AROUND_Y_PX = 360;

const grown = ({ x, y, width, height }: Rect, dx: number, dy: number): Rect => ({
  x: x - dx,
  y: y - dy,
  width: width + 2 * dx,
  height: height + 2 * dy,
});

/** @param seen what the scene shows; px of the map, as the answer */
export function watchedPart(world: World, seen: Rect | undefined): Rect {
  if (seen && seen.width > 0 && !world.overview.peek()) return grown(seen, MARGIN_PX, MARGIN_PX);
  const { x, y } = world.own.position;
  return grown({ x: x / UNITS_PER_PX, y: y / UNITS_PER_PX, width: 0, height: 0 }, AROUND_X_PX, AROUND_Y_PX);
}
