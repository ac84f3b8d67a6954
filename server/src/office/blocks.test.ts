import { expect, it } from 'vitest';
import { approach } from './approach.ts';
import { answerAsk, dropAsksBetween, newAsks, openAsk } from './asks.ts';
import { setState } from './doors.ts';
import { forgetBlocks, knowBlocks } from './reachable.ts';
import { membersFor, viewOf } from './talkViews.ts';
import { HALL, pair, TalkTest } from './testTalk.ts';

/** Ada blocks Bob. */
function adaBlocksBob(test: TalkTest): TalkTest {
  knowBlocks(test.floor.talks.apart, 'ada', { mine: ['bob'], ofMe: [] });
  return test;
}

function beside(): TalkTest {
  const test = adaBlocksBob(new TalkTest());
  test.enter('ada', 10, 10);
  test.enter('bob', 11, 10);
  return test;
}

const asks = () => {
  let id = 0;
  return newAsks(() => `a${++id}`);
};

it.each(['ada', 'bob'])('[P37] two do not talk as two; to %s the other does not want to be disturbed', (who) => {
  const test = beside();
  const other = test.talker(who === 'ada' ? 'bob' : 'ada');
  const me = test.talker(who);
  test.wait(3000);
  expect([test.circle('ada'), test.circle('bob')]).toEqual([[], []]);
  const told = test.besides.filter((one) => one.who === who).map(({ beside }) => [beside.reason, beside.person]);
  expect(told).toEqual([['doNotDisturb', other.occupant.personId]]);
  expect(approach(test.floor, me, other, test.tick)).toEqual({ refused: 'doNotDisturb' });
  expect(openAsk(test.floor, asks(), me, 'talk', other.occupant.personId, test.tick)).toEqual({ refused: 'doNotDisturb' });
});

it('[P37] who talk as two at that moment are parted, and talk again when it is taken back', () => {
  const test = adaBlocksBob(pair());
  test.waitUntil(() => test.circle('ada').length === 0);
  test.wait(2000);
  expect(test.circle('bob')).toEqual([]);
  forgetBlocks(test.floor.talks.apart, 'ada');
  test.waitUntil(() => test.circle('ada').length === 2);
});

it('[P37] at a table with a third both are in it; when the third goes they are parted', () => {
  const test = adaBlocksBob(new TalkTest(['############', '#..........#', '#.1.1......#', '#..1.......#', '#..........#', '############']));
  test.enter('ada', 1, 1);
  test.enter('bob', 5, 1);
  test.enter('cyril', 10, 1);
  test.sit('ada', 2, 2);
  test.sit('bob', 4, 2);
  test.wait(3000);
  expect(test.circle('ada')).toEqual([]);
  test.sit('cyril', 3, 3);
  test.waitUntil(() => test.circle('ada').length === 3);
  const conversation = test.talker('ada').conversation;
  if (!conversation) throw new Error('nobody talks');
  const view = viewOf(test.floor.talks, conversation, null);
  const apartTo = (personId: string): string[] =>
    membersFor(test.floor.talks, view.members, personId).flatMap((member) => (member.apart ? [member.personId] : []));
  expect([apartTo('ada'), apartTo('bob'), apartTo('cyril')]).toEqual([['bob'], ['ada'], []]);
  test.standUp('cyril');
  test.put('cyril', 1.5 * 32, 4.5 * 32);
  test.talker('cyril').occupant.availability = 'away';
  test.waitUntil(() => test.circle('ada').length === 0);
  expect(test.circle('bob')).toEqual([]);
});

it('[P37] a room stays the room of both', () => {
  const test = adaBlocksBob(new TalkTest(HALL, [{ name: 'room', from: [5, 5], to: [9, 9], conversation: 'meeting' }]));
  test.enter('ada', 6, 6);
  test.enter('bob', 8, 8);
  test.wait(2000);
  expect(test.circle('ada')).toEqual(['ada', 'bob']);
});

it('[P37] a knock is heard by the others only, and unanswered it is as any other', () => {
  const test = new TalkTest();
  test.enter('ada', 10, 10);
  test.enter('cyril', 11, 10);
  test.enter('bob', 20, 10);
  test.waitUntil(() => test.circle('ada').length === 2);
  setState(test.floor, test.talker('ada'), 'closed');
  adaBlocksBob(test);
  const open = asks();
  const asked = openAsk(test.floor, open, test.talker('bob'), 'knock', 'ada', test.tick);
  if ('refused' in asked) throw new Error(asked.refused);
  expect([...asked.ask.waiting]).toEqual(['cyril']);
  expect(answerAsk(test.floor, open, asked.ask, test.talker('ada'), 'yes', test.tick)).toEqual({ refused: 'notAllowed' });
  expect(openAsk(test.floor, asks(), test.talker('ada'), 'join', 'bob', test.tick)).toEqual({ refused: 'doNotDisturb' });
});

it('[P37] what was asked before is asked no more, and who asked is told nothing', () => {
  const test = new TalkTest();
  test.enter('ada', 10, 10);
  test.enter('bob', 20, 10);
  const open = asks();
  const asked = openAsk(test.floor, open, test.talker('bob'), 'talk', 'ada', test.tick);
  const id = 'ask' in asked ? asked.ask.id : '';
  expect(dropAsksBetween(open, 'ada', 'bob')).toEqual([{ id, whom: ['ada'] }]);
  expect(open.open.get(id)?.waiting.size).toBe(0);
});
