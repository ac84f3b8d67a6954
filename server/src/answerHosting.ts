// The table of what hosts do, and of what everybody may do about somebody: request -> rule. Who may ask was checked by answerMessages.ts.

import type { hostingRequests } from '@comptoir/shared/protocol/hosting';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { OfficeRoom } from './OfficeRoom.ts';
import type { Occupant } from './office/Office.ts';

type HostingRules = {
  [R in keyof typeof hostingRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> | Promise<Answer<R>>;
};

export function hostingRules(_room: OfficeRoom): HostingRules {
  const notYet = (): { refused: 'notAllowed' } => ({ refused: 'notAllowed' });
  return {
    mute: notYet,
    sendOut: notYet,
    ban: notYet,
    bans: notYet,
    liftBan: notYet,
    endConversation: notYet,
    gather: notYet,
    announce: notYet,
    audit: notYet,
    reports: notYet,
    settleReport: notYet,
    block: notYet,
    report: notYet,
  };
}
