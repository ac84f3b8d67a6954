// Who may come in, and by what: pure rules over the door, what is known of somebody, and what they show. Times in ms since 1970.
import { RANKS, type Rank } from '@comptoir/shared/people';
import type { DoorMode } from '@comptoir/shared/protocol/door';
import type { JOIN_REFUSED } from '@comptoir/shared/protocol/http';

export interface Door {
  mode: DoorMode;
  passwordHash: string | undefined;
  /** People at a time, when fewer than the server allows. */
  capacity: number | undefined;
}

/** That somebody was let in before. */
export interface Pass {
  invitationId: string | undefined;
  /** Of a client's visit: the only area they can be in. */
  area: string | undefined;
  expiresMs: number | undefined;
}

export interface Invitation {
  invitationId: string;
  rank: Rank;
  area: string | undefined;
  quota: number | undefined;
  used: number;
  expiresMs: number | undefined;
  revokedMs: number | undefined;
}

/** Who stands at the door. */
export interface Caller {
  rank: Rank;
  isBanned: boolean;
  /** P82: they have an account, and do not show that they are signed in to it. */
  isSignedOut: boolean;
  /** P140: there is a charter, and they have neither accepted it before nor do now. */
  owesCharter: boolean;
  /** Has a place in the office now, connected or for a moment not. */
  isHere: boolean;
  pass: Pass | undefined;
  /** `found` undefined: no invitation of this office has such an id. */
  invitation: { found: Invitation | undefined } | undefined;
  showsPassword: boolean;
}

export type DoorRefusal = Extract<
  keyof typeof JOIN_REFUSED,
  'link' | 'password' | 'knock' | 'banned' | 'invitation' | 'signIn' | 'charter'
>;

export type WayIn =
  | { refused: DoorRefusal }
  /** As they are, or by an invitation that is to be redeemed once there is a place for them. */
  | { redeem: string | undefined }
  /** If the password they show is the right one. */
  | 'byPassword';

const levelOf = (rank: Rank): number => RANKS.indexOf(rank);

export const isOver = ({ expiresMs }: { expiresMs: number | undefined }, nowMs: number): boolean =>
  expiresMs !== undefined && expiresMs <= nowMs;

/** P11: does it still let newcomers in? */
export const isLiving = (invitation: Invitation, nowMs: number): boolean =>
  invitation.revokedMs === undefined &&
  !isOver(invitation, nowMs) &&
  (invitation.quota === undefined || invitation.used < invitation.quota);

/** P12: where somebody may be: the area of their visit; undefined: everywhere. */
export const confinementOf = ({ rank, pass }: Pick<Caller, 'rank' | 'pass'>): string | undefined =>
  rank === 'visitor' ? pass?.area : undefined;

/**
 * P10, P11: members pass, and whoever was let in before or is inside; others by what the door asks for, or by an invitation.
 * @param isArea whether the map has an area of this id
 */
export function wayIn(door: Pick<Door, 'mode'>, caller: Caller, nowMs: number, isArea: (id: string) => boolean): WayIn {
  if (caller.isBanned) return { refused: 'banned' };
  if (caller.isSignedOut) return { refused: 'signIn' };
  // whoever is inside when it is changed stays
  if (caller.owesCharter && !caller.isHere) return { refused: 'charter' };
  const isVisit = (given: { area: string | undefined }): boolean => given.area === undefined || isArea(given.area);
  const pass = caller.pass && !isOver(caller.pass, nowMs) && isVisit(caller.pass) ? caller.pass : undefined;
  const isOverVisit = caller.pass?.area !== undefined && pass === undefined;
  const isKnown = caller.rank !== 'visitor' || pass !== undefined || (caller.isHere && !isOverVisit);
  const { found } = caller.invitation ?? {};
  if (found && found.invitationId !== pass?.invitationId && givesMore(found, caller.rank, pass)) {
    if (isLiving(found, nowMs) && isVisit(found)) return { redeem: found.invitationId };
    if (levelOf(found.rank) > levelOf(caller.rank) || found.area !== undefined) return { refused: 'invitation' };
  }
  if (isKnown) return { redeem: undefined };
  if (door.mode === 'password' && caller.showsPassword) return 'byPassword';
  if (door.mode === 'open') return isOverVisit ? { refused: 'invitation' } : { redeem: undefined };
  if (caller.invitation || (door.mode === 'link' && isOverVisit)) return { refused: 'invitation' };
  return { refused: door.mode };
}

/** To a visitor who may be everywhere already, only a rank; to one on a visit, another area too; to members nothing but a higher rank. */
function givesMore({ rank, area }: Invitation, own: Rank, pass: Pass | undefined): boolean {
  if (levelOf(rank) > levelOf(own)) return true;
  return own === 'visitor' && (pass === undefined || (pass.area !== undefined && pass.area !== area));
}
