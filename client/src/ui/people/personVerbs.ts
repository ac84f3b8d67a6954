// What one can do with somebody, by their availability, where they are and whether we talk: the first is the obvious one.
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
}

export function personVerbs({ availability, connected, withMe, mayInvite, closed }: PersonFacts): PersonVerb[] {
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
