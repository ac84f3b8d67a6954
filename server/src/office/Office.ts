// A running place as the rules see it: the ground, who is here, which seats are taken, what brews. Plain data, changed by the rules beside it.
import { AreaIndex } from '@comptoir/shared/map/areas';
import type { OfficeMap, Seat, Thing } from '@comptoir/shared/map/OfficeMap';
import type { WalkGrid } from '@comptoir/shared/movement';
import type { Availability } from '@comptoir/shared/people';
import type { Walker } from './Walker.ts';

export interface Occupant {
  personId: string;
  avatarNumber: number;
  walker: Walker;
  availability: Availability;
  /** What the person chose before a desk or idleness changed it. */
  availabilityBefore?: Availability;
  /** Away by idleness, not by choice: ends with the next sign of life. */
  idle: boolean;
  seat?: Seat;
  /** Office tick until which a cup is carried. */
  cupUntilTick: number;
  /** Office tick at which the connection was lost; absent while connected. */
  lostTick?: number;
  /** Area index at the last count. */
  area: number;
  /** walker.tick when the place was last given to the store. */
  keptTick?: number;
}

/** Ground that changes when the map is reloaded. */
export interface Ground {
  map: OfficeMap;
  grid: WalkGrid;
  areas: AreaIndex;
  seats: ReadonlyMap<string, Seat>;
  things: ReadonlyMap<string, Thing>;
}

export interface Office {
  id: string;
  ground: Ground;
  /** By personId. */
  occupants: Map<string, Occupant>;
  /** Seat id -> personId. */
  seatTakenBy: Map<string, string>;
  /** Thing id -> office tick until which it brews. */
  brewingUntil: Map<string, number>;
}

export const groundOf = (map: OfficeMap, grid: WalkGrid): Ground => ({
  map,
  grid,
  areas: new AreaIndex(map.areas, map.widthTiles, map.heightTiles),
  seats: new Map(map.seats.map((seat) => [seat.id, seat])),
  things: new Map(map.things.map((thing) => [thing.id, thing])),
});

export const newOffice = (id: string, ground: Ground): Office => ({
  id,
  ground,
  occupants: new Map(),
  seatTakenBy: new Map(),
  brewingUntil: new Map(),
});
