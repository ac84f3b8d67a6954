// Random walks: whatever people do, some things are always so.
import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { approach } from './approach.ts';
import { setState, split } from './doors.ts';
import { isInSight } from './sight.ts';
import { leaveTalks } from './Talks.ts';
import { spotAt } from './talkPlaces.ts';
import { ringOf } from './talkViews.ts';
import { sayGoodbye } from './tendTalkers.ts';
import { TalkTest } from './testTalk.ts';
import { stopWalking, walkAlong } from './walkTogether.ts';

const OFFICE = [
  '##########################',
  '#........#...............#',
  '#..1..1..#...2.2.........#',
  '#..1..1..#...2.2...d..d..#',
  '#........................#',
  '#........#...............#',
  '##########.........#######',
  '#..................#.....#',
  '#........................#',
  '#..................#.....#',
  '#.........##.......#.....#',
  '#.........##.......#.....#',
  '##########################',
];
const areas = [
  { name: 'room', from: [20, 7], to: [24, 11], conversation: 'meeting' },
  { name: 'quiet', from: [1, 7], to: [4, 11], conversation: 'quiet' },
  { name: 'lounge', from: [14, 7], to: [18, 11] },
] as const;
const PEOPLE = ['ada', 'bob', 'cyril', 'dora', 'emil', 'fay', 'gus', 'hal'];

type Deed =
  | { kind: 'put'; who: number; x: number; y: number }
  | { kind: 'walk'; who: number; x: number; y: number; gait: 'walk' | 'run' }
  | { kind: 'sit'; who: number; seat: number }
  | { kind: 'goodbye' | 'split' | 'lost' | 'back' | 'absorbed' | 'open' | 'lead' | 'endWalk'; who: number }
  | { kind: 'state'; who: number; state: 'amongUs' | 'outLoud' | 'closed' }
  | { kind: 'approach'; who: number; whom: number }
  | { kind: 'wait'; ms: number };

const who = fc.integer({ min: 0, max: PEOPLE.length - 1 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      who,
      x: fc.integer({ min: 33, max: 790 }),
      y: fc.integer({ min: 33, max: 380 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('walk' as const),
      who,
      x: fc.integer({ min: 1, max: 24 }),
      y: fc.integer({ min: 1, max: 11 }),
      gait: fc.constantFrom('walk' as const, 'run' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sit' as const), who, seat: fc.nat(20) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('goodbye', 'split', 'lost', 'back', 'absorbed', 'open', 'lead', 'endWalk'),
      who,
    }) as fc.Arbitrary<Deed>,
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('state' as const), who, state: fc.constantFrom('amongUs', 'outLoud', 'closed') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('approach' as const), who, whom: who }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20 }).map((n) => n * 100) }) },
);

function busyOffice(): TalkTest {
  const test = new TalkTest(
    OFFICE,
    [...areas].map(({ from, to, ...area }) => ({ ...area, from: [...from], to: [...to] })),
  );
  for (const [i, id] of PEOPLE.entries()) test.enter(id, 11 + i, 5);
  return test;
}

function doIt(test: TalkTest, it: Deed): void {
  if (it.kind === 'wait') return test.wait(it.ms);
  const id = PEOPLE[it.who] ?? '';
  const talker = test.talker(id);
  const { talks } = test.floor;
  switch (it.kind) {
    case 'put': {
      if (talker.occupant.seat) test.standUp(id);
      const tile = test.floor.grid.cells[Math.floor(it.y / 32) * test.floor.grid.width + Math.floor(it.x / 32)];
      return tile === 0 ? test.put(id, it.x, it.y) : undefined;
    }
    case 'walk':
      if (talker.occupant.seat) test.standUp(id);
      return test.setOut(id, it.x, it.y, it.gait);
    case 'sit': {
      const seats = [...test.office.ground.seats.values()].filter((seat) => !test.office.seatTakenBy.has(seat.id));
      const seat = seats[it.seat % seats.length];
      return seat && test.sit(id, seat.tileX, seat.tileY);
    }
    case 'goodbye':
      return sayGoodbye(talks, talker, test.tick);
    case 'split':
      return void split(test.floor, talker, test.tick);
    case 'lead': {
      const { conversation } = talker;
      if (conversation?.kind !== 'bubble' || conversation.members.size > 4) return;
      for (const other of conversation.members.keys()) if (other !== id) walkAlong(test.floor, conversation, id, other);
      return;
    }
    case 'endWalk':
      return stopWalking(test.floor, talker);
    case 'lost':
      talker.occupant.lostTick ??= test.tick;
      return;
    case 'back':
      delete talker.occupant.lostTick;
      return;
    case 'absorbed':
      talker.absorbed = true;
      return;
    case 'open':
      talker.absorbed = false;
      return;
    case 'state':
      return void setState(test.floor, talker, it.state);
    case 'approach':
      return void approach(test.floor, talker, test.talker(PEOPLE[it.whom] ?? ''), test.tick);
  }
}

/** What does not hold, although it has to at any moment. */
function problemsOf({ floor: { talks } }: TalkTest): string[] {
  const problems: string[] = [];
  const hold = (holds: boolean, what: string): void => {
    if (!holds) problems.push(what);
  };
  for (const talker of talks.talkers.values()) {
    const { conversation, hears, occupant } = talker;
    if (conversation) {
      hold(talks.conversations.get(conversation.id) === conversation, `${occupant.personId} is in one that is over`);
      hold(conversation.members.has(occupant.personId), `${occupant.personId} is not in the list of theirs`);
      hold(hears === undefined, `${occupant.personId} hears another one`);
      hold(ringOf(talks, talker)?.number === conversation.number, `${occupant.personId} has another ring`);
    }
    if (!hears) continue;
    hold(hears.state === 'outLoud', `${occupant.personId} hears what is not out loud`);
    hold(hears.listeners.has(occupant.personId), `${occupant.personId} hears unseen`);
  }
  const numbers = new Set<number>();
  for (const conversation of talks.conversations.values()) {
    hold(conversation.members.size >= (conversation.kind === 'meeting' ? 1 : 2), `${conversation.id} is of too few`);
    for (const id of conversation.members.keys()) hold(talks.talkers.get(id)?.conversation === conversation, `${id} is listed elsewhere`);
    for (const id of conversation.listeners.keys()) hold(talks.talkers.get(id)?.hears === conversation, `${id} is said to hear`);
    hold(!numbers.has(conversation.number), `${conversation.number} names two`);
    numbers.add(conversation.number);
  }
  const used = [...numbers, ...[...talks.talkers.values()].flatMap(({ dwell }) => dwell?.number ?? [])];
  hold(new Set(used).size === talks.numbers.size && used.every((number) => talks.numbers.has(number)), 'numbers leak');
  return problems;
}

/** B7, B8: when all have stood still for a while, a circle hangs together, in one area and in sight. */
function checkTogether(test: TalkTest): void {
  const { talks, places, grid } = test.floor;
  for (const { members, place } of talks.conversations.values()) {
    if (place.kind !== 'near') continue;
    const walkers = [...members.keys()].map((id) => test.talker(id).occupant.walker);
    const found = walkers.slice(0, 1);
    for (const one of found)
      for (const other of walkers) {
        if (found.includes(other) || Math.hypot(one.x - other.x, one.y - other.y) > tuning.leavePx * 16) continue;
        if (isInSight(grid, one, other) && spotAt(places, one).area === spotAt(places, other).area) found.push(other);
      }
    expect(found).toHaveLength(walkers.length);
  }
}

/** On a busy machine. */
const MOST_MS = 30_000;

const deeds = fc.array(deed, { minLength: 10, maxLength: 60 });

it(
  '[B17] I am in your list exactly when you are in mine, whatever anybody does',
  () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const test = busyOffice();
        for (const one of list) {
          doIt(test, one);
          expect(problemsOf(test)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  },
  MOST_MS,
);

it(
  '[B8] no conversation reaches across a wall or a border once all stand still',
  () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const test = busyOffice();
        for (const one of list) doIt(test, one);
        test.waitUntil(() => PEOPLE.every((id) => test.talker(id).occupant.walker.gait === 'still'), 20_000);
        // a lost connection holds a circle together until it fades
        test.wait(tuning.fadeAfterMs + 1500);
        checkTogether(test);
      }),
      { numRuns: 100 },
    );
  },
  MOST_MS,
);

it(
  '[B15] while all stand still nobody changes conversation twice within a second',
  () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const test = busyOffice();
        for (const one of list) doIt(test, one);
        test.waitUntil(() => PEOPLE.every((id) => test.talker(id).occupant.walker.gait === 'still'), 20_000);
        // a lost connection that fades is no standing still, nor are two who find one another after it (B14: without a rest)
        for (const id of PEOPLE) {
          delete test.talker(id).occupant.lostTick;
          test.talker(id).returnsUntilTick = 0;
        }
        const before = new Map(PEOPLE.map((id) => [id, test.idOf(id)]));
        const changedMs = new Map<string, number>();
        for (let ms = 0; ms < 6000; ms += 100) {
          test.wait(100);
          for (const id of PEOPLE) {
            if (test.idOf(id) === before.get(id)) continue;
            before.set(id, test.idOf(id));
            expect(ms - (changedMs.get(id) ?? -10_000)).toBeGreaterThanOrEqual(1000);
            changedMs.set(id, ms);
          }
        }
      }),
      { numRuns: 100 },
    );
  },
  MOST_MS,
);

it(
  '[B17] whoever leaves the office is in no list any more',
  () => {
    fc.assert(
      fc.property(deeds, who, (list, leaver) => {
        const test = busyOffice();
        for (const one of list) doIt(test, one);
        const id = PEOPLE[leaver] ?? '';
        leaveTalks(test.floor.talks, test.talker(id), test.tick);
        test.office.occupants.delete(id);
        for (const { members, listeners } of test.floor.talks.conversations.values()) {
          expect(members.has(id)).toBe(false);
          expect(listeners.has(id)).toBe(false);
        }
        expect(problemsOf(test)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
  MOST_MS,
);
