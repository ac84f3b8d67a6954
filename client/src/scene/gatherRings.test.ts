import type { Ring } from '@comptoir/shared/conversation';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { describe, expect, test } from 'vitest';
import { gatherRings, type InRing, ringSum } from './gatherRings.ts';

const RING: Ring = { number: 7, state: 'amongUs', role: 'member', room: false, walking: false };
const at = (x: number, y: number, ring: Partial<Ring> | undefined, more: Partial<InRing> = {}): InRing => ({
  x,
  y,
  seat: undefined,
  moving: false,
  ring: ring && { ...RING, ...ring },
  ...more,
});
const seatAt = (table: string): Seat => ({ table }) as Seat;
const TABLES = new Map([['oak', [0, 100, 200, 300].map((x) => ({ x, y: 0 }))]]);

describe('[U29] which rings are drawn', () => {
  test('one for each conversation, around its members only', () => {
    const rings = gatherRings([at(0, 0, {}), at(50, 0, {}), at(80, 0, undefined), at(300, 0, { number: 8, state: 'closed' })], TABLES);
    expect(rings.map(({ key, state, feet }) => [key, state, feet.length])).toEqual([
      ['7', 'amongUs', 2],
      ['8', 'closed', 1],
    ]);
  });

  test('around the whole table of whoever sits at one', () => {
    const [ring] = gatherRings([at(0, 0, {}, { seat: seatAt('oak') }), at(300, 0, {}, { seat: seatAt('oak') })], TABLES);
    expect(ring?.feet.map(({ x }) => x)).toEqual([0, 300, 0, 100, 200, 300]);
  });

  test('a dotted one around two who are about to talk, or around a circle with the newcomer', () => {
    expect(gatherRings([at(0, 0, { role: 'dwelling' }), at(50, 0, { role: 'dwelling' })], TABLES)).toMatchObject([
      { key: '7 dwelling', dwelling: true, feet: [{ x: 0 }, { x: 50 }] },
    ]);
    const both = gatherRings([at(0, 0, {}), at(50, 0, {}), at(110, 0, { role: 'dwelling' })], TABLES);
    expect(both.map(({ key, feet }) => [key, feet.length])).toEqual([
      ['7', 2],
      ['7 dwelling', 3],
    ]);
  });

  test('none around listeners, and none around people on their way', () => {
    expect(gatherRings([at(0, 0, { role: 'listener' })], TABLES)).toEqual([]);
    const walking = { walking: true };
    const [ring] = gatherRings([at(0, 0, walking, { moving: true }), at(40, 0, walking, { moving: true })], TABLES);
    expect(ring?.walking).toBe(true);
  });

  test('standing people change nothing, a step, a door or a role does', () => {
    const people = [at(0, 0, {}), at(50, 0, {})];
    const sum = ringSum(people);
    expect(ringSum([at(0, 0, {}), at(50, 0, {}), at(9, 9, undefined)])).toBe(sum);
    for (const other of [at(51, 0, {}), at(50, 0, { state: 'closed' }), at(50, 0, { role: 'listener' }), at(50, 0, { number: 8 })])
      expect(ringSum([at(0, 0, {}), other])).not.toBe(sum);
  });
});
