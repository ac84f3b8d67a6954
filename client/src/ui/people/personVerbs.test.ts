import { RANKS, type Rank } from '@comptoir/shared/people';
import { expect, it } from 'vitest';
import { hostVerbs, type PersonFacts, personVerbs, ranksFor } from './personVerbs.ts';

const free: PersonFacts = {
  availability: 'available',
  connected: true,
  withMe: false,
  mayInvite: false,
  closed: false,
  blocked: false,
  outOfReach: false,
};

it.each([
  ['available: walk over', free, 'walkOver'],
  ['at work: wave first', { ...free, availability: 'focused' }, 'wave'],
  ['not to be disturbed: write', { ...free, availability: 'doNotDisturb' }, 'write'],
  ['away: leave a word', { ...free, availability: 'away' }, 'write'],
  ['behind a closed door: walk over, and knock there', { ...free, closed: true }, 'walkOver'],
  ['already with me: write', { ...free, withMe: true }, 'write'],
] as const)('[L6] the obvious thing to do with somebody %s', (_, facts, verb) => {
  expect(personVerbs(facts)[0]).toBe(verb);
});

it('[L6] whoever may not be disturbed is neither waved to nor invited', () => {
  for (const availability of ['doNotDisturb', 'away'] as const) {
    const verbs = personVerbs({ ...free, availability, mayInvite: true });
    expect(verbs).not.toContain('wave');
    expect(verbs).not.toContain('invite');
  }
});

it('[L6] from a conversation one can invite who is not in it', () => {
  expect(personVerbs({ ...free, mayInvite: true })).toContain('invite');
  expect(personVerbs({ ...free, mayInvite: true, withMe: true })).not.toContain('invite');
  expect(personVerbs(free)).not.toContain('invite');
});

it('[U68] a guest of one area is offered nothing with people elsewhere', () => {
  expect(personVerbs({ ...free, outOfReach: true })).toEqual([]);
});

it('[U73] with somebody I have blocked there is nothing to do together', () => {
  expect(personVerbs({ ...free, blocked: true })).toEqual([]);
  expect(personVerbs({ ...free, blocked: true, withMe: true })).toEqual([]);
});

const upon = (mine: Rank, theirs: Rank) => hostVerbs({ mine, theirs, isHeard: undefined });

it('[L10] visitors and members have no verbs of hosts', () => {
  for (const mine of ['visitor', 'member'] as const) for (const theirs of RANKS) expect(upon(mine, theirs)).toEqual([]);
});

it('[L10] a host acts upon visitors and members, and upon no host; an admin upon everybody', () => {
  const all = ['mute', 'sendOut', 'ban', 'role', 'signInLink'];
  expect(upon('host', 'visitor')).toEqual(all);
  expect(upon('host', 'member')).toEqual(all);
  expect(upon('host', 'host')).toEqual([]);
  expect(upon('host', 'admin')).toEqual([]);
  for (const theirs of RANKS) expect(upon('admin', theirs)).toEqual(all);
});

it('[L10] whose microphone is known to be closed is not muted', () => {
  expect(hostVerbs({ mine: 'host', theirs: 'visitor', isHeard: false })).not.toContain('mute');
  expect(hostVerbs({ mine: 'host', theirs: 'visitor', isHeard: true })).toContain('mute');
});

it('[L10] a host makes visitors members and back, an admin everything', () => {
  expect(ranksFor('host', 'visitor')).toEqual(['visitor', 'member']);
  expect(ranksFor('host', 'member')).toEqual(['visitor', 'member']);
  expect(ranksFor('host', 'host')).toEqual(['host']);
  expect(ranksFor('admin', 'host')).toEqual([...RANKS]);
  expect(ranksFor('member', 'visitor')).toEqual(['visitor']);
});
