import type { OfficeMap, SpriteLayer, TextLayer } from '@comptoir/shared/map/OfficeMap';
import { describe, expect, it } from 'vitest';
import { drawnTiled, drawnTileset, folderOf, objectLayer, tiledProperties, tileLayer } from './drawnTiled.ts';
import { problemOf } from './MapStore.ts';
import { parseTiledMap } from './parseTiledMap.ts';

const ROOM = '......\n......\n......\n......';
const TILE = { x: 32, y: 32, width: 64, height: 32 };

type Values = Parameters<typeof tiledProperties>[0];

function parse(layers: Record<string, unknown>[], more: Record<string, unknown> = {}, files: Parameters<typeof folderOf>[0] = {}) {
  return parseTiledMap('in/test.tmj', folderOf({ 'in/test.tmj': drawnTiled(ROOM, layers, more), 'in/tiles.png': 'x', ...files }));
}

function good(...args: Parameters<typeof parse>): OfficeMap {
  const parsed = parse(...args);
  if (!parsed.map) throw new Error(problemOf('in/test.tmj', parsed.findings));
  return parsed.map;
}

const area = (values: Values, more: Record<string, unknown> = {}) => ({
  type: 'area',
  name: 'nook',
  ...TILE,
  properties: tiledProperties(values),
  ...more,
});
describe('areas', () => {
  it('[O28] areas lie in any layer or folder, have any form, and names of their own', () => {
    const folder = {
      type: 'group',
      name: 'rooms',
      offsetx: 32,
      layers: [
        objectLayer('all', [
          area({}),
          area({}, { name: '' }),
          area({ label_fr: 'Coin', label_en: 'Nook' }),
          { ...area({}), type: '', class: 'area' },
        ]),
      ],
    };
    const turned = area({}, { name: 'turned', rotation: 90, x: 64, y: 0 });
    const map = good([
      folder,
      objectLayer('more', [
        turned,
        area({}, { name: 'round', ellipse: true }),
        area(
          {},
          {
            name: 'tri',
            width: 0,
            height: 0,
            polygon: [
              { x: 0, y: 0 },
              { x: 64, y: 0 },
              { x: 0, y: 64 },
            ],
          },
        ),
      ]),
    ]);
    expect(map.areas.map(({ id }) => id)).toEqual(['nook', 'area-2', 'nook-2', 'nook-3', 'turned', 'round', 'tri']);
    expect(map.areas[0]?.shape).toEqual({ kind: 'rect', x: 64, y: 32, width: 64, height: 32 });
    expect(map.areas[2]?.labels).toEqual({ fr: 'Coin', en: 'Nook' });
    const [corner] = map.areas[4]?.shape.kind === 'polygon' ? map.areas[4].shape.points : [];
    expect(corner).toEqual({ x: 64, y: 0 });
    expect(map.areas[4]?.sizeTiles).toBeCloseTo(2);
    expect(map.areas[5]?.sizeTiles).toBeCloseTo((Math.PI / 4) * 2, 1);
    expect(map.areas[6]?.sizeTiles).toBeCloseTo(2);
  });

  it('[O28] an object that was meant as an area but has no class is told', () => {
    const { map, findings } = parse([objectLayer('areas', [area({ silent: true }, { type: '' })])]);
    expect(map?.areas).toEqual([]);
    expect(findings.map(({ sentence }) => sentence).join()).toContain('not the class "area": it does nothing');
  });

  it('[O28] layers and tiles with properties are areas of their tiles', () => {
    const tiles = [{ id: 4, properties: tiledProperties({ exitUrl: 'a.tmj', start: 'door' }) }];
    const map = good(
      [
        tileLayer('hush', '-1----\n------\n------\n------', { properties: tiledProperties({ silent: true }) }),
        tileLayer('exits', '-----5\n-----5\n------\n------'),
      ],
      { tilesets: [{ ...drawnTileset, tiles }] },
    );
    expect(map.areas).toMatchObject([
      { id: 'hush', shape: { kind: 'tiles', tiles: [1] }, traits: { conversation: 'quiet' } },
      { id: 'exits/tiles-1', shape: { kind: 'tiles', tiles: [5, 11] }, sizeTiles: 2, traits: { exit: { url: 'a.tmj' } } },
    ]);
    expect(map.starts).toEqual([{ name: 'door', from: 'tile', shape: { kind: 'tiles', tiles: [5, 11] } }]);
  });

  it('[O28] a page on the floor', () => {
    const website = {
      type: 'website',
      name: 'board',
      ...TILE,
      properties: tiledProperties({ url: 'https://example.org/', policy: 'autoplay', allowApi: true }),
    };
    const { map, findings } = parse([objectLayer('web', [website])]);
    expect(map?.websites).toEqual([{ id: 'board', url: 'https://example.org/', shape: TILE, policy: 'autoplay' }]);
    expect(findings.map(({ sentence }) => sentence).join()).toContain('"allowApi" is ignored');
  });
});

describe('seats, things and lights', () => {
  it('[O20] a seat has its tile, facing, table and where its sitter is drawn', () => {
    const seats = [
      {
        type: 'seat',
        name: 'a',
        x: 64,
        y: 32,
        width: 32,
        height: 32,
        properties: tiledProperties({ facing: 'up', table: 't1', feetX: 80, feetY: 50, depth: 60, clip: 40 }),
      },
      { type: 'seat', name: '', x: 0, y: 0, width: 32, height: 32, properties: tiledProperties({ desk: 'd1' }) },
    ];
    expect(good([objectLayer('seats', seats)]).seats).toEqual([
      { id: 'a', tileX: 2, tileY: 1, facing: 'up', table: 't1', feetX: 80, feetY: 50, depth: 60, clip: 40 },
      { id: 'seat-2', tileX: 0, tileY: 0, facing: 'down', desk: 'd1', feetX: 16, feetY: 26, depth: 32 },
    ]);
  });

  it('[O20] a thing has a use and steam, a light its pool', () => {
    const thing = {
      type: 'thing',
      name: 'coffee-machine',
      ...TILE,
      properties: tiledProperties({ use: 'coffee', label_fr: 'Machine', steamX: 50, steamY: 40 }),
    };
    const light = {
      type: 'light',
      ellipse: true,
      x: 10,
      y: 20,
      width: 100,
      height: 50,
      properties: tiledProperties({ color: '#ff102030', strength: 0.5, kind: 'fill' }),
    };
    const map = good([objectLayer('things', [thing, light])]);
    expect(map.things).toEqual([{ id: 'coffee-machine', use: 'coffee', labels: { fr: 'Machine' }, shape: TILE, steam: { x: 50, y: 40 } }]);
    expect(map.drawing.lights).toEqual([
      { shape: 'ellipse', x: 60, y: 45, radiusX: 50, radiusY: 25, color: 0x102030, strength: 0.5, day: 0, kind: 'fill' },
    ]);
  });

  it.each([
    [
      { type: 'seat', name: 'a', ...TILE, properties: tiledProperties({ facing: 'north' }) },
      '"facing" is "north"; it can be down, up, left, right.',
    ],
    [{ type: 'thing', name: 'a', ...TILE }, 'is a thing without "use": what is it for?'],
    [{ type: 'light', name: 'a', ...TILE, properties: tiledProperties({ color: 'red' }) }, '"color" is not a colour like #ffd9a0.'],
    [{ type: 'area', name: 'a', ...TILE, x: '3' }, '"x" should be number but is "3".'],
  ])('[O21] %j is an error', (object, sentence) => {
    expect(problemOf('in/test.tmj', parse([objectLayer('seats', [object])]).findings)).toBe(
      `in/test.tmj: object "a" in layer "seats": ${sentence}`,
    );
  });
});

describe('drawing of objects', () => {
  const spritesOf = (map: OfficeMap): SpriteLayer['sprites'] =>
    map.drawing.layers.flatMap((layer) => (layer.kind === 'sprites' ? layer.sprites : []));

  it('[O20] tile objects of the floor layer stand among people, by base line and depth', () => {
    const tilesets = [{ ...drawnTileset, tiles: [{ id: 2, properties: tiledProperties({ baseline: -8 }) }] }];
    const objects = [
      { gid: 3, x: 0, y: 64, width: 32, height: 32 },
      { gid: 3, x: 0, y: 64, width: 32, height: 32, properties: tiledProperties({ depth: 5 }) },
      { gid: 3, x: 0, y: 64, width: 64, height: 64 },
      { gid: 0x8000_0003, x: 0, y: 32, width: 32, height: 32, visible: false },
    ];
    const map = good([], { tilesets, layers: [tileLayer('floor', ROOM), objectLayer('floorLayer', objects), tileLayer('roof', ROOM)] });
    expect(map.drawing.layers[1]).toMatchObject({ kind: 'sprites', sorted: true });
    expect(map.drawing.above).toBe(2);
    expect(spritesOf(map).map(({ depth }) => depth)).toEqual([undefined, 61, 48]);
  });

  it.each([
    ['unspecified', 0, { x: 100, y: 100 }],
    ['topleft', 0, { x: 100, y: 132 }],
    ['center', 0, { x: 84, y: 116 }],
    ['bottomright', 0, { x: 68, y: 100 }],
    ['topleft', 90, { x: 68, y: 100 }],
    ['center', 180, { x: 116, y: 84 }],
  ])('[O20] alignment %s turned by %i degrees', (objectalignment, rotation, corner) => {
    const object = { gid: 0xe000_0003, x: 100, y: 100, width: 32, height: 32, rotation };
    const [sprite] = spritesOf(good([objectLayer('over', [object])], { tilesets: [{ ...drawnTileset, objectalignment }] }));
    expect(sprite?.gid).toBe(0xe000_0003);
    expect(sprite?.x).toBeCloseTo(corner.x);
    expect(sprite?.y).toBeCloseTo(corner.y);
  });

  it('[O20] layers are drawn from top to bottom, or as they were stacked', () => {
    const objects = [
      { gid: 3, x: 0, y: 96, width: 32, height: 32 },
      { gid: 4, x: 0, y: 32, width: 32, height: 32 },
    ];
    expect(spritesOf(good([objectLayer('over', objects)])).map(({ gid }) => gid)).toEqual([4, 3]);
    expect(spritesOf(good([objectLayer('over', objects, { draworder: 'index' })])).map(({ gid }) => gid)).toEqual([3, 4]);
  });

  it('[O20] texts keep their look', () => {
    const text = { text: 'Bonjour', color: '#ff00ff00', pixelsize: 20, bold: true, halign: 'center', valign: 'bottom', wrap: true };
    const map = good([objectLayer('signs', [{ ...TILE, text }])]);
    const layer = map.drawing.layers.find((one): one is TextLayer => one.kind === 'texts');
    expect(layer?.texts).toEqual([
      {
        ...TILE,
        rotationDegrees: 0,
        text: 'Bonjour',
        color: 0x00ff00,
        fontPx: 20,
        fontFamily: 'sans-serif',
        bold: true,
        italic: false,
        align: 'center',
        verticalAlign: 'bottom',
        wrap: true,
      },
    ]);
  });

  it('[O21] templates, variables and strange tiles are told', () => {
    const objects = [
      { name: 'chair', template: 'chair.tx', x: 0, y: 0 },
      { name: 'open', type: 'variable', x: 0, y: 0 },
      { name: 'ghost', gid: 4000, x: 0, y: 0 },
    ];
    const { map, findings } = parse([objectLayer('all', objects)]);
    expect(map).toBeDefined();
    for (const { name } of objects) expect(findings.map(({ place }) => place)).toContain(`object "${name}" in layer "all"`);
  });
});
