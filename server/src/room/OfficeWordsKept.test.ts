// What was said to everybody, kept and erased: on disk as it is here, and for those who read it.
import type { Line, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { beforeEach, expect, test } from 'vitest';
import type { ConversationMember } from '../office/Conversation.ts';
import type { Occupant } from '../office/Office.ts';
import { OfficeWords } from './OfficeWords.ts';

const PEOPLE = ['a', 'b', 'e'];
const CONVERSATION = { kind: 'conversation' } as const;
const OFFICE = { kind: 'office' } as const;
const direct = (id: string) => ({ kind: 'person', id }) as const;

let told: { to: string; type: string; message: unknown }[];
let nowMs: number;
let disk: Line[];
let words: OfficeWords;

beforeEach(() => {
  told = [];
  nowMs = 1_000_000;
  disk = [];
  const member = (personId: string): [string, ConversationMember] => [personId, { personId, role: 'member', sinceTick: 0 }];
  const conversation = { id: 'conversation-1', members: new Map([member('a'), member('b')]) };
  words = new OfficeWords({
    occupants: new Map(PEOPLE.map((personId) => [personId, { personId }])),
    nameOf: (personId) => personId,
    conversationOf: (personId) => (conversation.members.has(personId) ? conversation : undefined),
    apart: new Map(),
    visits: { isOnVisit: () => false, areElsewhere: () => false },
    tell: (to, type, message) => told.push({ to, type, message }),
    nowMs: () => nowMs,
    memory: {
      linesSaid: async () => disk,
      forgetOldLines: () => nowMs - 1000,
      keepLine: (line) => disk.push(line),
      async eraseLines(ids) {
        disk = disk.filter(({ id }) => !ids.includes(id));
      },
    },
  });
});

const readAgain = (personId: string): string[] =>
  told
    .filter(({ to, type }) => to === personId && type === 'saidBefore')
    .flatMap(({ message }) => (message as TalkServerMessages['saidBefore']).map(({ text }) => text));

/** As the office knows somebody of that rank level. */
const occupant = (personId: string, rank: 0 | 1 | 2 | 3 = 0) => ({ personId, walker: { rank } }) as unknown as Occupant;
const said = (personId: string, to: Parameters<OfficeWords['say']>[1], text: string): string => {
  const answer = words.say({ personId }, to, text);
  return 'ok' in answer ? answer.line.id : '';
};

test('[W14] what was said to everybody is kept, and nothing else', () => {
  said('a', OFFICE, 'to all');
  said('a', CONVERSATION, 'among us');
  said('a', direct('b'), 'for you');
  expect(disk.map(({ text }) => text)).toEqual(['to all']);
});

test('[W14] after a restart newcomers read it again', async () => {
  disk = [{ id: 'old-1', from: 'z', name: 'Zoe', to: OFFICE, text: 'before', atMs: 5, mentions: [] }];
  await words.restore();
  said('a', OFFICE, 'after');
  words.cameIn('e');
  expect(readAgain('e')).toEqual(['before', 'after']);
});

test('[W14] with a new day what is too old is not read any more', () => {
  said('a', OFFICE, 'long ago');
  nowMs += 5000;
  said('a', OFFICE, 'just now');
  words.forgetOld();
  words.cameIn('e');
  expect(readAgain('e')).toEqual(['just now']);
});

test('[W15] whoever said it erases it: from the disk, from memory, for everybody who reads it', async () => {
  const ids = [said('a', OFFICE, 'to all'), said('a', CONVERSATION, 'among us'), said('a', direct('e'), 'for you')];
  for (const id of ids) expect(await words.eraseLine(occupant('a'), id)).toEqual({ ok: true });
  expect(disk).toEqual([]);
  expect(told.filter(({ type }) => type === 'erased').map(({ to }) => to)).toEqual([...PEOPLE, 'a', 'b', 'a', 'e']);
  told = [];
  for (const personId of PEOPLE) words.cameIn(personId);
  expect(told).toEqual([]);
});

test('[W15] nobody erases what another said, but a host what was said to everybody', async () => {
  const toAll = said('a', OFFICE, 'to all');
  const toBo = said('a', direct('b'), 'for you');
  expect(await words.eraseLine(occupant('b', 1), toAll)).toEqual({ refused: 'notAllowed' });
  expect(await words.eraseLine(occupant('e', 3), toBo)).toEqual({ refused: 'notAllowed' });
  expect(await words.eraseLine(occupant('a'), 'no-such-line')).toEqual({ refused: 'notThere' });
  expect(await words.eraseLine(occupant('e', 2), toAll)).toEqual({ ok: true });
});

test('[W15] all of mine at once, and nothing of others', async () => {
  said('a', OFFICE, 'one');
  said('b', OFFICE, 'two');
  said('a', OFFICE, 'three');
  expect(await words.eraseMine({ personId: 'a' })).toEqual({ ok: true, count: 2 });
  expect(disk.map(({ text }) => text)).toEqual(['two']);
  expect(await words.eraseMine({ personId: 'a' })).toEqual({ ok: true, count: 0 });
});
