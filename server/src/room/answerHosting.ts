// The table of what hosts do, and of what everybody may do about somebody: request -> rule. Who may ask was checked by answerMessages.ts.

import type { hostingRequests } from '@comptoir/shared/protocol/hosting';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type HostingRules = {
  [R in keyof typeof hostingRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> | Promise<Answer<R>>;
};

export function hostingRules(room: OfficeRoom): HostingRules {
  const { hosting, reports } = room;
  const now = (): number => Math.floor(room.tickNow());
  return {
    mute: ({ occupant }, ask) => hosting.mute(occupant, ask, now()),
    sendOut: ({ occupant }, ask) => hosting.bans.sendOut(occupant, ask),
    ban: ({ occupant }, ask) => hosting.bans.ban(occupant, ask),
    bans: () => hosting.bans.list(),
    liftBan: ({ occupant }, ask) => hosting.bans.liftBan(occupant, ask),
    endConversation: ({ occupant }, ask) => hosting.endConversation(occupant, ask, now()),
    gather: ({ occupant }, ask) => hosting.gather(occupant, ask, now()),
    announce({ occupant }, { on }) {
      return on ? room.announcement.begin(occupant, now()) : room.announcement.end(occupant, now());
    },
    audit: () => hosting.auditList(),
    reports: ({ occupant }) => reports.list(occupant),
    settleReport: ({ occupant }, ask) => reports.settle(occupant, ask),
    block: ({ occupant }, ask) => room.blocking.block(occupant, ask),
    report: ({ occupant }, ask) => reports.file(occupant, ask),
  };
}
