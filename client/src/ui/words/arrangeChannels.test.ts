import type { Line } from '@comptoir/shared/protocol/talk';
import { expect, test } from 'vitest';
import { arrangeChannels } from './arrangeChannels.ts';

const line = (from: string, to: string, atMs: number, name = from): Line => ({
  ...{ id: `${from}${atMs}`, from, name, to: { kind: 'person', id: to }, text: 'x', atMs, mentions: [] },
});
const people = new Map([
  ['n', { name: 'Noor' }],
  ['l', { name: 'Lou' }],
]);

test('[W9] the conversation, everybody, then people by who wrote last, each with what is unread', () => {
  const lines = new Map([
    ['n', [line('n', 'me', 1)]],
    ['l', [line('me', 'l', 2)]],
  ]);
  const rows = arrangeChannels({ lines, unread: new Map([['n', 3]]), people, shown: 'office' });
  expect(rows.map(({ id, name, unread }) => [id, name, unread])).toEqual([
    ['conversation', undefined, 0],
    ['office', undefined, 0],
    ['l', 'Lou', 0],
    ['n', 'Noor', 3],
  ]);
});

test('[W9] whom I begin to write with is there before the first line', () => {
  const rows = arrangeChannels({ lines: new Map([['n', [line('n', 'me', 1)]]]), unread: new Map(), people, shown: 'l' });
  expect(rows.slice(2).map(({ id }) => id)).toEqual(['l', 'n']);
});

test('[W9] who has left keeps the name they had, and is marked', () => {
  const lines = new Map([
    ['z', [line('z', 'me', 1, 'Zoe')]],
    ['y', [line('me', 'y', 2)]],
  ]);
  const rows = arrangeChannels({ lines, unread: new Map(), people, shown: 'office' });
  expect(rows.slice(2).map(({ name, gone }) => [name, gone])).toEqual([
    [undefined, true],
    ['Zoe', true],
  ]);
});

test('[U68] on a visit to one area nobody is offered what is said to everybody', () => {
  const rows = arrangeChannels({ lines: new Map(), unread: new Map(), people, shown: 'office', isVisit: true });
  expect(rows.map(({ id }) => id)).toEqual(['conversation']);
});
