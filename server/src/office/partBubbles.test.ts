import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { setState } from './doors.ts';
import { sayGoodbye } from './tendTalkers.ts';
import { pair, TalkTest } from './testTalk.ts';

describe('leaving', () => {
  it('[B15] steps between 70 and 105 px never flap', () => {
    const test = new TalkTest();
    test.enter('ada', 10, 10);
    test.enter('bob', 11, 10);
    test.put('ada', 300, 300);
    test.put('bob', 360, 300);
    test.waitUntil(() => test.circle('ada').length === 2);
    const id = test.idOf('ada');
    for (let i = 0; i < 40; i++) {
      test.put('bob', 300 + (i % 2 ? 70 : 105), 300);
      test.wait(300);
      expect(test.idOf('ada')).toBe(id);
    }
    test.put('bob', 500, 300);
    test.wait(600);
    for (let i = 0; i < 40; i++) {
      test.put('bob', 300 + (i % 2 ? 70 : 105), 300);
      test.wait(300);
      expect(test.idOf('ada')).toBeUndefined();
    }
  });

  it('[B7] farther than 112 px for 500 ms has left; a step out and back has not', () => {
    const test = pair();
    test.put('bob', 10.5 * 32 + 120, 10.5 * 32);
    test.wait(400);
    test.put('bob', 10.5 * 32 + 100, 10.5 * 32);
    test.wait(1000);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    test.put('bob', 10.5 * 32 + 120, 10.5 * 32);
    const tookMs = test.waitUntil(() => test.circle('ada').length === 0);
    expect(tookMs).toBeGreaterThanOrEqual(tuning.leaveAfterMs);
    expect(tookMs).toBeLessThanOrEqual(tuning.leaveAfterMs + 200);
  });

  it('[B7] the largest part keeps the conversation and its door, the others go on as a new one', () => {
    const test = new TalkTest();
    for (const [i, id] of ['ada', 'bob', 'cyril', 'dora', 'emil'].entries()) {
      test.enter(id, 10 + (i % 3), 10 + Math.floor(i / 3));
      test.wait(1200);
    }
    const id = test.idOf('ada');
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril', 'dora', 'emil']);
    setState(test.floor, test.talker('ada'), 'closed');
    test.setOut('ada', 20, 10);
    test.setOut('bob', 21, 10);
    test.wait(4000);
    expect(test.circle('cyril')).toEqual(['cyril', 'dora', 'emil']);
    expect(test.idOf('cyril')).toBe(id);
    expect(test.talker('cyril').conversation?.state).toBe('closed');
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    expect(test.talker('ada').conversation?.state).toBe('amongUs');
  });

  it('[B7] of equal parts the oldest member keeps it', () => {
    const test = pair();
    test.enter('cyril', 10, 11);
    test.wait(1200);
    test.enter('dora', 11, 11);
    test.wait(1200);
    const id = test.idOf('ada');
    const [oldest] = [...(test.talker('ada').conversation?.members.keys() ?? [])];
    test.setOut('ada', 20, 10);
    test.setOut('cyril', 20, 11);
    test.wait(4000);
    expect(test.circle('ada')).toEqual(['ada', 'cyril']);
    expect(test.circle('bob')).toEqual(['bob', 'dora']);
    expect(test.idOf(oldest ?? '')).toBe(id);
  });
});

describe('goodbye', () => {
  it('[B5] those I left take me back when I have been away, or approach', () => {
    const test = pair();
    test.enter('cyril', 10, 11);
    test.wait(1200);
    sayGoodbye(test.floor.talks, test.talker('ada'), test.tick);
    test.wait(3000);
    expect(test.circle('ada')).toEqual([]);
    expect(test.circle('bob')).toEqual(['bob', 'cyril']);
    expect(test.besides.map(({ who, beside }) => [who, beside.reason])).toContainEqual(['ada', 'goodbye']);
    test.walk('ada', 18, 10);
    test.walk('ada', 12, 10);
    test.wait(1200);
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
    sayGoodbye(test.floor.talks, test.talker('ada'), test.tick);
    expect(approach(test.floor, test.talker('ada'), test.talker('bob'), test.tick)).toEqual({ ok: true });
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
  });

  it('[B5] of two, the one who was left is not taken back either, and needs a yes', () => {
    const test = pair();
    sayGoodbye(test.floor.talks, test.talker('ada'), test.tick);
    test.wait(3000);
    expect(test.circle('bob')).toEqual([]);
    expect(approach(test.floor, test.talker('bob'), test.talker('ada'), test.tick)).toEqual({ refused: 'askFirst' });
  });
});
