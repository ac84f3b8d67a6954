import type { RankLevel } from '@comptoir/shared/movement';
import type { DoorServerMessages, KnockView } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { beforeEach, expect, test } from 'vitest';
import type { Occupant } from '../office/Office.ts';
import { drawnOffice, standAt } from '../office/testOffice.ts';
import { OfficeKnocks } from './OfficeKnocks.ts';

const office = drawnOffice(['....']);
const somebody = (personId: string, rank: RankLevel): Occupant => {
  const occupant = standAt(office, personId, 1, 0);
  occupant.walker.rank = rank;
  return occupant;
};
const host = somebody('host', 2);
const member = somebody('member', 1);

let told: { who: string; type: keyof DoorServerMessages; message: unknown }[];
let granted: { personId: string; expiresMs: number }[];
let nowMs: number;
let isKnockedAt: boolean;
let knocks: OfficeKnocks;

/** Names that hosts who are not here were told. */
let absent: string[];

beforeEach(() => {
  told = [];
  absent = [];
  granted = [];
  nowMs = 1_000_000;
  isKnockedAt = true;
  knocks = new OfficeKnocks({
    isKnockedAt: () => isKnockedAt,
    occupants: () => [host, member],
    tell: (occupant, type, message) => void told.push({ who: occupant.personId, type, message }),
    grant: async (personId, expiresMs) => void granted.push({ personId, expiresMs }),
    tellAbsent: (name) => void absent.push(name),
    nowMs: () => nowMs,
    tickNow: () => 500,
  });
});

function knockAs(personId: string): string {
  const knocked = knocks.knock({ personId, name: personId, trade: '', appearance: '0'.repeat(12) });
  if ('refused' in knocked) throw new Error(knocked.refused);
  return knocked.knock;
}

test('[P15] hosts are told, and nobody else; a yes lets in for twelve hours', async () => {
  const id = knockAs('ada');
  expect(told).toEqual([
    { who: 'host', type: 'knocked', message: { id, name: 'ada', trade: '', appearance: '0'.repeat(12), untilTick: 3500 } },
  ]);
  expect(knocks.stateOf(id)).toEqual({ state: 'waiting', leftS: 60 });
  expect(await knocks.answer(id, true)).toEqual({ ok: true, name: 'ada' });
  expect(granted).toEqual([{ personId: 'ada', expiresMs: nowMs + 12 * 3_600_000 }]);
  expect(knocks.stateOf(id).state).toBe('letIn');
  expect(told.at(-1)).toEqual({ who: 'host', type: 'knockGone', message: { knock: id } });
  expect(await knocks.answer(id, true)).toEqual({ refused: 'notThere' });
  expect(granted).toHaveLength(1);
});

test('[P15] a no is told to nobody: the time goes on, and then it is over', async () => {
  const id = knockAs('ada');
  await knocks.answer(id, false);
  expect(knocks.stateOf(id)).toEqual({ state: 'waiting', leftS: 60 });
  expect(await knocks.answer(id, true)).toEqual({ refused: 'notThere' });
  // knocking again does not ask again
  expect(knockAs('ada')).toBe(id);
  expect(told.filter(({ type }) => type === 'knocked')).toHaveLength(1);
  nowMs += tuning.doorKnockMs;
  knocks.tick();
  expect(knocks.stateOf(id)).toEqual({ state: 'over', leftS: 0 });
  expect(granted).toEqual([]);
  expect(knockAs('ada')).not.toBe(id);
});

test('[P15] when the time is over hosts are told that nobody stands there any more', async () => {
  const id = knockAs('ada');
  nowMs += tuning.doorKnockMs - 1;
  knocks.tick();
  expect(told).toHaveLength(1);
  nowMs += 1;
  expect(await knocks.answer(id, true)).toEqual({ refused: 'notThere' });
  knocks.tick();
  expect(told.at(-1)).toEqual({ who: 'host', type: 'knockGone', message: { knock: id } });
  expect(knocks.stateOf(id).state).toBe('over');
});

test('[P15] who goes away again, or when nobody has to knock any more, it is over', () => {
  const [ada, bob] = [knockAs('ada'), knockAs('bob')];
  knocks.withdraw(ada);
  knocks.withdraw('nobody');
  expect(knocks.stateOf(ada).state).toBe('over');
  isKnockedAt = false;
  knocks.tick();
  expect(knocks.stateOf(bob).state).toBe('over');
  expect(told.filter(({ type }) => type === 'knockGone')).toHaveLength(2);
  expect(knocks.knock({ personId: 'cem', name: 'cem', trade: '', appearance: '' })).toEqual({ refused: 'door' });
});

test('[P15] a host who comes later hears of who waits, and one who is host no more that they are gone', async () => {
  const [ada, bob] = [knockAs('ada'), knockAs('bob')];
  await knocks.answer(bob, false);
  told = [];
  member.walker.rank = 2;
  knocks.rankChanged(member);
  expect(told.map(({ who, type, message }) => [who, type, (message as KnockView).id])).toEqual([['member', 'knocked', ada]]);
  member.walker.rank = 1;
  knocks.rankChanged(member);
  expect(told.at(-1)).toEqual({ who: 'member', type: 'knockGone', message: { knock: ada } });
});

test('[P15] at most twenty wait, and those who were told to wait count', async () => {
  for (let n = 0; n < tuning.doorKnocks; n++) knockAs(`p${n}`);
  await knocks.answer(knockAs('p0'), false);
  expect(knocks.knock({ personId: 'eve', name: 'eve', trade: '', appearance: '' })).toEqual({ refused: 'tooMany' });
  expect(told.filter(({ type }) => type === 'knocked')).toHaveLength(tuning.doorKnocks);
});
