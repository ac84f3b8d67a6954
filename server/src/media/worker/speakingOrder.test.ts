import { describe, expect, it } from 'vitest';
import { newOrder, nextOrder, type SpeakingOrder } from './speakingOrder.ts';

const LOOK_MS = 100;

/** Whoever is first at each look. `says`: per person, from and to when (ms) they speak. */
function watch(says: Record<string, readonly (readonly [number, number])[]>, untilMs: number): string[] {
  let order: SpeakingOrder = newOrder();
  const first: string[] = [];
  const spoke = new Map(Object.keys(says).map((personId) => [personId, Number.NEGATIVE_INFINITY]));
  for (let nowMs = 0; nowMs <= untilMs; nowMs += LOOK_MS) {
    for (const [personId, spans] of Object.entries(says))
      if (spans.some(([from, to]) => nowMs >= from && nowMs < to)) spoke.set(personId, nowMs);
    order = nextOrder(order, spoke, nowMs);
    first.push(order.people[0] ?? '');
  }
  return first;
}

const changes = (first: readonly string[]): string[] => first.filter((personId, n) => personId !== first[n - 1]);

describe('who is shown as speaking', () => {
  it('[K46] the first word of a talk counts at once', () => {
    expect(watch({ ada: [], bob: [[1000, 2000]] }, 1200).at(-1)).toBe('bob');
  });

  it('[K46] a "yes" in between changes nothing, an answer after a second does', () => {
    const first = watch(
      {
        ada: [[0, 3000]],
        bob: [
          [1000, 1400],
          [4000, 8000],
        ],
      },
      8000,
    );
    expect(changes(first)).toEqual(['ada', 'bob']);
    expect(first.indexOf('bob') * LOOK_MS).toBe(5000);
  });

  it('[K46] pauses between words do not make anybody begin anew', () => {
    expect(
      changes(
        watch(
          {
            ada: [[0, 500]],
            bob: [
              [2000, 2400],
              [2700, 3000],
              [3300, 3600],
            ],
          },
          3600,
        ),
      ),
    ).toEqual(['ada', 'bob']);
  });

  it('[K46] who goes on speaking stays, and two who quarrel change every ten seconds at most', () => {
    const first = watch({ ada: [[0, 40_000]], bob: [[1000, 40_000]] }, 40_000);
    expect(changes(first).length).toBeLessThanOrEqual(5);
    expect(changes(first).length).toBeGreaterThan(1);
  });

  it('[K46] who spoke before comes next, and who left is nobody', () => {
    let order = nextOrder(
      newOrder(),
      new Map([
        ['ada', 0],
        ['bob', -9999],
        ['eve', -9999],
      ]),
      0,
    );
    order = nextOrder(
      order,
      new Map([
        ['ada', 0],
        ['bob', 2000],
        ['eve', -9999],
      ]),
      2000,
    );
    order = nextOrder(
      order,
      new Map([
        ['ada', 0],
        ['bob', 3000],
        ['eve', -9999],
      ]),
      3000,
    );
    expect(order.people).toEqual(['bob', 'ada', 'eve']);
    expect(
      nextOrder(
        order,
        new Map([
          ['ada', 0],
          ['eve', -9999],
        ]),
        3100,
      ).people,
    ).toEqual(['ada', 'eve']);
  });
});
