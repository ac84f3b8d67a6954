import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { setState } from './doors.ts';
import { ringOf, viewOf } from './talkViews.ts';
import { pair, type TalkTest } from './testTalk.ts';

function outLoud(): TalkTest {
  const test = pair();
  expect(setState(test.floor, test.talker('ada'), 'outLoud')).toEqual({ ok: true });
  return test;
}

const listenersOf = (test: TalkTest): string[] => [...(test.talker('ada').conversation?.listeners.keys() ?? [])];

describe('out loud', () => {
  it('[B11] whoever stands near hears after the dwell, and is shown half a second before', () => {
    const test = outLoud();
    test.enter('cyril', 10, 14);
    test.wait(500);
    expect(listenersOf(test)).toEqual([]);
    test.waitUntil(() => listenersOf(test).length === 1);
    const listener = test.talker('ada').conversation?.listeners.get('cyril');
    expect(listener?.hearsFromTick).toBe((listener?.sinceTick ?? 0) + tuning.listenNoticeMs / tuning.tickMs);
    expect(ringOf(test.floor.talks, test.talker('cyril'))?.role).toBe('listener');
    const conversation = test.talker('ada').conversation;
    if (!conversation) throw new Error('they talk');
    expect(viewOf(test.floor.talks, conversation, null).members.map(({ personId, role }) => [personId, role])).toContainEqual([
      'cyril',
      'listener',
    ]);
  });

  it('[B11] walking past hears nothing; going away, closing the door or joining ends it', () => {
    const test = outLoud();
    test.enter('cyril', 2, 14);
    test.walk('cyril', 20, 14);
    expect(listenersOf(test)).toEqual([]);
    test.walk('cyril', 10, 14);
    test.wait(1000);
    expect(listenersOf(test)).toEqual(['cyril']);
    test.walk('cyril', 10, 18);
    expect(listenersOf(test)).toEqual([]);
    test.walk('cyril', 10, 14);
    test.wait(1000);
    setState(test.floor, test.talker('bob'), 'amongUs');
    expect(listenersOf(test)).toEqual([]);
    expect(ringOf(test.floor.talks, test.talker('cyril'))).toBeUndefined();
    setState(test.floor, test.talker('bob'), 'outLoud');
    test.wait(1000);
    test.walk('cyril', 10, 11);
    test.wait(1500);
    expect(test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
    expect(listenersOf(test)).toEqual([]);
  });

  it('[B11] whoever talks, is away, hidden, or not to be disturbed hears nothing; twelve do', () => {
    const test = outLoud();
    test.enter('away', 10, 14).occupant.availability = 'away';
    test.enter('busy', 11, 14).occupant.availability = 'doNotDisturb';
    test.enter('hidden', 8, 13).hiddenSinceTick = test.tick;
    test.enter('dora', 13, 13);
    test.enter('emil', 13, 12);
    test.wait(3000);
    expect(test.circle('dora')).toEqual(['dora', 'emil']);
    expect(listenersOf(test)).toEqual([]);
    for (let i = 0; i < 14; i++) {
      const shy = test.enter(`l${i}`, 6, 10);
      shy.occupant.availability = 'focused';
      test.put(`l${i}`, 330 + 10 * i, 340 - 100 + i);
    }
    test.wait(3000);
    expect(listenersOf(test)).toHaveLength(tuning.listenersMost);
  });
});
