import type { TopicView } from '@comptoir/shared/protocol/channels';
import type { Line } from '@comptoir/shared/protocol/talk';
import { expect, test } from 'vitest';
import { arrangeChannels, besideChannel, type ChannelFacts, quickChannels, unreadElsewhere } from './arrangeChannels.ts';

const line = (from: string, to: string, atMs: number, name = from): Line => ({
  ...{ id: `${from}${atMs}`, from, name, to: { kind: 'person', id: to }, text: 'x', atMs, mentions: [] },
});
const topic = (id: string, more: Partial<TopicView> = {}): TopicView => ({
  ...{ id, title: `About ${id}`, about: '', area: null, closed: false, by: 'n', byName: 'Noor', createdMs: 5 },
  ...more,
});
const people = new Map([
  ['n', { name: 'Noor' }],
  ['l', { name: 'Lou' }],
]);
const rowsOf = (facts: Partial<ChannelFacts> = {}) =>
  arrangeChannels({
    ...{ lines: new Map(), unread: new Map(), mentions: new Map(), people, known: new Map(), topics: [], latestMs: new Map() },
    ...{ shown: 'office', talking: false },
    ...facts,
  });
const idsOf = (facts: Partial<ChannelFacts> = {}): string[] => rowsOf(facts).map(({ id }) => id);

test('[W9] the conversation I am in, everybody, then people by who wrote last, each with what is unread', () => {
  const lines = new Map([
    ['n', [line('n', 'me', 1)]],
    ['l', [line('me', 'l', 2)]],
  ]);
  const rows = rowsOf({ lines, unread: new Map([['n', 3]]), talking: true });
  expect(rows.map(({ id, name, unread }) => [id, name, unread])).toEqual([
    ['conversation', undefined, 0],
    ['office', undefined, 0],
    ['l', 'Lou', 0],
    ['n', 'Noor', 3],
  ]);
  expect(idsOf()).toEqual(['office']);
  // what was begun there is not taken from under the hand
  expect(idsOf({ shown: 'conversation' })).toEqual(['conversation', 'office']);
});

test('[W9] whom I begin to write with is there before the first line', () => {
  expect(idsOf({ lines: new Map([['n', [line('n', 'me', 1)]]]), shown: 'l' })).toEqual(['office', 'l', 'n']);
});

test('[W9] who has left keeps the name they had, and is marked', () => {
  const lines = new Map([
    ['z', [line('z', 'me', 1, 'Zoe')]],
    ['y', [line('me', 'y', 2)]],
  ]);
  expect(
    rowsOf({ lines })
      .slice(1)
      .map(({ name, gone }) => [name, gone]),
  ).toEqual([
    [undefined, true],
    ['Zoe', true],
  ]);
});

test('[U68] on a visit to one area nobody is offered what is said to everybody', () => {
  expect(idsOf({ isVisit: true })).toEqual(['conversation']);
});

test('[U130] whom I have written with is there before their lines are, by the name the office knows', () => {
  const rows = rowsOf({ latestMs: new Map([['z', 9]]), known: new Map([['z', { name: 'Zoe' }]]) });
  expect(rows.at(-1)).toMatchObject({ id: 'z', kind: 'person', name: 'Zoe', gone: true });
});

test('[U130] topics stand by what was written last, closed ones at the end', () => {
  const topics = [topic('old'), topic('shut', { closed: true, createdMs: 99 }), topic('new', { createdMs: 7 }), topic('told')];
  const rows = rowsOf({ topics, latestMs: new Map([['topic:told', 8]]) });
  expect(rows.slice(1).map(({ id, closed }) => [id, closed])).toEqual([
    ['topic:told', undefined],
    ['topic:new', undefined],
    ['topic:old', undefined],
    ['topic:shut', true],
  ]);
});

test('[U130] in the row stand what is shown, what waits to be read, and the latest: five in all', () => {
  const lines = new Map(['a', 'b', 'c', 'd'].map((id, n) => [id, [line(id, 'me', n, id)]]));
  const topics = [topic('1'), topic('2')];
  const facts = { lines, topics, shown: 'a', talking: true };
  const quick = quickChannels(rowsOf({ ...facts, mentions: new Map([['topic:2', 1]]), unread: new Map([['topic:2', 4]]) }), 'a');
  expect(quick.map(({ id }) => id)).toEqual(['conversation', 'office', 'topic:2', 'd', 'a']);
});

test('[U130] what is unread in topics calls only where I am named', () => {
  const unread = new Map([
    ['office', 2],
    ['topic:1', 7],
    ['n', 3],
  ]);
  const rows = rowsOf({ topics: [topic('1')], unread, mentions: new Map([['topic:1', 1]]) });
  expect(unreadElsewhere(rows, 'office')).toBe(4);
});

test('[U130] one key leads to the channel beside, round about and past closed topics', () => {
  const rows = rowsOf({ topics: [topic('1', { closed: true })], shown: 'n' });
  expect([besideChannel(rows, 'n', 1), besideChannel(rows, 'n', -1), besideChannel(rows, 'office', -1)]).toEqual(['office', 'office', 'n']);
});
