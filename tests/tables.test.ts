// Every table of the default map, every room and every desk: who sits there talks, or does not.
import { fileURLToPath } from 'node:url';
import { FolderReader } from '@comptoir/server/maps/MapReader';
import { parseTiledMap } from '@comptoir/server/maps/parseTiledMap';
import { TalkTest } from '@comptoir/server/office/testTalk';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../assets/maps', import.meta.url));
const { map, findings } = parseTiledMap('office.tmj', new FolderReader(folder, '/maps/~/'));
if (!map) throw new Error(JSON.stringify(findings));
const ground = groundOf(map);
const manner = ({ tileX, tileY }: Seat): string | undefined => ground.areas.traitsAt((tileX + 0.5) * 32, (tileY + 0.5) * 32).conversation;

const tables = new Map<string, Seat[]>();
for (const seat of map.seats) if (seat.table !== undefined) tables.set(seat.table, [...(tables.get(seat.table) ?? []), seat]);
const ofTwo = [...tables].filter(([, seats]) => seats.length > 1);
const mannerOf = ([, seats]: [string, Seat[]]): string | undefined => seats.map(manner).find((one) => one !== undefined);

/** As many as sit there, with the seats farthest apart first. */
function seated(seats: readonly Seat[]): TalkTest {
  const test = new TalkTest(ground);
  seats.forEach((seat, i) => {
    test.enter(`p${i}`, 39, 34);
    test.sit(`p${i}`, seat.tileX, seat.tileY);
  });
  test.wait(2000);
  return test;
}

describe('the default map', () => {
  it('has tables of every kind', () => {
    expect(ofTwo.length).toBeGreaterThan(40);
    expect(new Set(ofTwo.map(mannerOf))).toEqual(new Set([undefined, 'quiet', 'meeting', 'stage']));
  });

  it.each(ofTwo.filter((table) => !['quiet', 'meeting'].includes(mannerOf(table) ?? '')))(
    '[B1] everybody at %s talks, and with nobody else',
    (name, seats) => {
      const most = seats.slice(0, 12);
      const test = seated(most);
      expect(test.circle('p0')).toHaveLength(most.length);
      expect(test.talker('p0').conversation?.place).toEqual({ kind: 'table', table: name });
      test.wait(2000);
      expect(test.floor.talks.conversations.size).toBe(1);
    },
  );

  it.each(ofTwo.filter((table) => mannerOf(table) === 'quiet'))('[A5] at %s nobody talks', (_name, seats) => {
    expect(seated(seats).floor.talks.conversations.size).toBe(0);
  });

  it.each(ofTwo.filter((table) => mannerOf(table) === 'meeting'))('[A4] at %s the room talks', (_name, seats) => {
    const test = seated(seats);
    expect(test.circle('p0')).toHaveLength(seats.length);
    expect(test.talker('p0').conversation?.kind).toBe('meeting');
  });

  it('[B1] all tables at once are as many conversations, none larger than its table', () => {
    const open = ofTwo.filter((table) => !['quiet', 'meeting'].includes(mannerOf(table) ?? ''));
    const test = new TalkTest(ground);
    for (const [name, seats] of open)
      for (const [i, seat] of seats.slice(0, 12).entries()) {
        test.enter(`${name} ${i}`, 39, 34);
        test.sit(`${name} ${i}`, seat.tileX, seat.tileY);
      }
    test.wait(3000);
    expect(test.floor.talks.conversations.size).toBe(open.length);
    for (const [name, seats] of open) expect(test.circle(`${name} 0`)).toHaveLength(Math.min(12, seats.length));
  });

  it('[B2] all desks taken are silent', () => {
    const desks = map.seats.filter(({ desk }) => desk !== undefined);
    expect(desks.length).toBeGreaterThan(10);
    const test = seated(desks);
    test.wait(5000);
    expect(test.floor.talks.conversations.size).toBe(0);
  });
});
