// What an office says of itself: to those at its entrance, to somebody who has just come in, and to the store.
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import { PROTOCOL_VERSION, type ServerMessages } from '@comptoir/shared/protocol/messages';
import type { Admitted } from './admitPerson.ts';
import type { RememberedPlace } from './OfficeParts.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { moveToGoal } from './office/arrivals.ts';
import type { Occupant } from './office/Office.ts';

/** The entrance shows as many faces. */
const MOST_FACES = 24;

export function factsOf(room: OfficeRoom): OfficeFacts {
  const { officeId, capacity, mapProblem } = room.parts;
  const people = [...room.state.people.values()];
  return {
    id: officeId,
    roomId: room.roomId,
    title: room.floor.office.ground.map.title,
    people: people.length,
    capacity,
    mapVersion: room.state.mapVersion,
    cupsToday: room.state.cupsToday,
    door: 'open',
    hostIsIn: false,
    here: people
      .slice(-MOST_FACES)
      .reverse()
      .map(({ name, trade, appearance }) => ({ name, trade, appearance })),
    ...(mapProblem === undefined ? {} : { mapProblem }),
  };
}

export function welcomeOf(room: OfficeRoom, { walker, avatarNumber, seat }: Occupant, admitted: Admitted): ServerMessages['welcome'] {
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
    ...(moveTo === undefined ? {} : { goal: moveToGoal(room.floor.office, moveTo) ?? null }),
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
