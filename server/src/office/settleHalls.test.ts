// Who is in a talk, and who speaks in it: a hall drawn in ASCII, with a clock that the test turns.
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { newAsks, openAsk } from './asks.ts';
import { partTheApart } from './blocks.ts';
import { setState, split } from './doors.ts';
import { setBlock } from './reachable.ts';
import { speakersIn } from './settleHalls.ts';
import { ringOf } from './talkViews.ts';
import { sayGoodbye } from './tendTalkers.ts';
import { HALL_AREAS, hallOf, roleOf, talkIn } from './testHall.ts';
import { HALL, TalkTest } from './testTalk.ts';

/** A line of the drawing with seats of a table in it. */
const withTable = (y: number): string[] => HALL.map((line, at) => (at === y ? `#..1.1${line.slice(6)}` : line));

describe('in the hall', () => {
  it('[T1] whoever stands on the stage speaks, whoever is in the audience listens, and outside nobody is in it', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    for (const [name, x, y] of [
      ['lea', 3, 2],
      ['ada', 3, 10],
      ['bob', 15, 18],
      ['out', 25, 10],
    ] as const)
      test.enter(name, x, y);
    talkIn(test);
    test.wait(200);
    expect(['lea', 'ada', 'bob', 'out'].map((name) => roleOf(test, name))).toEqual(['speaker', 'audience', 'audience', undefined]);
    // no line around hundreds
    expect(ringOf(test.floor.talks, test.talker('ada'))).toBeUndefined();
    test.walk('ada', 3, 3);
    test.walk('bob', 25, 12);
    test.walk('out', 18, 10);
    test.wait(200);
    expect(['lea', 'ada', 'bob', 'out'].map((name) => roleOf(test, name))).toEqual(['speaker', 'speaker', undefined, 'audience']);
  });

  it('[T1] takes circles, tables and closed doors into the talk when it begins, and people who do not want to be disturbed', () => {
    const test = new TalkTest(withTable(3), HALL_AREAS);
    test.enter('lea', 10, 2);
    for (const [name, x] of [
      ['ada', 3],
      ['bob', 4],
    ] as const)
      test.enter(name, x, 10);
    for (const [name, x] of [
      ['cyr', 3],
      ['dan', 5],
    ] as const) {
      test.enter(name, x, 3);
      test.sit(name, x, 3);
    }
    test.enter('eve', 15, 15).occupant.availability = 'doNotDisturb';
    test.waitUntil(() => test.circle('ada').length === 2 && test.circle('cyr').length === 2);
    expect(setState(test.floor, test.talker('ada'), 'closed')).toEqual({ ok: true });
    const talk = talkIn(test);
    test.wait(200);
    expect([...talk.members.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['ada', 'bob', 'cyr', 'dan', 'eve', 'lea']);
    expect(test.floor.talks.conversations.size).toBe(1);
    expect(test.floor.talks.ofTable.size).toBe(0);
    test.wait(10_000);
    expect(test.floor.talks.conversations.size).toBe(1);
  });

  it('[T1] does not take who runs through, who is away, and who is not there', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const talk = talkIn(test);
    test.enter('run', 2, 10);
    test.enter('away', 3, 15).occupant.availability = 'away';
    test.enter('lost', 6, 15).occupant.lostTick = 0;
    test.setOut('run', 25, 10, 'run');
    test.wait(1000);
    expect(talk.members.size).toBe(0);
    test.setOut('run', 18, 10, 'walk');
    test.waitUntil(() => roleOf(test, 'run') === 'audience');
  });

  it('[T4] the thirteenth on the stage listens, is told that it is full, and speaks when there is room', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const talk = talkIn(test);
    const names = Array.from({ length: tuning.stageMost + 1 }, (_, n) => `p${n}`);
    names.forEach((name, n) => {
      test.enter(name, 1 + n, 2);
    });
    test.wait(tuning.dwellMs + 300);
    expect(speakersIn(talk)).toBe(tuning.stageMost);
    expect(roleOf(test, `p${tuning.stageMost}`)).toBe('audience');
    expect(test.besides).toMatchObject([{ who: `p${tuning.stageMost}`, beside: { reason: 'full', number: talk.number } }]);
    test.walk('p3', 4, 10);
    test.wait(200);
    expect(roleOf(test, `p${tuning.stageMost}`)).toBe('speaker');
  });

  it('[T5] on a closed stage those speak whom a leader asked up, and nobody whom one sent down', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const hall = hallOf();
    hall.settings.openStage = false;
    talkIn(test, hall);
    ['lea', 'ada', 'bob'].forEach((name, n) => {
      test.enter(name, 3 + n, 2);
    });
    hall.broughtUp.add('ada');
    test.wait(200);
    expect(['lea', 'ada', 'bob'].map((name) => roleOf(test, name))).toEqual(['speaker', 'speaker', 'audience']);
    hall.settings.openStage = true;
    hall.sentDown.add('ada');
    test.wait(200);
    expect(['lea', 'ada', 'bob'].map((name) => roleOf(test, name))).toEqual(['speaker', 'audience', 'speaker']);
  });

  it('[T6] whoever has the floor speaks from their seat, and is one of twelve; hands and the floor go with who leaves', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const hall = hallOf();
    const talk = talkIn(test, hall);
    test.enter('ada', 5, 10);
    test.enter('bob', 9, 10);
    test.wait(200);
    hall.hands.set('ada', 1);
    hall.hands.set('bob', 2);
    hall.floor.set('ada', { video: false });
    test.wait(200);
    expect(talk.members.get('ada')).toMatchObject({ role: 'speaker', floor: { video: false } });
    expect([...hall.hands.keys()]).toEqual(['bob']);
    test.walk('ada', 5, 3);
    test.wait(200);
    expect(talk.members.get('ada')?.floor).toBeUndefined();
    expect(hall.floor.size).toBe(0);
    test.walk('bob', 25, 10);
    test.wait(200);
    expect(hall.hands.size).toBe(0);
  });

  it('[T3] nothing else begins there: no circle, no approach, no ask, no door, no half', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const talk = talkIn(test);
    test.enter('lea', 5, 2);
    test.enter('ada', 5, 10);
    test.enter('bob', 6, 10);
    test.enter('out', 25, 10);
    test.wait(200);
    const { floor, tick } = test;
    const [ada, bob, out] = [test.talker('ada'), test.talker('bob'), test.talker('out')];
    expect(setState(floor, ada, 'closed')).toEqual({ refused: 'notAllowed' });
    expect(split(floor, ada, tick)).toEqual({ refused: 'notAllowed' });
    expect(approach(floor, out, ada, tick)).toEqual({ refused: 'tooFar' });
    const asks = newAsks(() => 'ask');
    for (const [who, kind, whom] of [
      [out, 'knock', 'ada'],
      [out, 'talk', 'ada'],
      [ada, 'talk', 'out'],
      [ada, 'join', 'out'],
      [ada, 'walk', undefined],
    ] as const)
      expect(openAsk(floor, asks, who, kind, whom, tick)).toEqual({ refused: 'busy' });
    sayGoodbye(floor.talks, ada, tick);
    sayGoodbye(floor.talks, bob, tick);
    test.wait(10_000);
    expect(test.circle('ada')).toEqual([]);
    expect(approach(floor, ada, bob, test.tick)).toEqual({ ok: true });
    expect(ada.conversation).toBe(talk);
    expect(test.circle('bob')).toEqual([]);
  });

  it('[T3] goodbye lasts until one has walked out', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    talkIn(test);
    test.enter('ada', 18, 10);
    test.wait(200);
    sayGoodbye(test.floor.talks, test.talker('ada'), test.tick);
    test.walk('ada', 10, 12);
    test.wait(2000);
    expect(roleOf(test, 'ada')).toBeUndefined();
    test.walk('ada', 25, 12);
    test.walk('ada', 18, 12);
    test.wait(200);
    expect(roleOf(test, 'ada')).toBe('audience');
  });

  it('[T8] keeps the place of whose connection is lost, and a talk with nobody in it goes on', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const talk = talkIn(test);
    const lea = test.enter('lea', 5, 2);
    test.wait(200);
    lea.occupant.lostTick = test.tick;
    test.wait(tuning.holdSeatMs - 1000);
    expect(roleOf(test, 'lea')).toBe('speaker');
    delete lea.occupant.lostTick;
    test.walk('lea', 25, 10);
    test.wait(200);
    expect(talk.members.size).toBe(0);
    expect(test.floor.talks.conversations.has(talk.id)).toBe(true);
  });

  it('[T3] two who block each other stay in it', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const talk = talkIn(test);
    test.enter('lea', 5, 2);
    test.enter('ada', 5, 10);
    setBlock(test.floor.talks.apart, 'lea', 'ada', true, true);
    test.wait(1000);
    partTheApart(test.floor.talks, test.tick);
    expect(talk.members.size).toBe(2);
  });

  it('[B3] nobody speaks who has not moved yet', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    talkIn(test);
    test.enter('ada', 5, 2).hasMoved = false;
    test.wait(200);
    expect(roleOf(test, 'ada')).toBe('audience');
    test.walk('ada', 6, 2);
    test.wait(200);
    expect(roleOf(test, 'ada')).toBe('speaker');
  });
});
