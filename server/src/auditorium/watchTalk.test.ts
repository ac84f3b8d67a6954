// A talk that nobody gives any more, and one that nobody leads any more.
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { ticksOf } from '../office/mayTalk.ts';
import { hallTest } from './testHall.ts';
import { type Watch, watchTalk } from './watchTalk.ts';

const EMPTY = ticksOf(tuning.emptyStageMs);
const LEADERLESS = ticksOf(tuning.leaderLostMs);

function watched() {
  const hall = hallTest();
  const watch: Watch = {};
  const look = (atTick = hall.test.tick) => watchTalk(hall.test.floor.talks, hall.talk, hall.conversation, watch, atTick);
  return { ...hall, look };
}

describe('an empty stage', () => {
  it('[T9] ends the talk after a quarter of an hour, and everybody can read when', () => {
    const { test, look } = watched();
    test.enter('lea', 5, 2);
    test.enter('ada', 5, 10);
    test.wait(200);
    expect(look()).toMatchObject({ endsTick: null, isOver: false });
    test.walk('lea', 5, 8);
    test.wait(200);
    const from = test.tick;
    expect(look()).toMatchObject({ endsTick: from + EMPTY, isOver: false });
    expect(look(from + EMPTY - 1).isOver).toBe(false);
    expect(look(from + EMPTY).isOver).toBe(true);
    test.walk('lea', 5, 2);
    test.wait(200);
    expect(look()).toMatchObject({ endsTick: null, isOver: false });
  });

  it('[T9] is one on which only somebody stands whose connection is lost', () => {
    const { test, look } = watched();
    const lea = test.enter('lea', 5, 2);
    test.wait(200);
    lea.occupant.lostTick = test.tick;
    expect(look().endsTick).toBe(test.tick + EMPTY);
  });
});

describe('nobody who leads', () => {
  it('[T10] after a minute whoever has spoken longest leads it, and who led it before leads it again on coming back', () => {
    const { test, talk, look } = watched();
    test.enter('lea', 5, 2);
    test.enter('bob', 7, 10);
    test.wait(200);
    test.walk('bob', 7, 2);
    test.wait(200);
    test.enter('ada', 9, 2);
    test.wait(200);
    test.walk('lea', 25, 10);
    test.wait(200);
    const from = test.tick;
    expect(look().newLeader).toBeUndefined();
    expect(look(from + LEADERLESS - 1).newLeader).toBeUndefined();
    expect(look(from + LEADERLESS).newLeader).toBe('bob');
    expect(talk.leaders).toEqual(['lea', 'bob']);
    expect(look(from + 2 * LEADERLESS).newLeader).toBeUndefined();
  });

  it('[T10] waits for somebody who speaks', () => {
    const { test, talk, look } = watched();
    test.enter('ada', 5, 10);
    test.wait(200);
    const from = test.tick;
    look();
    expect(look(from + LEADERLESS + 500).newLeader).toBeUndefined();
    test.walk('ada', 5, 2);
    test.wait(200);
    expect(look(from + LEADERLESS + 1000).newLeader).toBe('ada');
    expect(talk.leaders).toEqual(['lea', 'ada']);
  });

  it('[T2] a host of the office who is in it leads it', () => {
    const { test, look } = watched();
    test.enter('bob', 5, 2);
    test.enter('hester', 5, 10).occupant.walker.rank = 2;
    test.wait(200);
    look();
    expect(look(test.tick + 2 * LEADERLESS).newLeader).toBeUndefined();
  });
});
