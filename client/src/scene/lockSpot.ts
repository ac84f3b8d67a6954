// Where on its ring the padlock of a closed door is seen: as far south as it can be without standing under furniture, chairs or legs of tables.
import { type Point, TILE_PX } from '@comptoir/shared/geometry';
import type { Ground } from '@comptoir/shared/map/Ground';
import { isFree } from '@comptoir/shared/movement';

/** Half the padlock, px. */
const HALF = { x: 8, y: 9 };

type Floor = Pick<Ground, 'grid'> & { map: Pick<Ground['map'], 'seats'> };

/** @param below of so many tiles farther south what stands there counts, too: it reaches up */
function isSeen({ x, y }: Point, { grid, map }: Floor, below: number): boolean {
  const tile = (px: number): number => Math.floor(px / TILE_PX);
  for (let tileY = tile(y - HALF.y); tileY <= tile(y + HALF.y) + below; tileY++)
    for (let tileX = tile(x - HALF.x); tileX <= tile(x + HALF.x); tileX++)
      if (!isFree(grid, tileX, tileY) || map.seats.some((seat) => seat.tileX === tileX && seat.tileY === tileY)) return false;
  return true;
}

/** A shelf is two tiles high, a table one. */
const REACHES = [2, 1, 0];

/** The index of that point in the southern half of the line, as people stand before the other; the most southern one where there is none. Px of the map. */
export function lockSpot(line: readonly Point[], floor: Floor | undefined): number {
  const southern = [...line.keys()].sort((a, b) => (line[b]?.y ?? 0) - (line[a]?.y ?? 0));
  const half = southern.slice(0, Math.ceil(southern.length / 2));
  for (const below of floor ? REACHES : [])
    for (const index of half) {
      const point = line[index];
      if (floor && point && isSeen(point, floor, below)) return index;
    }
  return southern[0] ?? 0;
}
