import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { split } from './doors.ts';
import { beginEnding } from './endings.ts';
import { HALL, pair, TalkTest } from './testTalk.ts';

function end(test: TalkTest, personId: string): number {
  const { conversation } = test.talker(personId);
  if (!conversation) throw new Error(`${personId} is in no conversation`);
  return beginEnding(test.floor.talks, conversation, 'host', test.tick);
}

it('[P33] it ends at its time, not before, and whoever stands there stays apart until they have been away', () => {
  const test = pair();
  const untilTick = end(test, 'ada');
  expect((untilTick - test.tick) * tuning.tickMs).toBe(tuning.endingMs);
  test.wait(tuning.endingMs - 100);
  expect(test.circle('ada')).toEqual(['ada', 'bob']);
  test.wait(5000);
  expect([test.circle('ada'), test.circle('bob')]).toEqual([[], []]);
  test.walk('bob', 20, 10);
  test.walk('bob', 11, 10);
  test.waitUntil(() => test.circle('ada').length === 2);
});

it('[P33] somebody who comes in before the end is parted from all of them, too', () => {
  const test = pair();
  end(test, 'ada');
  test.enter('cyril', 12, 10);
  test.waitUntil(() => test.circle('ada').length === 3);
  test.wait(tuning.endingMs + 3000);
  expect(['ada', 'bob', 'cyril'].map((id) => test.circle(id))).toEqual([[], [], []]);
});

it('[P33] whoever goes on as a part of it ends at the same time', () => {
  const test = new TalkTest();
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  for (const [n, id] of ids.entries()) {
    test.enter(id, 10 + (n % 3), 10 + Math.floor(n / 3));
    test.wait(2 * tuning.dwellMs + tuning.calmMs);
  }
  expect(test.circle('a')).toHaveLength(7);
  const untilTick = end(test, 'a');
  expect(split(test.floor, test.talker('a'), test.tick)).toEqual({ ok: true });
  expect(new Set(ids.map((id) => test.talker(id).conversation?.ending?.untilTick))).toEqual(new Set([untilTick]));
  expect(new Set(ids.map((id) => test.idOf(id))).size).toBe(2);
  test.wait(tuning.endingMs + 100);
  expect(ids.map((id) => test.circle(id))).toEqual(ids.map(() => []));
});

it('[P33] in a room they stay, silent, until they have been out of it', () => {
  const test = new TalkTest(HALL, [{ name: 'room', from: [5, 5], to: [9, 9], conversation: 'meeting' }]);
  test.enter('ada', 6, 6);
  test.enter('bob', 8, 8);
  test.waitUntil(() => test.circle('ada').length === 2);
  end(test, 'ada');
  test.wait(tuning.endingMs + 3000);
  expect([test.idOf('ada'), test.idOf('bob')]).toEqual([undefined, undefined]);
  test.walk('bob', 15, 8);
  test.walk('bob', 8, 8);
  test.walk('ada', 15, 6);
  test.walk('ada', 6, 6);
  test.waitUntil(() => test.circle('ada').length === 2);
});
