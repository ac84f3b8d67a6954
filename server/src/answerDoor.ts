// The table of the door: request -> rule. Who may ask was checked by answerMessages.ts.

import type { doorRequests } from '@comptoir/shared/protocol/door';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { OfficeRoom } from './OfficeRoom.ts';
import type { Occupant } from './office/Office.ts';

type DoorRules = {
  [R in keyof typeof doorRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> | Promise<Answer<R>>;
};

export function doorRules(_room: OfficeRoom): DoorRules {
  const notYet = (): { refused: 'notAllowed' } => ({ refused: 'notAllowed' });
  return {
    invite: notYet,
    invitations: notYet,
    revokeInvitation: notYet,
    door: notYet,
    setDoor: notYet,
    answerKnock: notYet,
    setRank: notYet,
  };
}
