// The part of the map whose people I want to be told of: what the window shows around me, with a margin to walk into.
import { clamp, type Rect, TILE_PX, UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { World } from '../world/World.ts';

/** A run of half a second: people are there before the camera is. */
const MARGIN_PX = 160;

/** Like the camera, the view stays inside the map and centres a map that is smaller. CSS px in, px of the map out. */
export function watchedPart(world: World, window: { width: number; height: number }): Rect {
  const { map } = world.ground.peek();
  const zoom = world.zoom.peek();
  const free = world.freeRect.peek() ?? { x: 0, y: 0, ...window };
  const width = window.width / zoom + 2 * MARGIN_PX;
  const height = window.height / zoom + 2 * MARGIN_PX;
  const x = world.own.position.x / UNITS_PER_PX - (free.x + free.width / 2) / zoom - MARGIN_PX;
  const y = world.own.position.y / UNITS_PER_PX - (free.y + free.height / 2) / zoom - MARGIN_PX;
  return {
    x: clamp(x, -MARGIN_PX, Math.max(-MARGIN_PX, map.widthTiles * TILE_PX + MARGIN_PX - width)),
    y: clamp(y, -MARGIN_PX, Math.max(-MARGIN_PX, map.heightTiles * TILE_PX + MARGIN_PX - height)),
    width,
    height,
  };
}
