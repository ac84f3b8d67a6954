import { tileCentre } from '@comptoir/shared/geometry';
import { confinesOf } from '@comptoir/shared/map/confinedGrid';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { answerAsk, newAsks, openAsk } from './asks.ts';
import { setState } from './doors.ts';
import { sitProblem } from './seats.ts';
import { type DrawnArea, HALL, TalkTest } from './testTalk.ts';
import { useThing } from './things.ts';
import { areElsewhere, isInside, noteVisit } from './visits.ts';

/** The left part of the hall: nothing on the floor divides it from the rest. */
const LOUNGE: DrawnArea = { name: 'lounge', from: [1, 1], to: [10, 18] };

/** Its area only frames the picture, so that conversations may reach across its border. */
function hall(lines = HALL, areas: readonly DrawnArea[] = [LOUNGE]): TalkTest {
  const test = new TalkTest(lines, areas);
  for (const area of test.office.ground.map.areas) if (area.name === 'lounge') area.traits.focus = { marginShare: 0 };
  return new TalkTest(test.office.ground);
}

function visit(test: TalkTest, personId: string, tileX: number, tileY: number): void {
  const talker = test.enter(personId, tileX, tileY);
  const confines = confinesOf(test.office.ground, 'lounge');
  if (!confines) throw new Error('there is a lounge');
  talker.occupant.visit = { ...confines, untilMs: undefined };
  noteVisit(test.floor.talks, talker);
}

const hears = (test: TalkTest, personId: string): boolean => test.talker(personId).hears !== undefined;

describe('on a visit', () => {
  it('[P12] one meets who is inside, and nobody who stands beside one outside', () => {
    const test = hall();
    visit(test, 'guest', 10, 5);
    test.enter('out', 11, 5);
    test.wait(3000);
    expect(test.circle('guest')).toEqual([]);
    expect(test.besides).toEqual([]);
    test.enter('in', 9, 5);
    test.waitUntil(() => test.circle('guest').length > 0);
    expect(test.circle('guest')).toEqual(['guest', 'in']);
    test.wait(3000);
    expect(test.circle('guest')).toEqual(['guest', 'in']);
  });

  it('[P12] one is out as soon as somebody in the conversation is outside, and the others go on', () => {
    const test = hall();
    test.enter('in', 9, 5);
    test.enter('edge', 10, 6);
    visit(test, 'guest', 10, 5);
    test.waitUntil(() => test.circle('guest').length === 3);
    test.put('edge', 11.5 * 32, 6.5 * 32);
    test.waitUntil(() => test.circle('guest').length === 0, 200);
    expect(test.circle('in')).toEqual(['edge', 'in']);
    test.wait(3000);
    expect(test.circle('guest')).toEqual([]);
    test.put('edge', 10.5 * 32, 6.5 * 32);
    test.waitUntil(() => test.circle('guest').length === 3);
  });

  it('[P12] nothing that is said out loud outside is heard; inside it is', () => {
    const test = hall();
    visit(test, 'guest', 10, 5);
    test.enter('visitor', 10, 8);
    for (const [name, x] of [
      ['a', 13],
      ['b', 14],
    ] as const)
      test.enter(name, x, 6);
    test.waitUntil(() => test.circle('a').length === 2);
    setState(test.floor, test.talker('a'), 'outLoud');
    test.waitUntil(() => hears(test, 'visitor'));
    test.wait(3000);
    expect(hears(test, 'guest')).toBe(false);
    test.put('a', 6.5 * 32, 5.5 * 32);
    test.put('b', 5.5 * 32, 5.5 * 32);
    test.waitUntil(() => hears(test, 'guest'));
    // as far from her as before, and outside
    test.put('a', 11.5 * 32, 8.5 * 32);
    test.waitUntil(() => !hears(test, 'guest'), 200);
  });

  it('[P12] at a table that reaches out of the area one talks with those at it who are inside', () => {
    const table = HALL.map((line, y) => (y === 5 ? `${line.slice(0, 10)}11${line.slice(12)}` : line));
    const test = hall(table);
    visit(test, 'guest', 9, 5);
    test.enter('out', 12, 5);
    test.sit('guest', 10, 5);
    test.sit('out', 11, 5);
    test.wait(3000);
    expect(test.circle('guest')).toEqual([]);
    test.enter('in', 9, 6);
    test.waitUntil(() => test.circle('guest').length === 2);
    expect(test.circle('guest')).toEqual(['guest', 'in']);
  });

  it('[P12] in a room that reaches out of the area too', () => {
    const test = hall(HALL, [LOUNGE, { name: 'room', from: [8, 3], to: [14, 9], conversation: 'meeting' }]);
    test.enter('out', 13, 5);
    visit(test, 'guest', 9, 5);
    test.wait(1000);
    expect(test.circle('guest')).toEqual([]);
    expect(test.circle('out')).toEqual(['out']);
  });

  it('[P12] nobody is approached or asked across the border, by either side, alone or in a conversation', () => {
    const test = hall();
    visit(test, 'guest', 10, 5);
    test.enter('out', 12, 5);
    test.enter('far', 25, 15);
    const { floor } = test;
    const [guest, out, far] = [test.talker('guest'), test.talker('out'), test.talker('far')];
    const asks = newAsks(() => 'ask');
    for (const other of [out, far]) {
      expect(approach(floor, guest, other, test.tick)).toEqual({ refused: 'notAllowed' });
      expect(approach(floor, other, guest, test.tick)).toEqual({ refused: 'notAllowed' });
      for (const kind of ['talk', 'knock', 'join'] as const) {
        expect(openAsk(floor, asks, guest, kind, other.occupant.personId, test.tick)).toEqual({ refused: 'notAllowed' });
        expect(openAsk(floor, asks, other, kind, 'guest', test.tick)).toEqual({ refused: 'notAllowed' });
      }
    }
    // one of them is inside, the other is not
    test.enter('in', 9, 12);
    test.enter('edge', 11, 12);
    test.waitUntil(() => test.circle('in').length === 2);
    expect(approach(floor, guest, test.talker('in'), test.tick)).toEqual({ refused: 'notAllowed' });
    expect(openAsk(floor, asks, guest, 'knock', 'in', test.tick)).toEqual({ refused: 'notAllowed' });
    expect(openAsk(floor, asks, test.talker('in'), 'join', 'guest', test.tick)).toEqual({ refused: 'notAllowed' });
  });

  it('[P12] a yes that comes when the other has gone outside opens nothing that lasts', () => {
    const test = hall();
    visit(test, 'guest', 10, 5);
    test.enter('in', 5, 15);
    const asks = newAsks(() => 'ask');
    const asked = openAsk(test.floor, asks, test.talker('guest'), 'talk', 'in', test.tick);
    if ('refused' in asked) throw new Error(asked.refused);
    test.put('in', 20 * 32, 5 * 32);
    answerAsk(test.floor, asks, asked.ask, test.talker('in'), 'yes', test.tick);
    test.wait(tuning.bubbleTicks * tuning.tickMs);
    expect(test.circle('guest')).toEqual([]);
  });

  it('[P12] seats and things are used inside only, however near', () => {
    const lines = HALL.map((line, y) =>
      y === 5 ? `${line.slice(0, 10)}1${line.slice(11)}` : y === 7 ? `${line.slice(0, 11)}1${line.slice(12)}` : line,
    );
    const test = hall(lines);
    visit(test, 'guest', 10, 6);
    const { occupant } = test.talker('guest');
    expect(sitProblem(test.office, occupant, 'seat-10-5')).toBeUndefined();
    expect(sitProblem(test.office, occupant, 'seat-11-7')).toBe('notThere');
    delete occupant.visit;
    expect(sitProblem(test.office, occupant, 'seat-11-7')).toBeUndefined();
    visit(test, 'other', 10, 9);
    const machine = { id: 'm', use: 'coffee', labels: {}, shape: { x: 11 * 32, y: 9 * 32, width: 32, height: 32 } };
    test.office.ground = { ...test.office.ground, things: new Map([['m', machine]]) };
    expect(useThing(test.office, test.talker('other').occupant, 'm', 0)).toEqual({ refused: 'notThere' });
    machine.shape.x -= 32;
    expect(useThing(test.office, test.talker('other').occupant, 'm', 0)).toMatchObject({ use: 'coffee' });
  });

  it('[P12] a walk of others does not take one out of the area', () => {
    const test = hall();
    visit(test, 'guest', 9, 5);
    test.enter('lead', 8, 5);
    test.waitUntil(() => test.circle('guest').length === 2);
    const asks = newAsks(() => 'ask');
    const asked = openAsk(test.floor, asks, test.talker('lead'), 'walk', undefined, test.tick);
    if ('refused' in asked) throw new Error(asked.refused);
    answerAsk(test.floor, asks, asked.ask, test.talker('guest'), 'yes', test.tick);
    test.walk('lead', 20, 5, 'stroll');
    const { visit: bounds, walker } = test.talker('guest').occupant;
    expect(bounds && isInside(bounds, walker)).toBe(true);
    expect(test.circle('guest')).toEqual([]);
  });
});

it('[P12] the confines are the tiles of the area, with what is solid in it', () => {
  const { ground } = hall(['######', '#....#', '#.#..#', '######'], [{ name: 'lounge', from: [1, 1], to: [2, 2] }]).office;
  const confines = confinesOf(ground, 'lounge');
  expect([...(confines?.inside ?? [])].flatMap((is, tile) => (is ? [tile] : []))).toEqual([7, 8, 13, 14]);
  expect([...(confines?.grid.cells ?? [])].flatMap((cell, tile) => (cell === 0 ? [tile] : []))).toEqual([7, 8, 13]);
  expect(confinesOf(ground, 'cellar')).toBeUndefined();
  const walker = (x: number, y: number) => ({ walker: { ...tileCentre(x, y) } }) as Parameters<typeof areElsewhere>[0];
  expect(areElsewhere(walker(1, 1), walker(4, 1))).toBe(false);
});
