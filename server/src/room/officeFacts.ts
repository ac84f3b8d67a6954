// What an office says of itself: to those at its entrance, to somebody who has just come in, and to the store.
import { AVAILABILITIES, RANKS } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import { PROTOCOL_VERSION, type ServerMessages } from '@comptoir/shared/protocol/messages';
import { type OfficeState, PersonState } from '@comptoir/shared/protocol/state';
import { moveToGoal } from '../office/arrivals.ts';
import type { Occupant } from '../office/Office.ts';
import { gridOf } from '../office/visits.ts';
import type { Admitted } from './admitPerson.ts';
import type { RememberedPlace } from './OfficeParts.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

/** The entrance shows as many faces. */
const MOST_FACES = 24;

export function factsOf(room: OfficeRoom): OfficeFacts {
  const { officeId, door, mapProblem, house } = room.parts;
  const charter = house.charter?.version;
  const people = [...room.state.people.values()];
  // P18: who is there is told at an open door only
  const next = door.mode === 'open' ? room.agenda.nextFacts() : undefined;
  const shown = door.mode === 'open' ? people.slice(-MOST_FACES).reverse() : [];
  return {
    id: officeId,
    roomId: room.roomId,
    title: room.floor.office.ground.map.title,
    people: people.length,
    capacity: door.capacity,
    mapVersion: room.state.mapVersion,
    cupsToday: room.state.cupsToday,
    door: door.mode,
    hostIsIn: people.some(({ rank, connected }) => connected && may(RANKS[rank] ?? 'visitor', 'letIn')),
    here: shown.map(({ name, trade, appearance }) => ({ name, trade, appearance })),
    ...(room.parts.isDemo ? { demo: true as const } : {}),
    ...(charter === undefined ? {} : { charter }),
    ...(next === undefined ? {} : { next }),
    ...(mapProblem === undefined ? {} : { mapProblem }),
  };
}

export function welcomeOf(room: OfficeRoom, occupant: Occupant, admitted: Admitted): ServerMessages['welcome'] {
  const { walker, avatarNumber, seat, visit } = occupant;
  const { personId, ticket, moveTo } = admitted;
  return {
    protocol: PROTOCOL_VERSION,
    office: room.parts.officeId,
    personId,
    ticket,
    avatarNumber,
    tick: room.tickNow(),
    x: walker.x,
    y: walker.y,
    direction: walker.direction,
    seat: seat?.id ?? null,
    mapVersion: room.state.mapVersion,
    ...(visit ? { confinedTo: visit.area } : {}),
    ...(moveTo === undefined ? {} : { goal: moveToGoal(room.floor.office, moveTo, gridOf(room.floor.office, occupant)) ?? null }),
  };
}

/** As it is to be found after a restart: idleness does not outlive it. */
export const placeToKeep = ({ walker, seat, idle, availability, availabilityBefore }: Occupant): RememberedPlace => ({
  x: walker.x,
  y: walker.y,
  direction: walker.direction,
  seat: seat?.id,
  availability: idle ? (availabilityBefore ?? 'available') : availability,
});

/** Brings what everybody sees of a person up to how they come in. */
export function showPerson(state: OfficeState, occupant: Occupant, { personId, name, trade, appearance }: Admitted): void {
  const person = state.people.get(personId) ?? new PersonState();
  person.name = name;
  person.trade = trade;
  person.appearance = appearance;
  person.availability = AVAILABILITIES.indexOf(occupant.availability);
  person.rank = occupant.walker.rank;
  person.avatarNumber = occupant.avatarNumber;
  person.connected = true;
  if (!state.people.has(personId)) state.people.set(personId, person);
}
