import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { answerAsk, newAsks, openAsk } from './asks.ts';
import { ringOf } from './talkViews.ts';
import { sayGoodbye } from './tendTalkers.ts';
import { type DrawnArea, HALL, pair, TalkTest } from './testTalk.ts';
import { stopWalking } from './walkTogether.ts';

/** Ada leads, the others said yes. */
function walk(test: TalkTest = pair()): TalkTest {
  const asks = newAsks(() => 'a1');
  const asked = openAsk(test.floor, asks, test.talker('ada'), 'walk', undefined, test.tick);
  if ('refused' in asked) throw new Error(`refused: ${asked.refused}`);
  for (const id of [...asked.ask.waiting]) answerAsk(test.floor, asks, asked.ask, test.talker(id), 'yes', test.tick);
  return test;
}

function trio(areas: DrawnArea[] = [], lines: readonly string[] = HALL): TalkTest {
  const test = pair(new TalkTest(lines, areas));
  test.enter('cyril', 10, 11);
  test.wait(1200);
  expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
  return walk(test);
}

const apartPx = (test: TalkTest, a: string, b: string): number => {
  const [at, other] = [test.talker(a).occupant.walker, test.talker(b).occupant.walker];
  return Math.hypot(at.x - other.x, at.y - other.y) / 16;
};

describe('walking together', () => {
  it('[B19] a yes makes it a walk, seen by all, and who said yes comes along without doing anything', () => {
    const test = trio();
    expect(test.talker('ada').conversation?.place).toEqual({ kind: 'walk', leader: 'ada' });
    expect(ringOf(test.floor.talks, test.talker('bob'))?.walking).toBe(true);
    for (const [x, y] of [
      [25, 10],
      [25, 4],
      [4, 4],
      [4, 16],
      [20, 16],
    ] as const) {
      test.walk('ada', x, y, 'stroll');
      expect(apartPx(test, 'ada', 'bob')).toBeLessThanOrEqual(3 * 32);
      expect(apartPx(test, 'ada', 'cyril')).toBeLessThanOrEqual(3 * 32);
    }
    test.wait(3000);
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
    // side by side and behind: on places of their own
    expect(apartPx(test, 'ada', 'bob')).toBeGreaterThan(20);
    expect(apartPx(test, 'bob', 'cyril')).toBeGreaterThan(20);
  });

  it('[B19] walls of doors, areas and rooms do not split it', () => {
    const lines = HALL.map((line, y) => (y === 0 || y === 9 || y === HALL.length - 1 ? line : `${line.slice(0, 15)}#${line.slice(16)}`));
    const test = trio([{ name: 'meeting', from: [16, 1], to: [28, 18], conversation: 'meeting' }], lines);
    const id = test.idOf('ada');
    test.walk('ada', 13, 9, 'stroll');
    test.walk('ada', 20, 9, 'stroll');
    test.wait(3000);
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
    expect(test.idOf('cyril')).toBe(id);
    expect(apartPx(test, 'ada', 'cyril')).toBeLessThanOrEqual(3 * 32);
  });

  it('[B19] a leader who walks faster is caught up with', () => {
    const test = trio();
    test.walk('ada', 26, 4);
    test.wait(4000);
    expect(apartPx(test, 'ada', 'bob')).toBeLessThanOrEqual(64);
    expect(test.circle('bob')).toEqual(['ada', 'bob', 'cyril']);
  });

  it('[B13] passers-by do not join, and it takes nobody in where it stops', () => {
    const test = trio();
    for (let i = 0; i < 5; i++) test.enter(`p${i}`, 18, 6 + 2 * i);
    test.walk('ada', 18, 10, 'stroll');
    test.wait(3000);
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
    expect(approach(test.floor, test.talker('p2'), test.talker('ada'), test.tick)).toEqual({ refused: 'askFirst' });
  });

  it('[B20] a key of theirs leaves the formation: they are heard for 5 s more', () => {
    const test = trio();
    test.walk('ada', 20, 10, 'stroll');
    test.setOut('bob', 4, 16);
    test.wait(3000);
    expect(test.talker('ada').conversation?.followers?.has('bob')).toBe(false);
    expect(test.circle('bob')).toEqual(['ada', 'bob', 'cyril']);
    test.wait(tuning.walkLeaveAfterMs + 1500);
    expect(test.circle('bob')).toEqual([]);
    expect(test.circle('ada')).toEqual(['ada', 'cyril']);
  });

  it('[B20] who stands beside the leader again walks along again', () => {
    const test = trio();
    test.walk('bob', 12, 10);
    test.wait(200);
    expect(test.talker('ada').conversation?.followers?.has('bob')).toBe(false);
    test.wait(1000);
    expect(test.talker('ada').conversation?.followers?.has('bob')).toBe(true);
  });

  it('[B20] the leader ends it; who is left goes on as an ordinary circle', () => {
    const test = trio();
    test.walk('ada', 20, 10, 'stroll');
    test.wait(1500);
    stopWalking(test.floor, test.talker('ada'));
    test.wait(500);
    expect(test.talker('ada').conversation?.place).toEqual({ kind: 'near' });
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
    const before = test.ordered.length;
    test.walk('ada', 20, 8, 'stroll');
    expect(test.ordered.length).toBe(before);
  });

  it('[B20] when the leader leaves the next one leads; when one remains it is over', () => {
    const test = trio();
    sayGoodbye(test.floor.talks, test.talker('ada'), test.tick);
    test.wait(200);
    expect(test.talker('bob').conversation?.place).toEqual({ kind: 'walk', leader: 'bob' });
    stopWalking(test.floor, test.talker('cyril'));
    test.wait(200);
    expect(test.talker('bob').conversation?.place).toEqual({ kind: 'near' });
  });

  it('[B9] four walk: a fifth is refused', () => {
    const test = pair();
    for (const [i, id] of ['cyril', 'dora', 'emil'].entries()) {
      test.enter(id, 10 + (i % 2), 11 + Math.floor(i / 2));
      test.wait(1200);
    }
    expect(test.circle('ada')).toHaveLength(5);
    const asks = newAsks(() => 'a1');
    expect(openAsk(test.floor, asks, test.talker('ada'), 'walk', undefined, test.tick)).toEqual({ refused: 'full' });
    test.walk('emil', 20, 16);
    test.wait(1000);
    walk(test);
    expect(test.talker('ada').conversation?.followers?.size).toBe(3);
    expect(openAsk(test.floor, asks, test.talker('ada'), 'join', 'emil', test.tick)).toEqual({ refused: 'full' });
  });

  it('[P6] only the leader asks more people, and nobody walks who did not say yes', () => {
    const test = trio();
    const asks = newAsks(() => 'a1');
    expect(openAsk(test.floor, asks, test.talker('bob'), 'walk', undefined, test.tick)).toEqual({ refused: 'busy' });
    const other = pair();
    const asked = openAsk(other.floor, asks, other.talker('ada'), 'walk', undefined, other.tick);
    if ('refused' in asked) throw new Error('asked');
    answerAsk(other.floor, asks, asked.ask, other.talker('bob'), 'notNow', other.tick);
    expect(other.talker('ada').conversation?.place).toEqual({ kind: 'near' });
  });
});
