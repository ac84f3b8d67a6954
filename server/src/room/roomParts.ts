// What follows who is in an office, each for itself: told of everybody who comes in or goes, and once a second.
import { may } from '@comptoir/shared/permissions';
import { type Occupant, rankOf } from '../office/Office.ts';
import type { Admitted } from './admitPerson.ts';
import { insiderOf } from './answerAppointments.ts';
import { OfficeMet } from './OfficeMet.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export interface RoomPart {
  /** After each welcome: a page that has to be told what stands. */
  cameIn?(occupant: Occupant, admitted: Admitted): void;
  /** Gone, not only disconnected. */
  left?(occupant: Occupant): void;
  eachSecond?(): void;
}

/** In the order they are told. */
export const roomParts = (room: OfficeRoom): readonly RoomPart[] => [
  room.hosting,
  room.hosting.sessions,
  { cameIn: (occupant) => room.agenda.cameIn(insiderOf(room, occupant)), eachSecond: () => room.agenda.eachSecond() },
  {
    cameIn(occupant) {
      if (may(rankOf(occupant), 'letIn')) room.knocks.rankChanged(occupant);
    },
  },
  room.blocking,
  room.reports,
  room.threads,
  room.cards,
  room.desks,
  new OfficeMet(room),
];
