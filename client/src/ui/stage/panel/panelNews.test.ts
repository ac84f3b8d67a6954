import type { DebateView, PollView, QuestionView } from '@comptoir/shared/protocol/auditorium';
import { describe, expect, test } from 'vitest';
import { type PanelState, panelNews } from './panelNews.ts';

const question = (id: string, more: Partial<QuestionView> = {}): QuestionView => ({
  ...{ id, text: `${id}?`, name: '', by: '', votes: 0, askedMs: 0, answeredMs: null, pinned: false },
  ...more,
});
const poll = (id: string, open: boolean): PollView => ({
  ...{ id, text: `${id}?`, options: [], voters: 0, counts: null, open, openedMs: 0 },
});
const state = (more: {
  questions?: QuestionView[];
  mine?: string[];
  polls?: PollView[];
  phase?: DebateView['phase'];
  talk?: string;
}): PanelState => ({
  talk: more.talk ?? 'talk',
  questions: new Map((more.questions ?? []).map((one) => [one.id, one])),
  mine: new Set(more.mine ?? []),
  polls: more.polls ?? [],
  debate: more.phase && ({ phase: more.phase } as DebateView),
});
const nothing: PanelState = { talk: undefined, questions: new Map(), mine: new Set(), polls: [], debate: undefined };

describe('[U94] of a talk is said', () => {
  test('a question that comes on the screen, once', () => {
    const before = state({ questions: [question('a')] });
    const pinned = state({ questions: [question('a', { pinned: true })] });
    expect(panelNews(before, pinned)).toEqual([{ kind: 'pinned', text: 'a?' }]);
    expect(panelNews(pinned, state({ questions: [question('a', { pinned: true, votes: 3 })] }))).toEqual([]);
    expect(panelNews(pinned, before)).toEqual([]);
  });

  test('that my question was answered, and of nobody else’s', () => {
    const before = state({ questions: [question('a'), question('b')], mine: ['a'] });
    const now = state({ questions: [question('a', { answeredMs: 5 }), question('b', { answeredMs: 5 })], mine: ['a'] });
    expect(panelNews(before, now)).toEqual([{ kind: 'answered', text: 'a?' }]);
  });

  test('a vote that opens and closes', () => {
    const [before, open, closed] = [state({}), state({ polls: [poll('p', true)] }), state({ polls: [poll('p', false)] })];
    expect(panelNews(before, open)).toEqual([{ kind: 'pollOpen', text: 'p?', poll: 'p' }]);
    expect(panelNews(open, closed)).toEqual([{ kind: 'pollClosed', text: 'p?', poll: 'p' }]);
    expect(panelNews(state({ phase: 'before' }), state({ phase: 'debate' }))).toMatchObject([{ kind: 'debate', phase: 'debate' }]);
  });

  test('to whoever comes in what stands now, and not what was', () => {
    const now = state({
      questions: [question('a', { pinned: true }), question('b', { answeredMs: 3 })],
      ...{ mine: ['b'], polls: [poll('old', false), poll('new', true)], phase: 'over' },
    });
    expect(panelNews(nothing, now)).toEqual([
      { kind: 'pinned', text: 'a?' },
      { kind: 'pollOpen', text: 'new?', poll: 'new' },
    ]);
    expect(panelNews(now, nothing)).toEqual([]);
  });
});
