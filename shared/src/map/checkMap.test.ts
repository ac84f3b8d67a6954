import { expect, it } from 'vitest';
import { checkExits, checkMap } from './checkMap.ts';
import { drawnOffice } from './drawnOffice.ts';
import { wordsOf } from './Finding.ts';
import type { Area, OfficeMap } from './OfficeMap.ts';

const say = (map: OfficeMap): string[] => checkMap(map).map((finding) => `${finding.severity}: ${wordsOf(finding)}`);
const exit = (url: string): Area => ({
  id: 'door',
  name: 'door',
  labels: {},
  shape: { kind: 'tiles', tiles: [0] },
  sizeTiles: 1,
  traits: { exit: { url } },
});

it('[O29] a sound map gives no finding', () => {
  expect(
    say(
      drawnOffice(`
        @..h.
        .ss#.
        .aa.m
      `),
    ),
  ).toEqual([]);
});

it('[O29] what cannot be reached is named', () => {
  const thing = { id: 'machine', use: 'coffee', labels: {}, shape: { x: 160, y: 0, width: 32, height: 32 } };
  expect(
    say(
      drawnOffice(
        `
        @.#...
        ..#.h.
        ..#..m
      `,
        { things: [thing] },
      ),
    ),
  ).toEqual([
    'warning: seat "seat-1": cannot be reached from the start.',
    'warning: thing "machine": cannot be reached from the start.',
    'warning: area "meeting": cannot be reached from the start.',
  ]);
});

it('[O29] a seat on a solid tile counts when one can stand beside it', () => {
  const map = drawnOffice('@.#');
  const seat = { id: 'a', tileX: 2, tileY: 0, facing: 'left' as const, feetX: 80, feetY: 26, depth: 32 };
  expect(say({ ...map, seats: [seat] })).toEqual([]);
  expect(say({ ...map, seats: [seat, { ...seat, id: 'b' }] })).toEqual(['warning: seat "b": is on the same tile as the seat "a".']);
});

it('[O29] a green room and a lounge of a stage that is not there', () => {
  const map = drawnOffice('@.m');
  const areas = map.areas.map((area) =>
    area.id === 'meeting' ? { ...area, traits: { ...area.traits, backstage: 'hall', lounge: 'hall' } } : area,
  );
  expect(say({ ...map, areas })).toEqual([
    'warning: area "meeting": is the backstage of "hall", which has no stage.',
    'warning: area "meeting": is the lounge of "hall", which has no stage.',
  ]);
});

it('[O29] a missing or walled-in start and a lonely stage', () => {
  expect(say(drawnOffice('.s.'))).toEqual([
    'warning: has no start: people appear in the middle of the map.',
    'warning: area "stage": is the stage of "hall", which has no audience.',
  ]);
  const walled = drawnOffice('#..', { starts: [{ name: 'x', from: 'area', shape: { kind: 'tiles', tiles: [0] } }] });
  expect(say(walled)).toEqual(['warning: start "x": every tile of it collides; people appear beside it.']);
});

it('[O29] a map of walls only cannot be used', () => {
  expect(say(drawnOffice('##'))).toEqual(['error: has no tile on which one can stand: every tile collides.']);
});

it('[O26] exits are followed as far as one can see', () => {
  expect(say(drawnOffice('@.', { areas: [exit('#start')] }))).toEqual([]);
  expect(say(drawnOffice('@.', { areas: [exit('#cellar')] }))).toEqual([
    'warning: area "door": its exit leads to the start "cellar", which this map has not.',
  ]);
  expect(say(drawnOffice('@.', { areas: [exit('../up.tmj')] }))[0]).toContain('leads out of the maps folder');
  const map = drawnOffice('@.', { areas: [exit('other.tmj#x')] });
  expect(checkExits(map, new Set(['other']))).toEqual([]);
  expect(checkExits(map, new Set(['test'])).map(wordsOf)).toEqual([
    'area "door": its exit leads to the office "other", which is not there.',
  ]);
});
