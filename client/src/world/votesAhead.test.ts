import { describe, expect, test } from 'vitest';
import { answerVote, pressVote, settleVotes, shownVotes, type VotesAhead } from './votesAhead.ts';

const none: VotesAhead = new Map();
const shown = (ahead: VotesAhead, votes: number, mine: boolean) => shownVotes(ahead.get('q'), votes, mine);

describe('[T62] a vote', () => {
  test('is shown at once, and not twice when the office has counted it', () => {
    const pressed = pressVote(none, 'q', true, false);
    expect(shown(pressed, 4, false)).toEqual({ votes: 5, mine: true });
    const answered = answerVote(pressed, 'q', true);
    // what was told of it before the answer did not know of my vote
    expect(shown(settleVotes(pressed, ['q']), 4, false)).toEqual({ votes: 5, mine: true });
    expect(shown(answered, 4, true)).toEqual({ votes: 5, mine: true });
    expect(shown(settleVotes(answered, ['q']), 5, true)).toEqual({ votes: 5, mine: true });
    expect(shown(settleVotes(answered, ['other']), 4, true)).toEqual({ votes: 5, mine: true });
  });

  test('that is refused is as if it had not been', () => {
    const refused = answerVote(pressVote(none, 'q', true, false), 'q', false);
    expect(shown(refused, 4, false)).toEqual({ votes: 4, mine: false });
  });

  test('is taken back as it was given', () => {
    expect(shown(pressVote(none, 'q', false, true), 4, true)).toEqual({ votes: 3, mine: false });
  });

  test('pressed twice before the first answer counts as pressed last', () => {
    const twice = pressVote(pressVote(none, 'q', true, false), 'q', false, false);
    expect(shown(twice, 4, false)).toEqual({ votes: 4, mine: false });
    const onlyFirst = answerVote(twice, 'q', true);
    expect(shown(settleVotes(onlyFirst, ['q']), 4, false)).toEqual({ votes: 4, mine: false });
    expect(settleVotes(answerVote(onlyFirst, 'q', true), ['q']).size).toBe(0);
  });
});
