import type { TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { beforeEach, expect, test } from 'vitest';
import type { ConversationMember } from '../office/Conversation.ts';
import { type Apart, knowBlocks } from '../office/reachable.ts';
import { OfficeWords } from './OfficeWords.ts';

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

beforeEach(() => {
  told = [];
  nowMs = 1_000_000;
  apart = new Map();
  onVisit = new Set();
  occupants = new Map(Object.keys(NAMES).map((personId) => [personId, { personId }]));
  conversation = { id: 'conversation-1', members: new Map() };
  for (const personId of ['a', 'b']) join(personId);
  words = new OfficeWords({
    occupants,
    nameOf: (personId) => NAMES[personId],
    conversationOf: (personId) => (conversation.members.has(personId) ? conversation : undefined),
    tell: (to, type, message) => told.push({ to, type, message }),
    nowMs: () => nowMs,
    apart,
    visits: { isOnVisit: (personId) => onVisit.has(personId), areElsewhere: (one, other) => onVisit.has(one) !== onVisit.has(other) },
    memory: { linesSaid: async () => [], forgetOldLines: () => 0, keepLine: () => undefined, eraseLines: async () => undefined },
  });
});

const join = (personId: string): void => {
  conversation.members.set(personId, { personId, role: 'member', sinceTick: 0 });
};
const say = (personId: string, to: Parameters<OfficeWords['say']>[1], text: string) => words.say({ personId }, to, text);
const readersOf = (type = 'said'): string[] => told.filter((one) => one.type === type).map(({ to }) => to);
const readAgain = (personId: string): string[] =>
  told
    .filter(({ to, type }) => to === personId && type === 'saidBefore')
    .flatMap(({ message }) => (message as TalkServerMessages['saidBefore']).map(({ text }) => text));

test('[W1] a line to the conversation is read by its members', () => {
  const answer = say('a', CONVERSATION, ' hello ');
  expect(answer).toMatchObject({ ok: true, line: { from: 'a', name: 'Ada', conversation: 'conversation-1', text: 'hello', atMs: nowMs } });
  expect(readersOf()).toEqual(['b']);
});

test('[W1] whoever is in no conversation, or only listens, says nothing to one', () => {
  expect(say('e', CONVERSATION, 'let me in')).toEqual({ refused: 'notInConversation' });
  expect(told).toEqual([]);
});

test('[W1] a line to the office is read by everybody, a direct one by one', () => {
  say('a', OFFICE, 'soup is ready');
  expect(readersOf()).toEqual(['b', 'c', 'e']);
  told = [];
  say('a', direct('c'), 'for you');
  expect(readersOf()).toEqual(['c']);
});

test.each([
  ['oneself', 'a'],
  ['somebody not here', 'nobody'],
  ['an id that is a property of objects', '__proto__'],
])('[W1] nothing is said to %s', (_whom, id) => {
  expect(say('a', direct(id), 'psst')).toEqual({ refused: 'notHere' });
  expect(told).toEqual([]);
});

test.each([
  ['nothing', ' \n\u200b ', 'textEmpty'],
  ['4,001 characters', 'x'.repeat(tuning.textLength + 1), 'textTooLong'],
  ['60,000 characters', 'x'.repeat(60_000), 'textTooLong'],
])('[W2] %s is refused in words, and nobody reads any of it', (_what, text, refused) => {
  expect(say('a', OFFICE, text)).toEqual({ refused });
  expect(told).toEqual([]);
});

test('[W2] markup and direction characters arrive as harmless text', () => {
  expect(say('a', OFFICE, '<img src=x onerror=alert(1)>\u202e')).toMatchObject({ line: { text: '<img src=x onerror=alert(1)>�' } });
});

test('[W3] too many lines are refused, the others still come', () => {
  for (let n = 0; n < tuning.linesAtOnce; n++) expect(say('a', OFFICE, `line ${n}`)).toMatchObject({ ok: true });
  expect(say('a', OFFICE, 'one more')).toEqual({ refused: 'tooMany' });
  expect(say('b', OFFICE, 'mine')).toMatchObject({ ok: true });
  nowMs += 60_000 / tuning.linesPerMinute;
  expect(say('a', OFFICE, 'one more')).toMatchObject({ ok: true });
});

test('[W4] who comes later does not read what was said before; who comes back reads again what they had read', () => {
  say('a', CONVERSATION, 'before Cy');
  join('c');
  words.joinedConversation('c', conversation.id);
  expect(readAgain('c')).toEqual([]);
  say('a', CONVERSATION, 'with Cy');
  conversation.members.delete('b');
  say('a', CONVERSATION, 'without Bo');
  join('b');
  words.joinedConversation('b', conversation.id);
  expect(readAgain('b')).toEqual(['before Cy', 'with Cy']);
  words.cameIn('c');
  expect(readAgain('c')).toEqual(['with Cy', 'without Bo']);
});

test('[W4] after leaving nothing of it is read, nor from the next conversation', () => {
  say('a', CONVERSATION, 'secret');
  conversation.members.delete('b');
  say('a', CONVERSATION, 'more of it');
  words.cameIn('b');
  expect(readAgain('b')).toEqual([]);
  expect(readersOf()).toEqual(['b']);
});

test('[W4] a conversation that is over leaves nothing', () => {
  say('a', CONVERSATION, 'gone with us');
  words.conversationEnded(conversation.id);
  words.cameIn('a');
  words.joinedConversation('a', conversation.id);
  expect(readAgain('a')).toEqual([]);
});

test('[W5] whoever comes in reads what was said to the office, and their own direct words', () => {
  say('a', OFFICE, 'to all');
  say('a', direct('b'), 'to Bo');
  words.cameIn('b');
  words.cameIn('e');
  expect(readAgain('b')).toEqual(['to all', 'to Bo']);
  expect(readAgain('e')).toEqual(['to all']);
});

test('[W5] of long lines fewer are kept: whoever comes in is not sent megabytes', () => {
  for (let n = 0; n < 60; n++) {
    say('a', OFFICE, `${n} ${'x'.repeat(tuning.textLength - 10)}`);
    nowMs += 60_000;
  }
  words.cameIn('b');
  expect(readAgain('b').join('').length).toBeLessThanOrEqual(tuning.keptCharacters);
  expect(readAgain('b').at(-1)).toMatch(/^59 /);
});

test('[W5] the words of two are gone when both have left', () => {
  say('a', direct('b'), 'bye');
  occupants.delete('b');
  words.left('b');
  words.cameIn('a');
  expect(readAgain('a')).toEqual(['bye']);
  occupants.delete('a');
  words.left('a');
  occupants.set('a', { personId: 'a' });
  told = [];
  words.cameIn('a');
  expect(readAgain('a')).toEqual([]);
});

test('[W6] a mention names those who read it, never somebody outside', () => {
  expect(say('a', CONVERSATION, '@Bo @Cy @Ada look')).toMatchObject({ line: { mentions: ['b'] } });
  expect(say('a', OFFICE, '@cy @Bo')).toMatchObject({ line: { mentions: ['c', 'b'] } });
});

test('[W7] who writes is told to those who will read it, not too often', () => {
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
  words.say({ personId: 'a' }, direct('c'), 'so far');
  words.typing({ personId: 'a' }, direct('c'));
  expect(readersOf('typing')).toEqual(['b', 'c', 'c']);
});

test('[W7] nor in a full hall', () => {
  for (let n = 0; n < tuning.typingMost; n++) conversation.members.set(`p${n}`, { personId: `p${n}`, role: 'audience', sinceTick: 0 });
  words.typing({ personId: 'a' }, CONVERSATION);
  expect(told).toEqual([]);
});

test('[W7] in a large office nobody is told who writes to all', () => {
  for (let n = 0; n < tuning.typingMost; n++) occupants.set(`p${n}`, { personId: `p${n}` });
  words.typing({ personId: 'a' }, OFFICE);
  expect(told).toEqual([]);
});

test('[P37] across a block nothing is read, neither way, live or later, and the blocked one does not learn of it', () => {
  say('b', OFFICE, 'before');
  // Ada blocks Bo
  knowBlocks(apart, 'a', { mine: ['b'], ofMe: [] });
  told = [];
  expect(say('b', OFFICE, 'hello all, @Ada')).toMatchObject({ ok: true, line: { mentions: [] } });
  expect(readersOf()).toEqual(['c', 'e']);
  told = [];
  expect(say('b', CONVERSATION, 'hello both')).toMatchObject({ ok: true });
  expect(say('b', direct('a'), 'hello Ada')).toMatchObject({ ok: true, line: { text: 'hello Ada' } });
  expect(say('a', CONVERSATION, 'hello Bo')).toMatchObject({ ok: true });
  expect(say('a', direct('b'), 'I block you')).toEqual({ refused: 'doNotDisturb' });
  words.typing({ personId: 'b' }, CONVERSATION);
  nowMs += tuning.typingEveryMs;
  words.typing({ personId: 'b' }, direct('a'));
  expect(told).toEqual([]);
  words.cameIn('a');
  expect(readAgain('a')).toEqual(['hello Bo']);
  words.cameIn('b');
  expect(readAgain('b')).toEqual(['before', 'hello all, @Ada', 'hello Ada', 'hello both']);
  // what was written meanwhile stays unread
  apart.clear();
  told = [];
  words.cameIn('a');
  expect(readAgain('a')).not.toContain('hello Ada');
  expect(readAgain('a')).not.toContain('hello both');
});

test('[P35] what both could read is what was said between them and in their conversation to both', () => {
  say('b', OFFICE, 'to all');
  say('b', direct('a'), 'psst');
  nowMs += 1;
  say('b', CONVERSATION, 'you there');
  say('c', direct('a'), 'none of Bo');
  expect(words.readByBoth('a', 'b').map(({ text }) => text)).toEqual(['psst', 'you there']);
  expect(words.readByBoth('a', 'c').map(({ text }) => text)).toEqual(['none of Bo']);
  expect(words.readByBoth('e', 'b')).toEqual([]);
});
