// What each rank may do: the one table that server, screens and docs/roles.md read. Everything not listed may be done by everybody inside.
import { RANKS, type Rank } from './people.ts';

/** Each act with the lowest rank that may do it. */
export const leastRank = {
  /** Links for visitors; for members and hosts a host is needed, for admins an admin (`mayInviteAs`). */
  invite: 'member',
  /** Every invitation, not only one's own. */
  seeAllInvitations: 'host',
  /** Open, by link, by password, by knocking; how many fit in. */
  setDoor: 'host',
  letIn: 'host',
  setRank: 'host',
  /** A link by which somebody below signs in. */
  handSignIn: 'host',
  mute: 'host',
  sendOut: 'host',
  ban: 'host',
  endConversation: 'host',
  gather: 'host',
  announce: 'host',
  planMeeting: 'host',
  /** A desk of one's own, while one is here or not. */
  claimDesk: 'member',
  /** Of somebody else. */
  freeDesk: 'host',
  /** What others said to everybody. */
  eraseLines: 'host',
  openTopic: 'member',
  /** What others opened, and what they put on the shelf. */
  tendTopics: 'host',
  seeReports: 'host',
  seeAudit: 'host',
  /** People, texts and health of the whole server. */
  administer: 'admin',
} as const satisfies Record<string, Rank>;

export type Act = keyof typeof leastRank;

const levelOf = (rank: Rank): number => RANKS.indexOf(rank);

export const may = (rank: Rank, act: Act): boolean => levelOf(rank) >= levelOf(leastRank[act]);

/** Acts upon somebody (mute, send out, ban, change their rank) reach only those of a lower rank; an admin reaches everybody. */
export const isAbove = (rank: Rank, other: Rank): boolean => rank === 'admin' || levelOf(rank) > levelOf(other);

/** Nobody gives more than they have, and members invite visitors only. */
export const mayInviteAs = (rank: Rank, as: Rank): boolean =>
  may(rank, 'invite') && (as === 'visitor' || (levelOf(rank) >= levelOf('host') && levelOf(as) <= levelOf(rank)));

/** From and to which rank somebody of `rank` may move another: hosts make visitors members and back, admins everything. */
export const maySetRank = (rank: Rank, from: Rank, to: Rank): boolean =>
  may(rank, 'setRank') && (rank === 'admin' || (isAbove(rank, from) && isAbove(rank, to)));
