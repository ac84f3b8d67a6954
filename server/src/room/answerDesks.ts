// The table of desks: request -> rule.
import type { deskRequests } from '@comptoir/shared/protocol/desks';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type DeskRules = { [R in keyof typeof deskRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Promise<Answer<R>> };

export function deskRules({ desks }: OfficeRoom): DeskRules {
  return {
    claimDesk: ({ occupant }, ask) => desks.claim(occupant, ask),
    giveUpDesk: ({ occupant }) => desks.giveUp(occupant),
    freeDesk: ({ occupant }, ask) => desks.free(occupant, ask),
    leaveDeskNote: ({ occupant }, ask) => desks.leaveNote(occupant, ask),
    deskNotes: ({ occupant }) => desks.notes(occupant),
    eraseDeskNote: ({ occupant }, ask) => desks.eraseNote(occupant, ask),
  };
}
