// Sitting down and getting up.
import type { Point } from '@comptoir/shared/geometry';
import type { Facing, Seat } from '@comptoir/shared/map/OfficeMap';
import { feetPxOf, reachesSeat, seatPlace, standUpPlace } from '@comptoir/shared/map/reach';
import type { Direction } from '@comptoir/shared/movement';
import { isShutAt } from './greenRooms.ts';
import type { Occupant, Office } from './Office.ts';
import { gridOf, isSeatOpen } from './visits.ts';

export const DIRECTION_OF_FACING: Record<Facing, Direction> = { right: 0, down: 2, left: 4, up: 6 };

/** May this person take the seat from where they stand? S1: within reach, S2: nobody else on it. */
export function sitProblem(office: Office, occupant: Occupant, seatId: string): 'notThere' | 'seatTaken' | 'tooFar' | undefined {
  const seat = office.ground.seats.get(seatId);
  if (!seat || !isSeatOpen(occupant, seat) || isShutAt(office, occupant, feetPxOf(seatPlace(seat)))) return 'notThere';
  const takenBy = office.seatTakenBy.get(seatId);
  if (takenBy !== undefined && takenBy !== occupant.personId) return 'seatTaken';
  return reachesSeat(feetPxOf(occupant.walker), seat) ? undefined : 'tooFar';
}

/** Puts the person on the seat (asked before with sitProblem, or because the server seats them); the walker stands still there. */
export function takeSeat(office: Office, occupant: Occupant, seat: Seat): { at: Point; direction: Direction } {
  leaveSeat(office, occupant);
  occupant.seat = seat;
  office.seatTakenBy.set(seat.id, occupant.personId);
  return { at: seatPlace(seat), direction: DIRECTION_OF_FACING[seat.facing] };
}

/** Frees the seat. @returns where the person stands now, world units; undefined when they were not seated */
export function leaveSeat(office: Office, occupant: Occupant): Point | undefined {
  const { seat } = occupant;
  if (!seat) return undefined;
  office.seatTakenBy.delete(seat.id);
  delete occupant.seat;
  return standUpPlace(seat, gridOf(office, occupant), occupant.walker.rank);
}
