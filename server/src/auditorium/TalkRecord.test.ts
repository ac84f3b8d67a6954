// What is kept of a talk: nobody's secret, and enough to go on with it.
import { describe, expect, it } from 'vitest';
import { openDebate, voteSide } from './debate.ts';
import { newInteraction } from './Interaction.ts';
import { newTalk } from './LiveTalk.ts';
import { newNotes } from './notes.ts';
import { openPoll, pollView, votePoll } from './polls.ts';
import { askQuestion, pinQuestion, questionView, voteQuestion } from './questions.ts';
import { endRecord, interactionOfRecord, recordOf, type TalkRecord } from './TalkRecord.ts';

/** SECRET asks without a name and votes; p2 asks with one and votes for both. */
function sample(): TalkRecord {
  const interaction = newInteraction();
  const { questions, polls, debates } = interaction;
  const ask = (id: string, personId: string, anonymous: boolean) =>
    askQuestion(questions, { id, personId, name: `Name of ${personId}`, text: `Text of ${id}`, anonymous }, true, 1000);
  const [hidden, named] = [ask('q1', 'SECRET', true), ask('q2', 'p2', false)];
  if ('refused' in hidden || 'refused' in named) throw new Error('both may be asked');
  for (const question of [hidden, named]) voteQuestion(questions, question, 'p2', true);
  pinQuestion(questions, hidden);
  for (const id of ['v1', 'v2']) {
    const poll = openPoll(polls, { id, text: 'Which?', options: ['this', 'that'] }, 2000);
    if ('refused' in poll) throw new Error('it may be opened');
    votePoll(poll, 'SECRET', 1);
    poll.isOpen = id === 'v2';
  }
  const debate = openDebate(debates, ['yes', 'no']);
  if ('refused' in debate) throw new Error('it may be opened');
  voteSide(debate, 'SECRET', 0);
  debate.phase = 'debate';
  debate.speakers.set('p1', 0);
  const notes = { ...newNotes(), scribes: new Set(['p2']) };
  const settings = { title: 'Rivers', language: 'en', anonymous: true, openStage: true, programme: [] };
  const talk = newTalk({ id: 't', auditorium: 'hall', settings, startedTick: 0, startedMs: 5000, leaders: ['p1'] });
  return recordOf(talk, { interaction, notes, documents: [], turns: [], leaders: { p1: 'Lea' }, speakers: {} }, 9000);
}

describe('what is kept', () => {
  it('[T82] names nobody who asked without a name, nor how anybody voted', () => {
    const live = JSON.stringify(sample());
    expect(live).not.toContain('SECRET');
    expect(live).toContain('Name of p2');
    const over = endRecord(sample(), 9000);
    expect(over.questions.map(({ votes, voters }) => [votes, voters])).toEqual([
      [1, []],
      [1, []],
    ]);
    expect(over).toMatchObject({ endedMs: 9000, scribes: [], onScreen: null, debates: [{ speakers: {} }] });
    expect(over.polls.map(({ isOpen, counts }) => [isOpen, counts])).toEqual([
      [false, [0, 1]],
      [false, [0, 1]],
    ]);
  });

  it('[T83] is enough to go on: questions with their votes, closed votes with their counts, open ones anew', () => {
    const { questions, polls, debates } = interactionOfRecord(JSON.parse(JSON.stringify(sample())) as TalkRecord);
    const [hidden, named] = [...questions.byId.values()];
    if (!hidden || !named) throw new Error('both are there');
    expect(questionView(questions, hidden)).toMatchObject({ name: '', by: '', votes: 1, pinned: true });
    expect(questionView(questions, named)).toMatchObject({ name: 'Name of p2', by: 'p2', votes: 1 });
    // no second vote
    expect(voteQuestion(questions, named, 'p2', true)).toBe(false);
    expect([...polls.values()].map((poll) => pollView(poll, true).counts)).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(debates[0]?.before.size).toBe(1);
    expect(debates[0]?.speakers.get('p1')).toBe(0);
  });
});
