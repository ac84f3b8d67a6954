// A meeting room as a ring: the line along its walls, and where its door is. Px of the map.
import { type Point, TILE_PX } from '@comptoir/shared/geometry';
import { boundsOf, isInShape } from '@comptoir/shared/map/areas';
import type { Area } from '@comptoir/shared/map/OfficeMap';
import { isFree, type WalkGrid } from '@comptoir/shared/movement';

/** The line runs this far inside the walls. */
const INSIDE_PX = 7;
const CORNER_PX = 14;

export interface RoomOutline {
  line: Point[];
  /** On the floor of the doorway; the middle of the south side when there is none. */
  door: Point;
}

export function roomOutline(area: Area, grid: WalkGrid): RoomOutline {
  return { line: lineOf(area, grid.width), door: doorOf(area, grid) };
}

function lineOf({ shape }: Area, widthTiles: number): Point[] {
  if (shape.kind === 'polygon') return shape.points.map(({ x, y }) => ({ x, y }));
  const { x, y, width, height } = boundsOf(shape, widthTiles);
  const left = x + INSIDE_PX;
  const top = y + INSIDE_PX;
  const right = x + width - INSIDE_PX;
  const bottom = y + height - INSIDE_PX;
  const corner = Math.min(CORNER_PX, (right - left) / 2, (bottom - top) / 2);
  const around = (cx: number, cy: number, from: number): Point[] =>
    [0, 1, 2, 3].map((step) => {
      const angle = ((from + step * 30) * Math.PI) / 180;
      return { x: cx + corner * Math.cos(angle), y: cy + corner * Math.sin(angle) };
    });
  return [
    ...around(right - corner, bottom - corner, 0),
    ...around(left + corner, bottom - corner, 90),
    ...around(left + corner, top + corner, 180),
    ...around(right - corner, top + corner, 270),
  ];
}

const STEPS = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
] as const;

/** A free tile of the area beside a free one outside of it. */
function doorOf({ shape }: Area, grid: WalkGrid): Point {
  const { x, y, width, height } = boundsOf(shape, grid.width);
  const isInside = (tileX: number, tileY: number): boolean =>
    isInShape(shape, { x: (tileX + 0.5) * TILE_PX, y: (tileY + 0.5) * TILE_PX }, grid.width);
  for (let tileY = Math.floor((y + height) / TILE_PX); tileY >= Math.floor(y / TILE_PX); tileY--)
    for (let tileX = Math.floor(x / TILE_PX); tileX <= Math.floor((x + width) / TILE_PX); tileX++) {
      if (!isInside(tileX, tileY) || !isFree(grid, tileX, tileY)) continue;
      for (const [dx, dy] of STEPS)
        if (!isInside(tileX + dx, tileY + dy) && isFree(grid, tileX + dx, tileY + dy))
          return { x: (tileX + 0.5 + dx / 2) * TILE_PX, y: (tileY + 0.5 + dy / 2) * TILE_PX };
    }
  return { x: x + width / 2, y: y + height - INSIDE_PX };
}
