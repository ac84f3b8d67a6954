import type { DebateView } from '@comptoir/shared/protocol/auditorium';
import { describe, expect, test } from 'vitest';
import { movementOf, percentOf, wonOver } from './debateMovement.ts';

const over = (before: number[] | null, after: number[] | null): DebateView => ({
  ...{ phase: 'over', sides: ['For', 'Against'], speakers: {}, spokenMs: [0, 0], voters: [0, 0], before, after },
});

describe('[T66] the movement of a debate', () => {
  test('is in shares of whoever voted then', () => {
    const movement = movementOf(over([6, 4], [9, 3])) ?? [];
    expect(movement.map(({ beforePercent, afterPercent, moved }) => [beforePercent, afterPercent, moved])).toEqual([
      [60, 75, 15],
      [40, 25, -15],
    ]);
    expect(wonOver(movement)?.side).toBe('For');
  });

  test('is not there before it is over', () => {
    expect(movementOf(over(null, null))).toBeUndefined();
  });

  test.each([
    ['nobody voted', [0, 0], [0, 0]],
    ['nobody voted before', [0, 0], [4, 1]],
    ['nothing moved', [3, 1], [6, 2]],
  ])('names no winner when %s', (_what, before, after) => {
    expect(wonOver(movementOf(over(before, after)) ?? [])).toBeUndefined();
  });

  test('has shares where nobody voted, too', () => {
    expect(percentOf([0, 0, 0])).toEqual([0, 0, 0]);
    expect(percentOf([1, 2])).toEqual([33, 67]);
  });
});
