import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { QuestionView, StageView } from '@comptoir/shared/protocol/auditorium';
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actions, Panel } from '../actions.ts';
import { shownVotes } from '../world/votesAhead.ts';
import { World } from '../world/World.ts';
import { buildPanelActions } from './buildPanelActions.ts';
import { takeAuditorium } from './takeAuditorium.ts';

const map = { areas: [], seats: [], things: [], walkable: '', widthTiles: 1, heightTiles: 1 } as unknown as OfficeMap;
const stage = { talk: 't', startedMs: 0, leaders: ['me'] } as unknown as StageView;
const question = (votes: number): QuestionView =>
  ({ id: 'q', text: 'Why?', name: '', by: '', votes, askedMs: 0, answeredMs: null, pinned: false }) satisfies QuestionView;

function build() {
  const world = new World('office', groundOf(map));
  const sink = takeAuditorium(world);
  sink.stage(stage);
  const panel = signal<Panel | undefined>(undefined);
  const asked: unknown[] = [];
  const applauded: unknown[] = [];
  const answers: ((answer: unknown) => void)[] = [];
  const ask = ((name: string, question: unknown) => {
    asked.push([name, question]);
    return new Promise((resolve) => answers.push(resolve));
  }) as unknown as Actions['ask'];
  const actions = buildPanelActions({
    ...{ world: signal(world), panel, ask },
    sendApplause: (reaction, n) => applauded.push([reaction, n]),
  });
  return { world, sink, panel, asked, applauded, actions, answer: (answer: unknown) => answers.shift()?.(answer) };
}

const settled = (): Promise<void> => new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve))));

describe('[T62] a vote for a question', () => {
  const shown = ({ auditorium }: World) =>
    shownVotes(auditorium.votesAhead.value.get('q'), auditorium.questions.value.get('q')?.votes ?? 0, auditorium.myVotes.value.has('q'));

  test('shows at once, and is the number that the office tells later', async () => {
    const { world, sink, asked, actions, answer } = build();
    sink.questions({ all: true, changed: [question(3)], gone: [], myVotes: [], mine: [] });
    actions.voteQuestion('q', true);
    expect(shown(world)).toEqual({ votes: 4, mine: true });
    expect(asked).toEqual([['voteQuestion', { question: 'q', on: true }]]);
    answer({ ok: true });
    await settled();
    expect(shown(world)).toEqual({ votes: 4, mine: true });
    sink.questions({ all: false, changed: [question(5)], gone: [] });
    expect(shown(world)).toEqual({ votes: 5, mine: true });
  });

  test('is taken back when it is refused', async () => {
    const { world, sink, actions, answer } = build();
    sink.questions({ all: true, changed: [question(3)], gone: [], myVotes: [], mine: [] });
    actions.voteQuestion('q', true);
    answer({ refused: 'notThere' });
    await settled();
    expect(shown(world)).toEqual({ votes: 3, mine: false });
  });
});

describe('[T67] a chapter by one key', () => {
  test('is marked without a title, and its field is there before the answer', async () => {
    const { world, panel, asked, actions, answer } = build();
    actions.markChapter();
    expect(asked).toEqual([['markChapter', { title: '' }]]);
    expect(panel.value).toBe('talk');
    expect(world.auditorium.tab.value).toBe('chapters');
    expect(world.auditorium.naming.value?.id).toBeUndefined();
    expect(world.auditorium.naming.value).toBeDefined();
    answer({ ok: true, chapter: 'c1' });
    await settled();
    expect(world.auditorium.naming.value?.id).toBe('c1');
  });

  test('that is refused asks for no name', async () => {
    const { world, actions, answer } = build();
    actions.markChapter();
    answer({ refused: 'tooSoon' });
    await settled();
    expect(world.auditorium.naming.value).toBeUndefined();
  });
});

describe('[T63] applause', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('pressed many times within 300 ms is one message for each reaction', () => {
    const { applauded, actions } = build();
    for (let n = 0; n < 7; n++) actions.applaud('clap');
    actions.applaud('heart');
    expect(applauded).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(applauded).toEqual([
      ['clap', 7],
      ['heart', 1],
    ]);
    actions.applaud('clap');
    vi.advanceTimersByTime(300);
    expect(applauded.at(-1)).toEqual(['clap', 1]);
  });

  test('is at most 20 of one kind in one message', () => {
    const { applauded, actions } = build();
    for (let n = 0; n < 50; n++) actions.applaud('clap');
    vi.advanceTimersByTime(300);
    expect(applauded).toEqual([['clap', 20]]);
  });
});
