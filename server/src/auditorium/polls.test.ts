import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choicesOf, openPoll, type Poll, type Polls, pollView, votePoll } from './polls.ts';

function open(polls: Polls, options = ['this', 'that', 'neither']): Poll {
  const opened = openPoll(polls, { id: `p${polls.size}`, text: 'Which?', options }, 1000);
  if ('refused' in opened) throw new Error(`refused: ${opened.refused}`);
  return opened;
}

it('[T26] everybody has one choice, the last one they made', () => {
  const votes = fc.array(fc.record({ who: fc.constantFrom('ada', 'bob', 'cem'), option: fc.nat(2) }), { maxLength: 40 });
  fc.assert(
    fc.property(votes, (made) => {
      const polls: Polls = new Map();
      const poll = open(polls);
      for (const { who, option } of made) expect(votePoll(poll, who, option)).toBeUndefined();
      const last = new Map(made.map(({ who, option }) => [who, option]));
      const { voters, counts } = pollView(poll, true);
      expect(voters).toBe(last.size);
      expect(counts).toEqual([0, 1, 2].map((option) => [...last.values()].filter((chosen) => chosen === option).length));
      for (const [who, option] of last) expect(choicesOf(polls, who)).toEqual({ [poll.id]: option });
    }),
  );
});

it('[T26] how many chose what is for leaders until it is closed', () => {
  const poll = open(new Map());
  votePoll(poll, 'ada', 1);
  expect(pollView(poll, false)).toMatchObject({ voters: 1, counts: null, open: true });
  expect(pollView(poll, true).counts).toEqual([0, 1, 0]);
  poll.isOpen = false;
  expect(pollView(poll, false)).toMatchObject({ voters: 1, counts: [0, 1, 0], open: false });
});

it('[T26] nothing is voted that is no choice, or no longer one', () => {
  const poll = open(new Map());
  expect(votePoll(poll, 'ada', 3)).toEqual({ refused: 'invalid' });
  poll.isOpen = false;
  expect(votePoll(poll, 'ada', 0)).toEqual({ refused: 'voteClosed' });
  expect(poll.votes.size).toBe(0);
});

it('[T26] choices differ and say something', () => {
  const refused = (text: string, options: string[]) => openPoll(new Map(), { id: 'p', text, options }, 0);
  expect(refused('Which?', ['this', ' this '])).toEqual({ refused: 'invalid' });
  expect(refused('Which?', ['this', ' '])).toEqual({ refused: 'textEmpty' });
  expect(refused('', ['this', 'that'])).toEqual({ refused: 'textEmpty' });
  expect(refused('Which?', ['this', 'x'.repeat(tuning.pollOptionLength + 1)])).toEqual({ refused: 'textTooLong' });
});

it('[T26] a talk has at most 50', () => {
  const polls: Polls = new Map();
  for (let n = 0; n < tuning.pollsMost; n++) open(polls);
  expect(openPoll(polls, { id: 'more', text: 'Which?', options: ['a', 'b'] }, 0)).toEqual({ refused: 'tooMany' });
});
