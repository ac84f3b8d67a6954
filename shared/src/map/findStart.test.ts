import { describe, expect, it } from 'vitest';
import { tileCentre, tileOf } from '../geometry.ts';
import { drawnOffice } from './drawnOffice.ts';
import { chooseStart, findMoveTo, findStart, readHash } from './findStart.ts';
import type { Start } from './OfficeMap.ts';
import { packRuns } from './packRuns.ts';
import { walkGridOf } from './walkGrid.ts';

describe('the address', () => {
  it.each([
    ['', {}],
    ['#', {}],
    ['#door', { start: 'door' }],
    ['door', { start: 'door' }],
    ['#door&moveTo=12,34', { start: 'door', moveTo: '12,34' }],
    ['#moveTo=coffee%20corner&door', { start: 'door', moveTo: 'coffee corner' }],
    ['#moveTo=a&moveTo=b', { moveTo: 'a' }],
    ['#d%C3%A9part', { start: 'départ' }],
    ['#100%', { start: '100%' }],
  ])('[O25] %j is %j', (hash, wish) => {
    expect(readHash(hash)).toEqual({ parameters: {}, ...wish });
  });

  it('[O25] other parts are kept for whoever knows them', () => {
    expect(readHash('#door&a=1&__proto__=x&b=%26').parameters).toEqual({ a: '1', b: '&' });
  });
});

const start = (from: Start['from'], name: string, tile = 0): Start => ({ name, from, shape: { kind: 'tiles', tiles: [tile] } });

describe('which start', () => {
  it.each<[string, Start[], string | undefined, number | undefined]>([
    ['area before layer before tile of that name', [start('tile', 'x'), start('layer', 'x'), start('area', 'x')], 'x', 2],
    ['layer before tile of that name', [start('tile', 'x'), start('layer', 'x')], 'x', 1],
    ['a layer in a folder by its own name', [start('area', 'y'), start('layer', 'doors/x')], 'x', 1],
    ['an unknown name is as no name', [start('layer', 'start'), start('area', 'y')], 'nowhere', 1],
    ['without name: the area called start', [start('area', 'a'), start('area', 'start')], undefined, 1],
    ['without name: any area before tiles', [start('tile', 'start'), start('area', 'a')], undefined, 1],
    ['without name: tiles called start before the layer', [start('layer', 'start'), start('tile', 'start')], undefined, 1],
    ['without name: the layer called start before other tiles', [start('tile', 'b'), start('layer', 'in/start')], undefined, 1],
    ['without name: at last any start', [start('layer', 'b'), start('tile', 'c')], undefined, 0],
    ['none', [], 'x', undefined],
  ])('[O25] %s', (_, starts, name, index) => {
    expect(chooseStart(starts, name)).toBe(index === undefined ? undefined : starts[index]);
  });
});

describe('which tile', () => {
  const map = drawnOffice(`
    #####
    #.@@#
    #..h#
    #m###
  `);
  const grid = walkGridOf(map);
  const tile = (point: { x: number; y: number } | undefined) => point && [tileOf(point.x), tileOf(point.y)];

  it('[O25] any free tile of the start, those that are taken only when all are', () => {
    expect([0, 0.5, 0.99].map((pick) => tile(findStart(map, grid, undefined, { pick })))).toEqual([
      [2, 1],
      [3, 1],
      [3, 1],
    ]);
    const taken = tileCentre(2, 1);
    expect(tile(findStart(map, grid, undefined, { pick: 0, isTaken: (place) => place.x === taken.x }))).toEqual([3, 1]);
    expect(tile(findStart(map, grid, undefined, { pick: 0, isTaken: () => true }))).toEqual([2, 1]);
  });

  it('[O25] without any start the middle of the map; a start inside a wall, beside it', () => {
    expect(tile(findStart({ ...map, starts: [] }, grid, 'x', { pick: 0 }))).toEqual([2, 2]);
    expect(tile(findStart({ ...map, starts: [start('area', 'x', 0)] }, grid, 'x', { pick: 0 }))).toEqual([1, 1]);
  });

  it.each([
    ['70,70', [2, 2]],
    [' 70.5 , 10 ', [2, 1]],
    ['meeting', [1, 3]],
    ['seat-1', [3, 2]],
    ['99999,0', undefined],
    ['nowhere', undefined],
  ])('[O25] moveTo=%s', (moveTo, place) => {
    expect(tile(findMoveTo(map, grid, moveTo, { pick: 0 }))).toEqual(place);
  });

  it('[O25] moveTo a tile layer', () => {
    const look = { visible: true, opacity: 1, offset: { x: 0, y: 0 }, parallax: { x: 1, y: 1 }, tileWidth: 32, tileHeight: 32 };
    const cells = Array.from({ length: 20 }, (_, i) => (i === 6 ? 3 : 0));
    const layer = { kind: 'tiles' as const, name: 'deco/rug', ...look, widthTiles: 5, heightTiles: 4, data: packRuns(cells) };
    const withRug = { ...map, drawing: { ...map.drawing, layers: [layer] } };
    expect(tile(findMoveTo(withRug, grid, 'rug', { pick: 0 }))).toEqual([1, 1]);
  });
});
