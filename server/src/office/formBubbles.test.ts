import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { setState, split } from './doors.ts';
import { ringOf } from './talkViews.ts';
import { type DrawnArea, HALL, pair, TalkTest } from './testTalk.ts';

describe('joining', () => {
  it('[B4] two who stand beside each other talk after the dwell, whose ring is seen at once', () => {
    const test = new TalkTest();
    test.enter('ada', 10, 10);
    test.wait(1000);
    test.enter('bob', 11, 10);
    test.wait(100);
    const rings = ['ada', 'bob'].map((id) => ringOf(test.floor.talks, test.talker(id)));
    expect(rings.map((ring) => ring?.role)).toEqual(['dwelling', 'dwelling']);
    expect(rings[0]?.number).toBe(rings[1]?.number);
    const tookMs = test.waitUntil(() => test.circle('ada').length === 2) + 100;
    expect(tookMs).toBeGreaterThanOrEqual(tuning.dwellMs);
    expect(tookMs).toBeLessThanOrEqual(tuning.dwellMs + 200);
    // the ring that announced it becomes the conversation's
    expect(ringOf(test.floor.talks, test.talker('ada'))).toEqual({ ...rings[0], role: 'member' });
  });

  it.each([0, 20, 40, 60, 80])('[B4] the dwell is no longer where it begins %i ms after a round', (lateMs) => {
    const test = new TalkTest();
    test.enter('ada', 10, 10);
    test.wait(1000 + lateMs);
    test.enter('bob', 11, 10);
    const tookMs = test.waitUntil(() => test.circle('ada').length === 2);
    expect(tookMs).toBeGreaterThanOrEqual(tuning.dwellMs);
    expect(tookMs).toBeLessThanOrEqual(tuning.dwellMs + 2 * tuning.tickMs);
  });

  it('[B4] walking past does not join, ten of ten times', () => {
    const test = pair();
    test.enter('cyril', 2, 11);
    for (let times = 0; times < 5; times++) {
      test.walk('cyril', 25, 11);
      expect(test.circle('cyril')).toEqual([]);
      test.walk('cyril', 2, 11);
    }
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
  });

  it('[B4] a pause shorter than the dwell does not join', () => {
    const test = pair();
    test.enter('cyril', 2, 11);
    for (const tile of [9, 10, 11, 12]) {
      test.walk('cyril', tile, 11);
      test.wait(400);
    }
    test.walk('cyril', 20, 11);
    expect(test.circle('cyril')).toEqual([]);
  });

  it.each([
    [60, true],
    [64, true],
    [66, false],
    [90, false],
  ])('[B6] at %i px from the nearest member: %s', (px, joins) => {
    const test = new TalkTest();
    test.enter('ada', 10, 10);
    test.enter('bob', 12, 10);
    test.put('ada', 400, 400);
    test.put('bob', 400 + px, 400);
    test.wait(3000);
    expect(test.circle('ada').length > 0).toBe(joins);
  });

  it('[B6] a queue does not chain: the newcomer stands near the middle, too', () => {
    const test = new TalkTest();
    for (let i = 0; i < 9; i++) {
      test.enter(`p${i}`, 3, 3);
      test.put(`p${i}`, 100 + 60 * i, 300);
      test.wait(1500);
    }
    const sizes = [...test.floor.talks.conversations.values()].map(({ members }) => members.size);
    expect(Math.max(...sizes)).toBeLessThan(9);
    for (const { members } of test.floor.talks.conversations.values()) {
      const xs = [...members.keys()].map((id) => test.talker(id).occupant.walker.x / 16);
      const newest = xs.at(-1) ?? 0;
      const others = xs.slice(0, -1);
      const middle = others.reduce((sum, x) => sum + x, 0) / others.length;
      expect(Math.abs(newest - middle)).toBeLessThanOrEqual(tuning.centroidPx + tuning.centroidPerMemberPx * others.length);
    }
  });

  it('[B8] nobody is met through a wall, or from one area into another', () => {
    const wall = new TalkTest(['#######', '#..#..#', '#..#..#', '#######']);
    wall.enter('ada', 2, 1);
    wall.enter('bob', 4, 1);
    wall.wait(3000);
    expect(wall.circle('ada')).toEqual([]);
    const areas: DrawnArea[] = [{ name: 'lounge', from: [1, 1], to: [10, 18] }];
    const border = new TalkTest(HALL, areas);
    border.enter('ada', 10, 5);
    border.enter('bob', 11, 5);
    border.wait(3000);
    expect(border.circle('ada')).toEqual([]);
    border.walk('bob', 9, 5);
    border.wait(1500);
    expect(border.circle('ada')).toEqual(['ada', 'bob']);
  });

  it('[B13] a conversation that walks by takes nobody in, one that stops does, and two that touch stay two', () => {
    const test = pair();
    test.enter('cyril', 15, 11);
    test.wait(1000);
    test.setOut('ada', 20, 10);
    test.setOut('bob', 21, 10);
    test.wait(3000);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    expect(test.circle('cyril')).toEqual([]);
    test.setOut('ada', 15, 10);
    test.setOut('bob', 16, 10);
    test.wait(3000);
    expect(test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
    test.enter('dora', 20, 10);
    test.enter('emil', 21, 10);
    test.wait(1500);
    test.setOut('dora', 17, 10);
    test.setOut('emil', 17, 11);
    test.wait(5000);
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
    expect(test.circle('dora')).toEqual(['dora', 'emil']);
  });
});

describe('no ambush', () => {
  it.each<[string, (test: TalkTest) => unknown]>([
    ['before the first movement', (test) => Object.assign(test.talker('ada'), { hasMoved: false })],
    ['while a panel is open', (test) => Object.assign(test.talker('ada'), { absorbed: true })],
  ])('[B3] nothing forms %s', (_when, make) => {
    const test = new TalkTest();
    test.enter('ada', 10, 10);
    make(test);
    test.enter('bob', 11, 10);
    test.wait(3000);
    expect(test.circle('ada')).toEqual([]);
    test.walk('ada', 10, 11);
    test.talker('ada').absorbed = false;
    test.wait(1500);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
  });

  it('[B3] a hidden page is met for 15 s, then asked', () => {
    const test = new TalkTest();
    test.enter('ada', 10, 10).hiddenSinceTick = 0;
    test.wait(tuning.hiddenKnockMs + 100);
    const bob = test.enter('bob', 11, 10);
    test.wait(3000);
    expect(test.circle('ada')).toEqual([]);
    expect(approach(test.floor, bob, test.talker('ada'), test.tick)).toEqual({ refused: 'askFirst' });
  });

  it('[B3] running never joins and leaves at once', () => {
    const test = pair();
    test.enter('cyril', 2, 11);
    test.walk('cyril', 20, 11, 'run');
    expect(test.circle('cyril')).toEqual([]);
    test.setOut('bob', 25, 10, 'run');
    test.wait(100);
    expect(test.circle('bob')).toEqual([]);
    expect(test.idOf('ada')).toBeUndefined();
  });

  it('[A5] nobody talks at a start or in a quiet area, at its tables neither', () => {
    const start = new TalkTest(['######', '#eeee#', '#eeee#', '######']);
    start.enter('ada', 2, 1);
    start.enter('bob', 3, 1);
    start.wait(3000);
    expect(start.circle('ada')).toEqual([]);
    const quiet = new TalkTest(
      ['######', '#1.1.#', '#....#', '######'],
      [{ name: 'library', from: [1, 1], to: [4, 2], conversation: 'quiet' }],
    );
    quiet.enter('ada', 2, 2);
    quiet.enter('bob', 3, 2);
    quiet.wait(1500);
    quiet.sit('ada', 1, 1);
    quiet.sit('bob', 3, 1);
    quiet.wait(3000);
    expect(quiet.circle('ada')).toEqual([]);
    expect(approach(quiet.floor, quiet.talker('ada'), quiet.talker('bob'), quiet.tick)).toEqual({ refused: 'quietHere' });
  });

  it.each([
    ['away', 'away', 'away'],
    ['doNotDisturb', 'doNotDisturb', 'doNotDisturb'],
    ['focused', 'askFirst', 'focused'],
  ] as const)('[B10] %s forms nothing by nearness; an approach is refused as %s', (availability, refused, reason) => {
    const test = new TalkTest();
    test.enter('ada', 10, 10).occupant.availability = availability;
    const bob = test.enter('bob', 11, 10);
    test.wait(3000);
    expect(test.circle('ada')).toEqual([]);
    expect(approach(test.floor, bob, test.talker('ada'), test.tick)).toEqual({ refused });
    // [B16] told once
    expect(test.besides).toEqual([{ who: 'bob', beside: expect.objectContaining({ reason, person: 'ada' }) }]);
  });

  it('[B10] whoever goes away by choice leaves', () => {
    const test = pair();
    test.talker('bob').occupant.availability = 'away';
    test.wait(200);
    expect(test.circle('ada')).toEqual([]);
  });
});

describe('limits', () => {
  function crowd(count: number, areas: DrawnArea[] = []): TalkTest {
    const test = new TalkTest(HALL, areas);
    for (let i = 0; i < count; i++) {
      test.enter(`p${i}`, 3, 3);
      // close together, so that the middle is never far
      test.put(`p${i}`, 300 + 30 * (i % 4), 300 + 30 * Math.floor(i / 4));
      test.wait(1500);
    }
    return test;
  }

  it('[B16] a circle holds twelve, and the thirteenth is told once', () => {
    const test = crowd(13);
    expect(test.circle('p0')).toHaveLength(tuning.bubbleMost);
    expect(test.circle('p12')).toEqual([]);
    // [B16] once, although time goes on
    test.wait(5000);
    expect(test.besides).toEqual([{ who: 'p12', beside: expect.objectContaining({ reason: 'full' }) }]);
  });

  it('[B9] in the audience a circle holds four', () => {
    const test = crowd(5, [{ name: 'audience', from: [1, 1], to: [28, 18], conversation: 'audience' }]);
    expect(test.circle('p0')).toHaveLength(tuning.audienceMost);
    expect(test.circle('p4')).toEqual([]);
  });

  it('[B9] seven can be split, and stay two', () => {
    const test = crowd(8);
    expect(split(test.floor, test.talker('p0'), test.tick)).toEqual({ ok: true });
    expect(test.circle('p0')).toHaveLength(4);
    expect(test.circle('p7')).toHaveLength(4);
    test.wait(5000);
    expect(test.circle('p0')).toHaveLength(4);
    expect(split(test.floor, test.talker('p0'), test.tick)).toEqual({ refused: 'notAllowed' });
  });
});

describe('a deliberate approach', () => {
  it('[B4] needs no dwell, but to stand there', () => {
    const test = new TalkTest();
    const ada = test.enter('ada', 10, 10);
    const bob = test.enter('bob', 20, 10);
    expect(approach(test.floor, bob, ada, test.tick)).toEqual({ refused: 'tooFar' });
    test.put('bob', 10.5 * 32 + 90, 10.5 * 32);
    expect(approach(test.floor, bob, ada, test.tick)).toEqual({ ok: true });
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    expect(approach(test.floor, bob, ada, test.tick)).toEqual({ ok: true });
    expect(approach(test.floor, bob, bob, test.tick)).toEqual({ refused: 'invalid' });
  });

  it('[B4] leaves the circle one was in, and is refused by a closed door and a full circle', () => {
    const test = pair();
    test.enter('cyril', 13, 10);
    test.enter('dora', 14, 10);
    test.wait(1500);
    expect(test.circle('cyril')).toEqual(['cyril', 'dora']);
    setState(test.floor, test.talker('ada'), 'closed');
    expect(approach(test.floor, test.talker('cyril'), test.talker('bob'), test.tick)).toEqual({ refused: 'closed' });
    setState(test.floor, test.talker('ada'), 'amongUs');
    expect(approach(test.floor, test.talker('cyril'), test.talker('bob'), test.tick)).toEqual({ ok: true });
    expect(test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
    expect(test.circle('dora')).toEqual([]);
  });
});
