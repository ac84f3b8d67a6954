import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceDebate, type Debate, type Debates, debateView, openDebate, runClocks, takeSide, voteSide, votesOfOne } from './debate.ts';

function open(debates: Debates = [], sides = ['yes', 'no']): Debate {
  const opened = openDebate(debates, sides);
  if ('refused' in opened) throw new Error(`refused: ${opened.refused}`);
  return opened;
}

describe('phases', () => {
  it('[T28] follow one another, and two leaders who press at once skip none', () => {
    const debate = open();
    expect(advanceDebate(debate, 'after')).toEqual({ refused: 'voteClosed' });
    for (const to of ['debate', 'debate', 'after', 'after', 'over', 'over'] as const) {
      expect(advanceDebate(debate, to)).toBeUndefined();
      expect(debate.phase).toBe(to);
    }
    expect(advanceDebate(debate, 'debate')).toEqual({ refused: 'voteClosed' });
  });

  it('[T28] one debate at a time, the next when it is over; sides differ', () => {
    const debates: Debates = [];
    const debate = open(debates);
    expect(openDebate(debates, ['a', 'b'])).toEqual({ refused: 'busy' });
    for (const to of ['debate', 'after', 'over'] as const) advanceDebate(debate, to);
    open(debates, ['a', 'b', 'c', 'd']);
    expect(debates).toHaveLength(2);
    expect(openDebate([], ['a', ' a'])).toEqual({ refused: 'invalid' });
    const many = Array.from({ length: tuning.debatesMost }, () => ({ ...open(), phase: 'over' as const }));
    expect(openDebate(many, ['a', 'b'])).toEqual({ refused: 'tooMany' });
  });
});

describe('votes', () => {
  it('[T28] are taken before and after, may be changed, and are shown when it is over', () => {
    const debate = open();
    expect(voteSide(debate, 'ada', 0)).toBeUndefined();
    expect(voteSide(debate, 'bob', 0)).toBeUndefined();
    expect(voteSide(debate, 'bob', 1)).toBeUndefined();
    expect(voteSide(debate, 'bob', 2)).toEqual({ refused: 'invalid' });
    advanceDebate(debate, 'debate');
    expect(voteSide(debate, 'ada', 1)).toEqual({ refused: 'voteClosed' });
    advanceDebate(debate, 'after');
    voteSide(debate, 'ada', 1);
    expect(debateView(debate)).toMatchObject({ voters: [2, 1], before: null, after: null });
    expect(JSON.stringify(debateView(debate))).not.toContain('bob');
    advanceDebate(debate, 'over');
    expect(voteSide(debate, 'ada', 0)).toEqual({ refused: 'voteClosed' });
    expect(debateView(debate)).toMatchObject({ voters: [2, 1], before: [1, 1], after: [0, 1] });
    expect(votesOfOne(debate, 'ada')).toEqual([0, 1]);
    expect(votesOfOne(debate, 'bob')).toEqual([1, null]);
  });
});

describe('clocks', () => {
  const WINDOW_MS = 200;
  const STEP_MS = 20;
  const PEOPLE = { ada: 0, bob: 0, cem: 1, dee: 1 } as const;
  type Name = keyof typeof PEOPLE;

  /** As the media server tells it: for each window how long everybody spoke. */
  function debateOf(phrases: { who: Name; pauseMs: number; ms: number }[]): { clocks: number[]; spoken: number[] } {
    const debate = open();
    for (const [who, side] of Object.entries(PEOPLE)) takeSide(debate, who, side);
    advanceDebate(debate, 'debate');
    const untilMs: Record<string, number> = {};
    const isSpeaking = phrases.map(({ who, pauseMs, ms }) => {
      const fromMs = (untilMs[who] ?? 0) + pauseMs;
      untilMs[who] = fromMs + ms;
      return { who, at: (atMs: number) => atMs >= fromMs && atMs < fromMs + ms };
    });
    const spoken = [0, 0];
    const endMs = Math.max(0, ...Object.values(untilMs));
    for (let windowMs = 0; windowMs < endMs; windowMs += WINDOW_MS) {
      const heard: Record<string, number> = {};
      for (let atMs = windowMs; atMs < windowMs + WINDOW_MS; atMs += STEP_MS) {
        const now = new Set(isSpeaking.filter(({ at }) => at(atMs)).map(({ who }) => who));
        for (const who of now) heard[who] = (heard[who] ?? 0) + STEP_MS;
        for (const side of new Set([...now].map((who) => PEOPLE[who]))) spoken[side] = (spoken[side] ?? 0) + STEP_MS;
      }
      runClocks(debate, heard, WINDOW_MS);
    }
    return { clocks: debateView(debate).spokenMs, spoken };
  }

  it('[T29] show what each side spoke, within 5 %, whoever interrupts whom', () => {
    const ms = fc.integer({ min: 75, max: 600 }).map((n) => n * STEP_MS);
    const pauseMs = fc.integer({ min: 20, max: 300 }).map((n) => n * STEP_MS);
    const who = fc.constantFrom<Name>('ada', 'bob', 'cem', 'dee');
    fc.assert(
      fc.property(fc.array(fc.record({ who, pauseMs, ms }), { minLength: 1, maxLength: 30 }), (phrases) => {
        const { clocks, spoken } = debateOf(phrases);
        for (const [side, ms] of spoken.entries()) expect(Math.abs((clocks[side] ?? 0) - ms)).toBeLessThanOrEqual(ms * 0.05);
      }),
      { numRuns: 60 },
    );
  });

  it('[T29] two of one side at the same time are one voice, and whoever takes over goes on', () => {
    const { clocks } = debateOf([
      { who: 'ada', pauseMs: 0, ms: 2000 },
      { who: 'bob', pauseMs: 1000, ms: 2000 },
      { who: 'cem', pauseMs: 100, ms: 1100 },
      { who: 'dee', pauseMs: 1200, ms: 800 },
    ]);
    expect(clocks).toEqual([3000, 1900]);
  });

  it('[T29] run in the debate only, for those who have a side', () => {
    const debate = open();
    takeSide(debate, 'ada', 0);
    expect(runClocks(debate, { ada: 200 }, WINDOW_MS)).toBe(false);
    advanceDebate(debate, 'debate');
    expect(runClocks(debate, { somebody: 200 }, WINDOW_MS)).toBe(false);
    expect(runClocks(debate, { ada: 200, somebody: 200 }, WINDOW_MS)).toBe(true);
    // what they spoke stays where they spoke for it
    takeSide(debate, 'ada', 1);
    runClocks(debate, { ada: 100 }, WINDOW_MS);
    takeSide(debate, 'ada', null);
    runClocks(debate, { ada: 100 }, WINDOW_MS);
    expect(debateView(debate)).toMatchObject({ spokenMs: [200, 100], speakers: {} });
    expect(takeSide(debate, 'ada', 2)).toEqual({ refused: 'invalid' });
    advanceDebate(debate, 'after');
    expect(runClocks(debate, { ada: 100 }, WINDOW_MS)).toBe(false);
    advanceDebate(debate, 'over');
    expect(takeSide(debate, 'ada', 0)).toEqual({ refused: 'voteClosed' });
  });
});
