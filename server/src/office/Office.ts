// A running place as the rules see it: the ground, who is here, which seats are taken, what brews. Plain data, changed by the rules beside it.
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { type Availability, RANKS, type Rank } from '@comptoir/shared/people';
import type { Shut } from './greenRooms.ts';
import type { Visit } from './visits.ts';
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
  /** They may be in one area only. */
  visit?: Visit;
  /** Rooms that their feet do not come into now. */
  shut?: Shut;
  /** walker.tick when the place was last given to the store. */
  keptTick?: number;
}

export const rankOf = ({ walker }: Occupant): Rank => RANKS[walker.rank] ?? 'visitor';

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

export const newOffice = (id: string, ground: Ground): Office => ({
  id,
  ground,
  occupants: new Map(),
  seatTakenBy: new Map(),
  brewingUntil: new Map(),
});
