import { expect, test } from 'vitest';
import { forgetInRecord, forgetInTalk, isNobodys } from './forgetPerson.ts';
import { newInteraction } from './Interaction.ts';
import { newTalk } from './LiveTalk.ts';
import { newNotes } from './notes.ts';
import { askQuestion, voteQuestion } from './questions.ts';
import type { TalkRecord } from './TalkRecord.ts';

const settings = { title: 'A talk', language: 'en', anonymous: true, openStage: false, programme: [] };
const question = { text: '?', isAnonymous: false, votes: 2, voters: ['ada', 'bob'], askedMs: 1, answeredMs: null };
const record: TalkRecord = {
  ...{ version: 1, id: 'talk', auditorium: 'hall', settings, startedMs: 1, endedMs: null, seenMs: 2 },
  ...{ leaders: { ada: 'Ada', bob: 'Bob' }, speakers: { ada: 'Ada' }, scribes: ['ada'] },
  stage: { hands: ['ada', 'bob'], floor: { ada: { video: true } }, broughtUp: ['ada'], sentDown: ['ada'] },
  questions: [
    { ...question, id: 'hers', name: 'Ada', by: 'ada' },
    { ...question, id: 'his', name: 'Bob', by: 'bob' },
  ],
  ...{ pinned: ['hers', 'his'], onScreen: 'hers', polls: [] },
  debates: [{ phase: 'before', sides: ['a', 'b'], speakers: { ada: 0, bob: 1 }, spokenMs: [0, 0], before: [], after: [] }],
  chapters: [],
  notes: [
    { id: 'n', text: 'what was said', name: 'Ada', by: 'ada', atMs: 1 },
    { id: 'm', text: 'and then', name: 'Bob', by: 'bob', atMs: 2 },
  ],
  documents: [{ id: 'd', name: 'slides', pages: 2, by: 'ada' }],
  turns: [{ atMs: 1, document: 'd', page: 1 }],
  ...{ summary: [], links: [], isKept: true, podcast: false },
};

test('[P124] a talk without somebody: what they asked and showed is gone, what was noted stays without their name', () => {
  const without = forgetInRecord(record, 'ada');
  const text = JSON.stringify(without);
  expect(text).not.toMatch(/ada/i);
  expect(without).toMatchObject({
    ...{ leaders: { bob: 'Bob' }, speakers: {}, pinned: ['his'], onScreen: null, documents: [] },
    ...{ questions: [{ id: 'his', voters: ['bob'] }], turns: [{ document: null, page: 0 }] },
    notes: [
      { text: 'what was said', name: '' },
      { text: 'and then', name: 'Bob' },
    ],
  });
  expect(forgetInRecord(record, 'eve')).toEqual(record);
  expect(isNobodys(without)).toBe(false);
  expect(isNobodys({ ...without, meeting: { area: 'room' } })).toBe(true);
});

test('[P124] the same of a talk that is on', () => {
  const talk = newTalk({ id: 't', auditorium: 'hall', settings, startedTick: 0, startedMs: 1, leaders: ['ada', 'bob'] });
  const interaction = newInteraction();
  const notes = newNotes();
  talk.hands.set('ada', 1);
  talk.spoke.add('ada');
  askQuestion(interaction.questions, { id: 'hers', personId: 'ada', name: '', text: 'anonymous', anonymous: true }, true, 1);
  const his = askQuestion(interaction.questions, { id: 'his', personId: 'bob', name: 'Bob', text: 'why?', anonymous: false }, true, 1);
  if ('refused' in his) throw new Error(his.refused);
  voteQuestion(interaction.questions, his, 'ada', true);
  notes.lines.push({ id: 'n', text: 'noted', name: 'Ada', by: 'ada', atMs: 1 });
  notes.scribes.add('ada');
  forgetInTalk(talk, interaction, notes, 'ada', 5);
  expect([talk.leaders, [...talk.hands], [...talk.spoke], [...notes.scribes]]).toEqual([['bob'], [], [], []]);
  expect([...interaction.questions.byId.keys()]).toEqual(['his']);
  expect([...interaction.questions.gone]).toEqual(['hers']);
  expect(his.votes.size).toBe(0);
  expect(notes.lines).toEqual([{ id: 'n', text: 'noted', name: '', atMs: 1 }]);
});
