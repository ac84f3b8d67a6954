// A client's visit: somebody who may be in one area only, and meets, hears and reads nobody who is elsewhere.
import { type Point, TILE_PX, tileOf } from '@comptoir/shared/geometry';
import type { Confines } from '@comptoir/shared/map/confinedGrid';
import type { Seat, Thing } from '@comptoir/shared/map/OfficeMap';
import type { WalkGrid } from '@comptoir/shared/movement';
import type { Conversation } from './Conversation.ts';
import type { Occupant, Office } from './Office.ts';
import { leaveConversation, stopHearing, type Talker, type Talks } from './Talks.ts';
import type { TalkPlaces } from './talkPlaces.ts';

export interface Visit extends Confines {
  /** ms since 1970; undefined: no end. */
  untilMs: number | undefined;
}

/** The floor as it is for this person. */
export const gridOf = ({ ground }: Pick<Office, 'ground'>, { visit, shut }: Pick<Occupant, 'visit' | 'shut'>): WalkGrid =>
  shut?.grid ?? visit?.grid ?? ground.grid;

const isTileInside = ({ inside, grid }: Visit, tileX: number, tileY: number): boolean =>
  tileX >= 0 && tileX < grid.width && inside[tileY * grid.width + tileX] === 1;

/** Position in world units. */
export const isInside = (visit: Visit, { x, y }: Point): boolean => isTileInside(visit, tileOf(x), tileOf(y));

export const isSeatOpen = ({ visit }: Pick<Occupant, 'visit'>, { tileX, tileY }: Seat): boolean =>
  !visit || isTileInside(visit, tileX, tileY);

/** Any part of it lies in the area. */
export function isThingOpen({ visit }: Pick<Occupant, 'visit'>, { shape }: Thing): boolean {
  if (!visit) return true;
  for (let y = Math.floor(shape.y / TILE_PX); y < (shape.y + shape.height) / TILE_PX; y++)
    for (let x = Math.floor(shape.x / TILE_PX); x < (shape.x + shape.width) / TILE_PX; x++) if (isTileInside(visit, x, y)) return true;
  return false;
}

type Body = Pick<Occupant, 'visit' | 'walker'>;

/** P12: one of the two is on a visit, and the other is not where that is. */
export const areElsewhere = (one: Body, other: Body): boolean =>
  (one.visit !== undefined && !isInside(one.visit, other.walker)) || (other.visit !== undefined && !isInside(other.visit, one.walker));

/** P12: a conversation of which this person, on a visit, may hear nothing: somebody in it is elsewhere. */
export function isOutOfReach(
  { talkers }: Talks,
  { members, hall }: Pick<Conversation, 'members' | 'hall'>,
  { visit }: Pick<Occupant, 'visit'>,
): boolean {
  // T3: whoever may be in one area of a hall was let in to what goes on in it
  if (!visit || hall) return false;
  for (const personId of members.keys()) {
    const walker = talkers.get(personId)?.occupant.walker;
    if (walker && !isInside(visit, walker)) return true;
  }
  return false;
}

/** P12: nearness and asking bring nobody in from elsewhere to somebody on a visit, nor the other way round. */
export function isKeptApart(talks: Talks, { members, hall }: Pick<Conversation, 'members' | 'hall'>, occupant: Body): boolean {
  if (talks.visitors.size === 0 || hall) return false;
  for (const personId of members.keys()) {
    const member = talks.talkers.get(personId)?.occupant;
    if (member && areElsewhere(member, occupant)) return true;
  }
  return false;
}

/** T3: may they be anywhere on the stage or in the audience of this auditorium? */
export const mayReachHall = ({ inside }: Visit, { spots }: Pick<TalkPlaces, 'spots'>, auditorium: string): boolean =>
  spots.some((spot, tile) => spot.auditorium === auditorium && inside[tile] === 1);

/** To be called when somebody comes in, and whenever a visit begins or ends. */
export function noteVisit({ visitors }: Talks, talker: Talker): void {
  if (talker.occupant.visit) visitors.add(talker);
  else visitors.delete(talker);
}

/** P12: before anything is told of who talks with whom. Whoever is on a visit goes, not the one who came from elsewhere. */
export function partVisitors(talks: Talks, nowTick: number): void {
  for (const talker of talks.visitors) {
    const { conversation, hears, occupant } = talker;
    if (conversation && isOutOfReach(talks, conversation, occupant)) leaveConversation(talks, talker, nowTick);
    if (hears && isOutOfReach(talks, hears, occupant)) stopHearing(talks, talker);
  }
}

/** What written words have to know of visits, by personId. */
export interface VisitsHere {
  isOnVisit(personId: string): boolean;
  areElsewhere(one: string, other: string): boolean;
}

export const visitsIn = (occupants: ReadonlyMap<string, Body>): VisitsHere => ({
  isOnVisit: (personId) => occupants.get(personId)?.visit !== undefined,
  areElsewhere(one, other) {
    const [a, b] = [occupants.get(one), occupants.get(other)];
    return a !== undefined && b !== undefined && areElsewhere(a, b);
  },
});
