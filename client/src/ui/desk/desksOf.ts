// The desks of a map as people call them: by their place, and one after the other there.
import { TILE_PX } from '@comptoir/shared/geometry';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Area, Seat } from '@comptoir/shared/map/OfficeMap';
import type { DeskView } from '@comptoir/shared/protocol/desks';

export interface Desk {
  /** As the map names it. */
  desk: string;
  seat: Seat;
  /** The smallest place around it that has a name. */
  place: Area | undefined;
  /** Counted from 1 in its place, in the order of the map. */
  number: number;
  /** Said only where desks stand in several places. */
  isPlaceSaid: boolean;
  owner: DeskView | undefined;
}

export function desksOf({ map, areas }: Ground, all: readonly DeskView[]): Desk[] {
  const counted = new Map<Area | undefined, number>();
  const known = new Set<string>();
  const desks = map.seats.flatMap((seat) => {
    const { desk, tileX, tileY } = seat;
    if (desk === undefined || known.has(desk)) return [];
    known.add(desk);
    const place = areas
      .at((tileX + 0.5) * TILE_PX, (tileY + 0.5) * TILE_PX)
      .flatMap((index) => areas.areas[index] ?? [])
      .filter(({ name }) => name !== '')
      .sort((a, b) => a.sizeTiles - b.sizeTiles)[0];
    const number = (counted.get(place) ?? 0) + 1;
    counted.set(place, number);
    return [{ desk, seat, place, number, owner: all.find((view) => view.desk === desk) }];
  });
  return desks.map((desk) => ({ ...desk, isPlaceSaid: counted.size > 1 }));
}
