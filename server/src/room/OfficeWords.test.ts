import type { TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { findMentions } from '@comptoir/shared/words';
import { beforeEach, expect, test } from 'vitest';
import type { ConversationMember } from '../office/Conversation.ts';
import { type Apart, knowBlocks } from '../office/reachable.ts';
import { OfficeWords } from './OfficeWords.ts';
import { type TestKeeper, testKeeper } from './testKeeper.ts';

interface Told {
  to: string;
  type: string;
  message: unknown;
}

const NAMES: Record<string, string> = { a: 'Ada', b: 'Bo', c: 'Cy', e: 'Eve' };
const CONVERSATION = { kind: 'conversation' } as const;
const OFFICE = { kind: 'office' } as const;
const direct = (id: string) => ({ kind: 'person', id }) as const;

let told: Told[];
let nowMs: number;
let occupants: Map<string, { personId: string }>;
let conversation: { id: string; members: Map<string, ConversationMember> };
let words: OfficeWords;
let apart: Apart;
/** Everybody else is elsewhere. */
let onVisit: Set<string>;
let keeper: TestKeeper;
/** Whom lines to people who are nowhere went to. */
let absent: string[];

beforeEach(() => {
  told = [];
  nowMs = 1_000_000;
  apart = new Map();
  onVisit = new Set();
  occupants = new Map(Object.keys(NAMES).map((personId) => [personId, { personId }]));
  conversation = { id: 'conversation-1', members: new Map() };
  for (const personId of ['a', 'b']) join(personId);
  keeper = testKeeper(() => nowMs);
  absent = [];
  words = new OfficeWords({
    occupants,
    nameOf: (personId) => NAMES[personId],
    conversationOf: (personId) => (conversation.members.has(personId) ? conversation : undefined),
    tell: (to, type, message) => told.push({ to, type, message }),
    nowMs: () => nowMs,
    apart,
    visits: { isOnVisit: (personId) => onVisit.has(personId), areElsewhere: (one, other) => onVisit.has(one) !== onVisit.has(other) },
    tellMany(people, type, message) {
      for (const to of people) told.push({ to, type, message });
    },
    tellAnywhere(to, type, message) {
      told.push({ to, type, message });
      return occupants.has(to);
    },
    tellElsewhere: () => undefined,
    topic: (id) => (id === 'plans' ? { closed: false } : id === 'past' ? { closed: true } : undefined),
    addressee: async (toId) =>
      toId === 'zoe' ? { name: 'Zoe', blocks: false } : toId === 'max' ? { name: 'Max', blocks: true } : undefined,
    mentioned: async (text, here) => findMentions(text, [...here, { personId: 'zoe', name: 'Zoe' }]).flatMap(({ personIds }) => personIds),
    wroteToAbsent: ({ to }) => absent.push(to.kind === 'person' ? to.id : ''),
    kept: keeper.kept,
  });
});

const join = (personId: string): void => {
  conversation.members.set(personId, { personId, role: 'member', sinceTick: 0 });
};
const say = async (personId: string, to: Parameters<OfficeWords['say']>[1], text: string) => words.say({ personId }, to, text);
const readersOf = (type = 'said'): string[] => told.filter((one) => one.type === type).map(({ to }) => to);
const readAgain = (personId: string): string[] =>
  told
    .filter(({ to, type }) => to === personId && type === 'saidBefore')
    .flatMap(({ message }) => (message as TalkServerMessages['saidBefore']).map(({ text }) => text));

test('[W1] a line to the conversation is read by its members', async () => {
  const answer = await say('a', CONVERSATION, ' hello ');
  expect(answer).toMatchObject({ ok: true, line: { from: 'a', name: 'Ada', conversation: 'conversation-1', text: 'hello', atMs: nowMs } });
  expect(readersOf()).toEqual(['b']);
});

test('[W1] whoever is in no conversation, or only listens, says nothing to one', async () => {
  expect(await say('e', CONVERSATION, 'let me in')).toEqual({ refused: 'notInConversation' });
  expect(told).toEqual([]);
});

test('[W1] a line to the office is read by everybody, a direct one by one', async () => {
  await say('a', OFFICE, 'soup is ready');
  expect(readersOf()).toEqual(['b', 'c', 'e']);
  told = [];
  await say('a', direct('c'), 'for you');
  expect(readersOf()).toEqual(['c']);
});

test.each([
  ['oneself', 'a'],
  ['somebody not here', 'nobody'],
  ['an id that is a property of objects', '__proto__'],
])('[W1] nothing is said to %s', async (_whom, id) => {
  expect(await say('a', direct(id), 'psst')).toEqual({ refused: 'notHere' });
  expect(told).toEqual([]);
});

test.each([
  ['nothing', ' \n\u200b ', 'textEmpty'],
  ['4,001 characters', 'x'.repeat(tuning.textLength + 1), 'textTooLong'],
  ['60,000 characters', 'x'.repeat(60_000), 'textTooLong'],
])('[W2] %s is refused in words, and nobody reads any of it', async (_what, text, refused) => {
  expect(await say('a', OFFICE, text)).toEqual({ refused });
  expect(told).toEqual([]);
});

test('[W2] markup and direction characters arrive as harmless text', async () => {
  expect(await say('a', OFFICE, '<img src=x onerror=alert(1)>\u202e')).toMatchObject({ line: { text: '<img src=x onerror=alert(1)>�' } });
});

test('[W3] too many lines are refused, the others still come', async () => {
  for (let n = 0; n < tuning.linesAtOnce; n++) expect(await say('a', OFFICE, `line ${n}`)).toMatchObject({ ok: true });
  expect(await say('a', OFFICE, 'one more')).toEqual({ refused: 'tooMany' });
  expect(await say('b', OFFICE, 'mine')).toMatchObject({ ok: true });
  nowMs += 60_000 / tuning.linesPerMinute;
  expect(await say('a', OFFICE, 'one more')).toMatchObject({ ok: true });
});

test('[W4] who comes later does not read what was said before; who comes back reads again what they had read', async () => {
  await say('a', CONVERSATION, 'before Cy');
  join('c');
  words.joinedConversation('c', conversation.id);
  expect(readAgain('c')).toEqual([]);
  await say('a', CONVERSATION, 'with Cy');
  conversation.members.delete('b');
  await say('a', CONVERSATION, 'without Bo');
  join('b');
  words.joinedConversation('b', conversation.id);
  expect(readAgain('b')).toEqual(['before Cy', 'with Cy']);
  await words.cameIn('c');
  expect(readAgain('c')).toEqual(['with Cy', 'without Bo']);
});

test('[W4] after leaving nothing of it is read, nor from the next conversation', async () => {
  await say('a', CONVERSATION, 'secret');
  conversation.members.delete('b');
  await say('a', CONVERSATION, 'more of it');
  await words.cameIn('b');
  expect(readAgain('b')).toEqual([]);
  expect(readersOf()).toEqual(['b']);
});

test('[W4] a conversation that is over leaves nothing', async () => {
  await say('a', CONVERSATION, 'gone with us');
  words.conversationEnded(conversation.id);
  await words.cameIn('a');
  words.joinedConversation('a', conversation.id);
  expect(readAgain('a')).toEqual([]);
});

test('[W5] whoever comes in reads what was said to the office, and their own direct words', async () => {
  await say('a', OFFICE, 'to all');
  await say('a', direct('b'), 'to Bo');
  await words.cameIn('b');
  await words.cameIn('e');
  expect(readAgain('b')).toEqual(['to all', 'to Bo']);
  expect(readAgain('e')).toEqual(['to all']);
});

test('[W5] of long lines fewer are kept: whoever comes in is not sent megabytes', async () => {
  for (let n = 0; n < 60; n++) {
    await say('a', OFFICE, `${n} ${'x'.repeat(tuning.textLength - 10)}`);
    nowMs += 60_000;
  }
  await words.cameIn('b');
  expect(readAgain('b').join('').length).toBeLessThanOrEqual(tuning.keptCharacters);
  expect(readAgain('b').at(-1)).toMatch(/^59 /);
});

test('[W22] the words of two outlive their visits, and reach who is not here', async () => {
  expect(await say('a', direct('zoe'), 'see you on Monday')).toMatchObject({ ok: true });
  expect(absent).toEqual(['zoe']);
  occupants.set('zoe', { personId: 'zoe' });
  await words.cameIn('zoe');
  expect(readAgain('zoe')).toEqual(['see you on Monday']);
  expect(keeper.disk.map(({ text }) => text)).not.toContain('see you on Monday');
});

test('[W22] across a block nothing reaches who is not here, and whoever writes does not learn of it', async () => {
  expect(await say('a', direct('max'), 'hello?')).toMatchObject({ ok: true });
  expect(absent).toEqual([]);
  await words.cameIn('a');
  expect(readAgain('a')).toEqual(['hello?']);
  occupants.set('max', { personId: 'max' });
  await words.cameIn('max');
  expect(readAgain('max')).toEqual([]);
});

test('[P12] on a visit nobody writes to who is not here', async () => {
  onVisit.add('a');
  expect(await say('a', direct('zoe'), 'psst')).toEqual({ refused: 'notHere' });
  expect(await say('a', { kind: 'topic', id: 'plans' }, 'psst')).toEqual({ refused: 'notAllowed' });
});

test('[W20] what the disk does not take was not said', async () => {
  keeper.breakDisk();
  expect(await say('a', OFFICE, 'lost?')).toEqual({ refused: 'notKept' });
  expect(await say('a', direct('b'), 'lost?')).toEqual({ refused: 'notKept' });
  expect(told).toEqual([]);
  expect(await say('a', CONVERSATION, 'not on a disk')).toMatchObject({ ok: true });
});

test('[W30] a line in a topic is read by everybody; a closed one takes none', async () => {
  expect(await say('a', { kind: 'topic', id: 'plans' }, '@Bo look')).toMatchObject({ ok: true, line: { mentions: ['b'] } });
  expect(readersOf()).toEqual(['b', 'c', 'e']);
  expect(await say('a', { kind: 'topic', id: 'past' }, 'late')).toEqual({ refused: 'topicClosed' });
  expect(await say('a', { kind: 'topic', id: 'nowhere' }, 'lost')).toEqual({ refused: 'notThere' });
});

test('[W6] a mention names those who read it, never somebody outside', async () => {
  expect(await say('a', CONVERSATION, '@Bo @Cy @Ada look')).toMatchObject({ line: { mentions: ['b'] } });
  expect(await say('a', OFFICE, '@cy @Bo')).toMatchObject({ line: { mentions: ['c', 'b'] } });
  // also who reads it only when they come
  expect(await say('a', OFFICE, '@Zoe @Ada')).toMatchObject({ line: { mentions: ['zoe'] } });
  expect(await say('a', CONVERSATION, '@Zoe')).toMatchObject({ line: { mentions: [] } });
});

test('[W7] who writes is told to those who will read it, not too often', async () => {
  words.typing({ personId: 'a' }, CONVERSATION);
  words.typing({ personId: 'a' }, CONVERSATION);
  expect(readersOf('typing')).toEqual(['b']);
  words.typing({ personId: 'e' }, CONVERSATION);
  words.typing({ personId: 'e' }, direct('e'));
  expect(readersOf('typing')).toEqual(['b']);
  nowMs += tuning.typingEveryMs;
  words.typing({ personId: 'a' }, direct('c'));
  expect(readersOf('typing')).toEqual(['b', 'c']);
  // with a line it is over: whoever goes on writing is told of at once
  await words.say({ personId: 'a' }, direct('c'), 'so far');
  words.typing({ personId: 'a' }, direct('c'));
  expect(readersOf('typing')).toEqual(['b', 'c', 'c']);
});

test('[W7] nor in a full hall', async () => {
  for (let n = 0; n < tuning.typingMost; n++) conversation.members.set(`p${n}`, { personId: `p${n}`, role: 'audience', sinceTick: 0 });
  words.typing({ personId: 'a' }, CONVERSATION);
  expect(told).toEqual([]);
});

test('[W7] in a large office nobody is told who writes to all', async () => {
  for (let n = 0; n < tuning.typingMost; n++) occupants.set(`p${n}`, { personId: `p${n}` });
  words.typing({ personId: 'a' }, OFFICE);
  expect(told).toEqual([]);
});

test('[P37] across a block nothing is read, neither way, live or later, and the blocked one does not learn of it', async () => {
  await say('b', OFFICE, 'before');
  // Ada blocks Bo
  knowBlocks(apart, 'a', { mine: ['b'], ofMe: [] });
  told = [];
  expect(await say('b', OFFICE, 'hello all, @Ada')).toMatchObject({ ok: true, line: { mentions: [] } });
  expect(readersOf()).toEqual(['c', 'e']);
  told = [];
  expect(await say('b', CONVERSATION, 'hello both')).toMatchObject({ ok: true });
  expect(await say('b', direct('a'), 'hello Ada')).toMatchObject({ ok: true, line: { text: 'hello Ada' } });
  expect(await say('a', CONVERSATION, 'hello Bo')).toMatchObject({ ok: true });
  expect(await say('a', direct('b'), 'I block you')).toEqual({ refused: 'doNotDisturb' });
  words.typing({ personId: 'b' }, CONVERSATION);
  nowMs += tuning.typingEveryMs;
  words.typing({ personId: 'b' }, direct('a'));
  expect(told).toEqual([]);
  await words.cameIn('a');
  expect(readAgain('a')).toEqual(['hello Bo']);
  await words.cameIn('b');
  expect(readAgain('b')).toEqual(['before', 'hello all, @Ada', 'hello both', 'hello Ada']);
  // what was written meanwhile stays unread
  apart.clear();
  told = [];
  await words.cameIn('a');
  expect(readAgain('a')).not.toContain('hello Ada');
  expect(readAgain('a')).not.toContain('hello both');
});

test('[P35] what both could read is what was said between them and in their conversation to both', async () => {
  await say('b', OFFICE, 'to all');
  await say('b', direct('a'), 'psst');
  nowMs += 1;
  await say('b', CONVERSATION, 'you there');
  await say('c', direct('a'), 'none of Bo');
  expect((await words.readByBoth('a', 'b')).map(({ text }) => text)).toEqual(['psst', 'you there']);
  expect((await words.readByBoth('a', 'c')).map(({ text }) => text)).toEqual(['none of Bo']);
  expect(await words.readByBoth('e', 'b')).toEqual([]);
});
