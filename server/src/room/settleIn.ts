// Somebody comes in: through the door, then to their place on the floor; and what changes when their rank does.
import { ServerError } from '@colyseus/core';
import { confinesOf } from '@comptoir/shared/map/confinedGrid';
import type { Direction, RankLevel } from '@comptoir/shared/movement';
import { RANKS, type Rank } from '@comptoir/shared/people';
import { CLOSE } from '@comptoir/shared/protocol/http';
import { arrivalPlace } from '../office/arrivals.ts';
import { isOver } from '../office/door.ts';
import type { Occupant } from '../office/Office.ts';
import { noteVisit } from '../office/visits.ts';
import { type Admitted, refusedJoin } from './admitPerson.ts';
import type { Arrived } from './OfficeDoor.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { putOut } from './putOut.ts';

export const levelOf = (rank: Rank): RankLevel => RANKS.indexOf(rank) as RankLevel;

/**
 * O10: nobody is let in, and nothing used up, where there is no place; those who are being looked up count too.
 * @throws ServerError with a JOIN_REFUSED code
 */
export async function passDoor(room: OfficeRoom, admitted: Admitted): Promise<Arrived> {
  const { door, metrics } = room.parts;
  const { personId } = admitted;
  const here = new Set([...room.floor.office.occupants.keys(), ...room.clientOf.keys(), ...room.arriving]);
  try {
    if (!here.has(personId) && here.size >= door.capacity) throw refusedJoin('full');
    room.arriving.add(personId);
    const arrived = await door.comeIn(admitted);
    await room.hosting.bans.admit(admitted);
    return arrived;
  } catch (err) {
    if (err instanceof ServerError) metrics.refusedJoins.inc({ reason: err.message });
    throw err;
  } finally {
    room.arriving.delete(personId);
  }
}

/** Their old place where they may have it, else a start's. */
export async function settleIn(room: OfficeRoom, { personId, start }: Admitted, { rank, visit: granted }: Arrived): Promise<Occupant> {
  const { floor } = room;
  const { memory } = room.parts;
  const [remembered] = await Promise.all([memory.placeOf(personId), room.blocking.lookUp(personId)]);
  // two tabs of one person may have asked at the same time
  const known = floor.office.occupants.get(personId);
  if (known) return known;
  const nowTick = Math.floor(room.tickNow());
  const before = remembered && { at: { x: remembered.x, y: remembered.y }, direction: remembered.direction as Direction };
  const seated = remembered?.seat !== undefined && start === undefined && !floor.office.seatTakenBy.has(remembered.seat);
  const confines = granted && confinesOf(floor.office.ground, granted.area);
  const visit = confines && { ...confines, untilMs: granted.untilMs };
  const place = arrivalPlace(floor.office, start, before, levelOf(rank), Math.random(), visit);
  const occupant = floor.enter(personId, place, levelOf(rank), nowTick, performance.now(), visit);
  if (remembered) occupant.availability = remembered.availability;
  room.talk.enter(occupant, place === before, nowTick);
  room.auditorium.greenRooms.arrived(occupant, nowTick);
  if (seated && remembered?.seat !== undefined && !room.desks.isOthers(remembered.seat, personId))
    floor.sit(occupant, remembered.seat, nowTick);
  memory.arrived(personId);
  return occupant;
}

/** P12, P19: what somebody is now, seen at once by everybody, and walked with. */
export function beAs(room: OfficeRoom, occupant: Occupant, { rank, visit }: Arrived): void {
  const { walker, personId } = occupant;
  if (walker.rank !== levelOf(rank)) {
    walker.rank = levelOf(rank);
    const person = room.state.people.get(personId);
    if (person) person.rank = walker.rank;
  }
  if (occupant.visit?.area !== visit?.area) {
    const confines = visit && confinesOf(room.floor.office.ground, visit.area);
    if (confines) occupant.visit = { ...confines, untilMs: visit.untilMs };
    else delete occupant.visit;
    // of the floor as it was for them before
    delete occupant.shut;
    room.auditorium.greenRooms.look(occupant, Math.floor(room.tickNow()));
    noteVisit(room.talk.talks, room.talk.talkerOf(occupant));
  } else if (occupant.visit) occupant.visit.untilMs = visit?.untilMs;
  if (!room.floor.standFreely(occupant, Math.floor(room.tickNow()))) room.putBack(occupant);
}

/** Given by somebody else. A visitor who may be everywhere now joins anew, to hear what was not for them. */
export function useRank(room: OfficeRoom, occupant: Occupant, rank: Rank): void {
  const { visit } = occupant;
  if (occupant.walker.rank === levelOf(rank)) return;
  beAs(room, occupant, { rank, visit });
  room.knocks.rankChanged(occupant);
  room.reports.cameIn(occupant);
  if (visit && rank !== 'visitor') room.clientOf.get(occupant.personId)?.leave(CLOSE.comeBack);
}

/** Once a second: a command may have set the door, and what has its time may be over. */
export function tendDoor(room: OfficeRoom): void {
  room.knocks.tick();
  // a store that fails says so itself; the door stays as it was
  room.parts.door.read().catch(() => undefined);
  const nowMs = Date.now();
  for (const occupant of [...room.floor.office.occupants.values()])
    if (occupant.visit && isOver({ expiresMs: occupant.visit.untilMs }, nowMs)) putOut(room, occupant, CLOSE.visitOver);
}
