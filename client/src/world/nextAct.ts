// What X does here and now: the thing, the person, the offer or the seat that is meant.
import type { Seat, Thing } from '@comptoir/shared/map/OfficeMap';
import { distanceToRect, seatCentrePx } from '@comptoir/shared/map/reach';
import type { DeskView } from '@comptoir/shared/protocol/desks';
import { seatAt } from './surroundings.ts';
import type { Offer, World } from './World.ts';

export type NextAct =
  | { kind: 'thing'; thing: Thing }
  /** join: stand with them · knock: their door is closed · wave: they sit at a desk or want to be asked first. */
  | { kind: 'person'; personId: string; how: 'join' | 'knock' | 'wave' }
  | { kind: 'offer'; offer: Offer }
  | { kind: 'seat'; seat: Seat }
  /** Somebody else's: one leaves a note there. */
  | { kind: 'desk'; seat: Seat; owner: DeskView }
  /** A talk is over, and goes on in here. */
  | { kind: 'lounge'; area: string };

/** Reads signals: call it inside a computed. Undefined when nothing is within reach. */
export function nextAct(world: World): NextAct | undefined {
  const over = world.auditorium.over.value;
  // T58: one key, whatever else is within reach of a seat in the audience
  if (over && over.lounge !== null) return { kind: 'lounge', area: over.lounge };
  const { thing, seat, person: personId } = world.surroundings.value;
  if (thing && (thing.use !== 'echo' || isEchoMeant(world, thing, seat))) return { kind: 'thing', thing };
  const offer = world.offer.value;
  // whoever is in a talk begins no other conversation beside it
  if (personId !== undefined && world.talk.conversation.value?.kind !== 'talk') {
    const how = howToJoin(world, personId);
    if (!seat || !isSeatMeant(world, seat, personId, how)) return { kind: 'person', personId, how };
  }
  if (offer) return { kind: 'offer', offer };
  const owner = seat?.desk === undefined ? undefined : world.desks.ownerOf(seat.desk);
  if (seat && owner && owner.personId !== world.myId.value) return { kind: 'desk', seat, owner };
  return seat && { kind: 'seat', seat };
}

/** It listens by itself: X is the click that the browser wants first. A seat that is nearer is meant rather. */
function isEchoMeant(world: World, perch: Thing, seat: Seat | undefined): boolean {
  const phase = world.echo.value?.phase;
  if (phase !== 'dwelling' && phase !== 'asking') return false;
  if (!seat) return true;
  const centre = seatCentrePx(seat);
  const feet = { x: world.own.x, y: world.own.y };
  return distanceToRect(feet, perch.shape) < Math.hypot(centre.x - feet.x, centre.y - feet.y);
}

function howToJoin(world: World, personId: string): 'join' | 'knock' | 'wave' {
  const person = world.people.value.get(personId);
  const avatar = person && world.avatars.get(person.avatarNumber);
  if (avatar?.ring?.state === 'closed' && avatar.ring.role === 'member') return 'knock';
  const desk = avatar?.seated && seatAt(world, avatar.trail)?.desk !== undefined;
  return desk || person?.availability === 'focused' ? 'wave' : 'join';
}

/** A free seat at their table joins them sitting down; a free desk nearer than somebody at work is not a wave at them. */
function isSeatMeant(world: World, seat: Seat, personId: string, how: 'join' | 'knock' | 'wave'): boolean {
  const place = world.placeOf(personId);
  if (!place) return true;
  const theirs = seatAt(world, place);
  if (how === 'join') return seat.table !== undefined && theirs?.table === seat.table;
  const centre = seatCentrePx(seat);
  const far = (x: number, y: number): number => Math.hypot(x - world.own.x, y - world.own.y);
  return how === 'wave' && far(centre.x, centre.y) < far(place.x, place.y);
}
