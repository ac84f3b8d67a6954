import { expect, it } from 'vitest';
import { type PersonFacts, personVerbs } from './personVerbs.ts';

const free: PersonFacts = { availability: 'available', connected: true, withMe: false, mayInvite: false, closed: false };

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
