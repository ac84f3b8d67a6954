import type { DebateView } from '@comptoir/shared/protocol/auditorium';
import { describe, expect, test } from 'vitest';
import { newClocks, runClocks, sidesSpeaking, tellClocks } from './debateClocks.ts';

const view = (phase: DebateView['phase']): DebateView => ({
  ...{ phase, sides: ['For', 'Against'], speakers: { ada: 0, bob: 1, eve: 1 }, spokenMs: [0, 0] },
  ...{ voters: [0, 0], before: null, after: null },
});

describe('[T64] the clocks of a debate', () => {
  test('run for the sides that speak, two of one side as one, and only during the debate', () => {
    expect(sidesSpeaking(view('debate'), new Set(['bob', 'eve', 'somebody']))).toEqual(new Set([1]));
    expect(sidesSpeaking(view('before'), new Set(['bob']))).toEqual(new Set());
    const clocks = runClocks(newClocks([5000, 8000]), new Set([1]), 200);
    expect(clocks.shown).toEqual([5000, 8200]);
  });

  test('are what the office says, and wait rather than run backwards', () => {
    const ahead = runClocks(newClocks([5000, 8000]), new Set([0, 1]), 400);
    expect(tellClocks(ahead, [5300, 8500]).shown).toEqual([5400, 8500]);
    expect(tellClocks(newClocks([60_000, 0]), [5000, 0]).shown).toEqual([5000, 0]);
  });

  test('run on by themselves for a moment only: without a message they stop', () => {
    let clocks = newClocks([0, 0]);
    for (let n = 0; n < 50; n++) clocks = runClocks(clocks, new Set([0]), 200);
    expect(clocks.shown).toEqual([1500, 0]);
  });
});
