// What is told of a talk: raised hands in one order for all, and each one's own place.
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { handsOf, stageFor, stageOf, summaryOf } from './stageViews.ts';
import { hallTest } from './testHall.ts';

it('[T7] the first hands in their order, how many there are, and my own place wherever it is', () => {
  const { test, talk, conversation } = hallTest();
  const many = tuning.handsShown + 5;
  const talkers = Array.from({ length: many }, (_, n) => test.enter(`p${n}`, 1 + (n % 20), 6 + Math.floor(n / 20)));
  test.wait(200);
  talkers.forEach(({ occupant: { personId } }, n) => {
    talk.hands.set(personId, n);
  });
  const shared = stageOf(talk, conversation, null);
  expect(shared.hands).toEqual(talkers.slice(0, tuning.handsShown).map(({ occupant: { personId } }) => personId));
  expect(shared).toMatchObject({ handCount: many, audience: many });
  const order = new Map(handsOf(talk).map((personId, i) => [personId, i + 1]));
  expect(talkers.map((talker) => stageFor(shared, talk, talker, order).myHand)).toEqual(talkers.map((_, n) => n + 1));
});

it('[T12] in short: who is on the stage, without whoever speaks from a seat', () => {
  const { test, talk, conversation } = hallTest();
  test.enter('lea', 5, 2);
  test.enter('ada', 5, 10);
  test.enter('bob', 7, 10);
  talk.floor.set('ada', { video: false });
  test.wait(200);
  expect(summaryOf(talk, conversation)).toMatchObject({ title: 'Rivers', auditorium: 'hall', speakers: ['lea'], audience: 1 });
});
