// The middle of office life: the coffee machine, else a start, else the middle of the map.
import type { Point } from '@comptoir/shared/geometry';
import { TILE_PX } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';

/** px of the map. */
export function homeOf(map: OfficeMap): Point {
  const machine = map.things.find((thing) => thing.use === 'coffee');
  if (machine) return { x: machine.shape.x + machine.shape.width / 2, y: machine.shape.y + machine.shape.height / 2 + 2 * TILE_PX };
  const start = map.areas.find((area) => area.traits.start);
  if (start) {
    const box = boundsOf(start.shape, map.widthTiles);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return { x: (map.widthTiles * TILE_PX) / 2, y: (map.heightTiles * TILE_PX) / 2 };
}
