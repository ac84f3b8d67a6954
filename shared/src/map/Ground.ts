// A map with what is computed from it once: the floor to walk on, areas by tile, seats and things by name.
import type { WalkGrid } from '../movement.ts';
import { AreaIndex } from './areas.ts';
import type { OfficeMap, Seat, Thing } from './OfficeMap.ts';
import { walkGridOf } from './walkGrid.ts';

/** Replaced as a whole when the map changes. */
export interface Ground {
  map: OfficeMap;
  grid: WalkGrid;
  areas: AreaIndex;
  seats: ReadonlyMap<string, Seat>;
  things: ReadonlyMap<string, Thing>;
}

/** @param grid by default the map's own */
export const groundOf = (map: OfficeMap, grid: WalkGrid = walkGridOf(map)): Ground => ({
  map,
  grid,
  areas: new AreaIndex(map.areas, map.widthTiles, map.heightTiles),
  seats: new Map(map.seats.map((seat) => [seat.id, seat])),
  things: new Map(map.things.map((thing) => [thing.id, thing])),
});
