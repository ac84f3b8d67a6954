// What one can do with somebody, by their availability, where they are and whether we talk: the first is the obvious one. Then what is a host's.
import { RANKS, type Rank } from '@comptoir/shared/people';
import { isAbove, may, maySetRank } from '@comptoir/shared/permissions';
import type { Person } from '../../world/World.ts';

export type PersonVerb = 'walkOver' | 'wave' | 'knock' | 'write' | 'invite' | 'beThere';

export interface PersonFacts {
  availability: Person['availability'];
  connected: boolean;
  /** They are in my conversation. */
  withMe: boolean;
  /** I am in one and may ask others in. */
  mayInvite: boolean;
  /** They talk behind a closed door. */
  closed: boolean;
  /** I have blocked them. */
  blocked: boolean;
  /** I am a guest of one area, and they are not in it. */
  outOfReach: boolean;
}

export function personVerbs({ availability, connected, withMe, mayInvite, closed, blocked, outOfReach }: PersonFacts): PersonVerb[] {
  // neither of us hears or reads the other: there is nothing to do together
  if (blocked || outOfReach) return [];
  // whose line is lost is found where they stood, but hears and reads nothing now
  if (!connected) return ['walkOver', 'beThere'];
  if (withMe) return ['write'];
  const invite: PersonVerb[] = mayInvite && availability !== 'doNotDisturb' && availability !== 'away' ? ['invite'] : [];
  if (availability === 'doNotDisturb' || availability === 'away') return ['write', 'walkOver', 'beThere'];
  // whoever walks over to a closed door knocks there
  if (closed) return ['walkOver', 'knock', 'write', 'beThere'];
  if (availability === 'focused') return ['wave', 'write', ...invite, 'walkOver', 'beThere'];
  return ['walkOver', 'wave', 'write', ...invite, 'beThere'];
}

export type HostVerb = 'mute' | 'sendOut' | 'ban' | 'role' | 'signInLink';

/**
 * What I may do upon somebody for the office, by my rank and theirs.
 * @param isHeard their microphone is open to somebody; undefined: not known to me
 */
export function hostVerbs({ mine, theirs, isHeard }: { mine: Rank; theirs: Rank; isHeard: boolean | undefined }): HostVerb[] {
  const upon = (act: 'mute' | 'sendOut' | 'ban' | 'handSignIn'): boolean => may(mine, act) && isAbove(mine, theirs);
  return [
    ...(upon('mute') && isHeard !== false ? (['mute'] as const) : []),
    ...(upon('sendOut') ? (['sendOut'] as const) : []),
    ...(upon('ban') ? (['ban'] as const) : []),
    ...(ranksFor(mine, theirs).length > 1 ? (['role'] as const) : []),
    ...(upon('handSignIn') ? (['signInLink'] as const) : []),
  ];
}

/** The ranks I may give to somebody, the one they have included. */
export const ranksFor = (mine: Rank, theirs: Rank): Rank[] => RANKS.filter((rank) => rank === theirs || maySetRank(mine, theirs, rank));
