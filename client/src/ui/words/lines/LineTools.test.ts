import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import { DEFAULT_APPEARANCE, type Rank } from '@comptoir/shared/people';
import type { Line } from '@comptoir/shared/protocol/talk';
import { expect, test } from 'vitest';
import { World } from '../../../world/World.ts';
import { lineRights } from './LineTools.ts';

function worldOf(rank: Rank): World {
  const world = new World('office', groundOf(drawnOffice('....')));
  world.myId.value = 'me';
  const me = { personId: 'me', name: 'Ada', trade: '', appearance: DEFAULT_APPEARANCE, avatarNumber: 1, connected: true };
  world.people.value = new Map([['me', { ...me, availability: 'available', rank }]]);
  return world;
}
const said = (from: string, to: Line['to']): Line => ({ id: '1', from, name: from, to, text: 'x', atMs: 1, mentions: [] });
const rightsOf = (rank: Rank, line: Line, isOpen = true): string =>
  Object.entries(lineRights(worldOf(rank), line, isOpen))
    .flatMap(([what, may]) => (may ? [what] : []))
    .join(' ');

test('[U132] what stays is answered and reacted to, mine edited and erased; hosts erase what was said to all', () => {
  const office = { kind: 'office' } as const;
  const topic = { kind: 'topic', id: 't' } as const;
  const person = { kind: 'person', id: 'me' } as const;
  expect(rightsOf('visitor', said('me', office))).toBe('reply edit react erase');
  expect(rightsOf('visitor', said('noor', office))).toBe('reply react');
  expect(rightsOf('host', said('noor', topic))).toBe('reply react erase');
  expect(rightsOf('host', said('noor', person))).toBe('reply react');
});

test('[U132] of a conversation a line of mine is erased only; of a closed topic, too', () => {
  expect(rightsOf('host', said('me', { kind: 'conversation' }))).toBe('erase');
  expect(rightsOf('host', said('noor', { kind: 'conversation' }))).toBe('');
  expect(rightsOf('visitor', said('me', { kind: 'topic', id: 't' }), false)).toBe('erase');
});
