import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { OfficeMap, TileLayer } from '@comptoir/shared/map/OfficeMap';
import { unpackRuns } from '@comptoir/shared/map/packRuns';
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { SOLID } from '@comptoir/shared/movement';
import { describe, expect, it } from 'vitest';
import { drawnTiled, folderOf, objectLayer, tiledProperties, tileLayer } from './drawnTiled.ts';
import { problemOf } from './MapStore.ts';
import { parseTiledMap } from './parseTiledMap.ts';

const DRAWING = `
  ####
  #..#
  #..#
`;

function parse(map: object, files: Parameters<typeof folderOf>[0] = {}) {
  return parseTiledMap('test.tmj', folderOf({ 'test.tmj': map, ...files }));
}

function good(map: object, files: Parameters<typeof folderOf>[0] = {}): OfficeMap {
  const parsed = parse(map, files);
  if (!parsed.map) throw new Error(problemOf('test.tmj', parsed.findings));
  return parsed.map;
}

const problem = (map: object, files: Parameters<typeof folderOf>[0] = {}): string => {
  const parsed = parse(map, files);
  expect(parsed.map).toBeUndefined();
  return problemOf('test.tmj', parsed.findings);
};

const picture = (map: OfficeMap): string =>
  Array.from({ length: map.heightTiles }, (_, y) =>
    [...walkGridOf(map).cells.subarray(y * map.widthTiles, (y + 1) * map.widthTiles)].map((cell) => (cell === SOLID ? '#' : '.')).join(''),
  ).join('\n');

const idsOf = (map: OfficeMap, name: string): number[] => {
  const layer = map.drawing.layers.find((one): one is TileLayer => one.kind === 'tiles' && one.name === name);
  return layer ? [...unpackRuns(layer.data, layer.widthTiles * layer.heightTiles)] : [];
};

describe('tile data', () => {
  const ids = [2, 2, 2, 2, 2, 0xc000_0001, 0x2000_0001, 2, 2, 1, 1, 2];
  const raw = Buffer.alloc(ids.length * 4);
  for (const [i, id] of ids.entries()) raw.writeUInt32LE(id, i * 4);
  const packed = { '': raw, zlib: deflateSync(raw), gzip: gzipSync(raw), zstd: zstdCompressSync(raw) };

  it.each(Object.entries(packed))('[O20] base64 with compression "%s" is the same map as CSV, flips included', (compression, bytes) => {
    const csv = good(drawnTiled(DRAWING, [tileLayer('top', DRAWING, { data: ids })]));
    const other = good(
      drawnTiled(DRAWING, [tileLayer('top', DRAWING, { data: bytes.toString('base64'), encoding: 'base64', compression })]),
    );
    expect(idsOf(csv, 'top')).toEqual(ids);
    expect({ ...other, version: '' }).toEqual({ ...csv, version: '' });
  });

  it.each([
    ['too few', [1, 2, 3], 'holds 3 tiles, but 4 x 3 are needed'],
    ['no list', 'AAAA', 'its data is text in the unknown encoding "csv"'],
  ])('[O21] %s tiles are a sentence with file and layer', (_, data, why) => {
    expect(problem(drawnTiled(DRAWING, [tileLayer('top', DRAWING, { data })]))).toContain(`test.tmj: layer "top": ${why}`);
  });

  it('[O21] data that is not what it says is a sentence', () => {
    const layer = tileLayer('top', DRAWING, { data: 'bm90IHppcHBlZA==', encoding: 'base64', compression: 'zlib' });
    expect(problem(drawnTiled(DRAWING, [layer]))).toBe(
      'test.tmj: layer "top": its data cannot be unpacked (zlib), or holds more than 12 tiles.',
    );
    expect(problem(drawnTiled(DRAWING, [{ ...layer, compression: 'constructor' }]))).toContain('compression "constructor" is unknown');
  });

  it('[O21] a tile that no tileset has is left empty and told', () => {
    const parsed = parse(drawnTiled(DRAWING, [tileLayer('top', DRAWING, { data: [999, ...ids.slice(1)] })]));
    expect(parsed.map && idsOf(parsed.map, 'top')[0]).toBe(0);
    expect(parsed.findings).toContainEqual({
      severity: 'warning',
      place: 'layer "top"',
      sentence: 'tile 999 is in no tileset and left empty.',
    });
  });
});

describe('limits', () => {
  it.each([
    [513, 4],
    [4, 513],
    [0, 3],
    [1e9, 1e9],
  ])('[O22] a map of %i x %i tiles is refused before anything is unpacked', (width, height) => {
    expect(problem({ ...drawnTiled(DRAWING), width, height })).toContain('1 x 1 to 512 x 512 are possible');
  });

  it('[O22] 512 x 512 tiles are read', () => {
    const data = deflateSync(Buffer.alloc(512 * 512 * 4)).toString('base64');
    const layer = { ...tileLayer('floor', '.'), width: 512, height: 512, encoding: 'base64', compression: 'zlib', data };
    expect(good({ ...drawnTiled('.'), width: 512, height: 512, layers: [layer] }).widthTiles).toBe(512);
  });

  it('[O22] layers that unpack to more than 20 MB together are refused', () => {
    const layer = { ...tileLayer('floor', '.'), width: 512, height: 512, encoding: 'base64', compression: 'zlib', data: '' };
    const layers = Array.from({ length: 20 }, (_, i) => ({ ...layer, name: `floor ${i}` }));
    expect(problem({ ...drawnTiled('.'), width: 512, height: 512, layers })).toBe(
      'test.tmj: unpacks to 21 MB of tiles; at most 20 MB are read.',
    );
  });

  it.each([
    ['zlib', deflateSync],
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)('[O22] a %s bomb is stopped at the size of its layer', (compression, pack) => {
    const data = pack(Buffer.alloc(60_000_000)).toString('base64');
    const before = process.memoryUsage().rss;
    const layer = tileLayer('bomb', DRAWING, { data, encoding: 'base64', compression });
    expect(problem(drawnTiled(DRAWING, [layer]))).toContain('layer "bomb": its data cannot be unpacked');
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  it('[O22] folders in folders in folders end', () => {
    const text = JSON.stringify(drawnTiled(DRAWING, [{ type: 'DEEP' }]));
    for (const depth of [25, 100_000]) {
      const deep = `${'{"type":"group","name":"g","layers":['.repeat(depth)}${']}'.repeat(depth)}`;
      const { map, findings } = parseTiledMap('test.tmj', folderOf({ 'test.tmj': text.replace('{"type":"DEEP"}', deep) }));
      expect(map).toBeUndefined();
      expect(problemOf('test.tmj', findings)).toContain('lies more than 20 folders deep');
    }
  });

  it('[O22] a million tiny layers end', () => {
    const layers = Array.from({ length: 600 }, () => ({ type: 'group', name: 'g', layers: [] }));
    expect(problem(drawnTiled(DRAWING, layers))).toBe('test.tmj: has more than 500 layers.');
  });
});

describe('the map as a whole', () => {
  it('[O20] what collides is solid, the rest is floor', () => {
    expect(picture(good(drawnTiled(DRAWING)))).toBe('####\n#..#\n#..#');
  });

  it.each([
    [{ infinite: true }, 'test.tmj: is infinite; switch "Infinite" off in the properties of the map.'],
    [{ orientation: 'isometric' }, 'test.tmj: is isometric; only orthogonal maps can be walked on.'],
    [{ width: 'four' }, 'test.tmj: "width" should be number but is "four".'],
    [{ layers: undefined }, 'test.tmj: "layers" is missing.'],
    [{ layers: [{ type: 'tilelayer', name: 'top', opacity: 'half' }] }, 'test.tmj: layer "top": "opacity" should be number but is "half".'],
  ])('[O21] %j is one sentence', (change, sentence) => {
    expect(problem({ ...drawnTiled(DRAWING), ...change })).toBe(sentence);
  });

  it.each([
    ['', 'is not JSON'],
    ['<?xml version="1.0"?><map/>', 'is XML; in Tiled choose "Save As"'],
    ['{"layers": [', 'is not JSON'],
    ['null', 'is this a file saved by Tiled?'],
    ['[1]', 'is this a file saved by Tiled?'],
  ])('[O21] a file holding %j is a sentence', (text, why) => {
    const { map, findings } = parseTiledMap('test.tmj', folderOf({ 'test.tmj': text }));
    expect(map).toBeUndefined();
    expect(problemOf('test.tmj', findings)).toContain(`test.tmj: `);
    expect(problemOf('test.tmj', findings)).toContain(why);
  });

  it('[O20] tiles of 16 px are scaled to 32, and everything with them', () => {
    const area = { type: 'area', name: 'nook', x: 16, y: 16, width: 32, height: 16, properties: tiledProperties({ silent: true }) };
    const map = good({
      ...drawnTiled(DRAWING, [objectLayer('areas', [area], { offsetx: 16 })]),
      tilewidth: 16,
      tileheight: 16,
    });
    expect(map.drawing.scale).toEqual({ x: 2, y: 2 });
    expect(map.areas[0]?.shape).toEqual({ kind: 'rect', x: 64, y: 32, width: 64, height: 32 });
    expect(map.areas[0]?.sizeTiles).toBe(2);
    expect(picture(map)).toBe('####\n#..#\n#..#');
  });

  it('[O20] names and credits come from the properties', () => {
    const properties = tiledProperties({ mapName: 'The attic', mapCopyright: 'CC0, me', mapDescription: 'Under the roof' });
    const map = good({ ...drawnTiled(DRAWING), properties });
    expect(map.title).toBe('The attic');
    expect(map.credits).toEqual(['Under the roof', 'CC0, me']);
    expect(good(drawnTiled(DRAWING)).title).toBe('test');
  });

  it('[O20] the version follows the content', () => {
    const [a, b, c] = [DRAWING, DRAWING, DRAWING.replace('#..#', '#...')].map((drawing) => good(drawnTiled(drawing)).version);
    expect(a).toBe(b);
    expect(c).not.toBe(a);
  });

  it('[O21] a map without a free tile is refused', () => {
    expect(problem(drawnTiled('##\n##'))).toBe('test.tmj: has no tile on which one can stand: every tile collides.');
  });
});

describe('layers', () => {
  it('[O20] folders are dissolved: names, visibility, opacity, offset, parallax and tint go through', () => {
    const inner = tileLayer('roof', DRAWING, { opacity: 0.5, offsetx: 10, offsety: -4, parallaxx: 0.5, tintcolor: '#ff8080' });
    const folder = {
      type: 'group',
      name: 'up',
      visible: false,
      opacity: 0.5,
      offsetx: 5,
      parallaxx: 0.5,
      tintcolor: '#80ff80',
      layers: [inner],
    };
    const layer = good(drawnTiled(DRAWING, [folder])).drawing.layers.find((one) => one.name === 'up/roof');
    expect(layer).toMatchObject({ visible: false, opacity: 0.25, offset: { x: 15, y: -4 }, parallax: { x: 0.25, y: 1 }, tint: 0x808040 });
  });

  it('[O20] layers from the floor layer on are drawn over people', () => {
    const map = good(drawnTiled(DRAWING, [tileLayer('lamps', DRAWING)]));
    expect(map.drawing.layers.map((layer) => layer.name)).toEqual(['floor', 'lamps']);
    expect(map.drawing.above).toBe(1);
  });

  it('[O27] a hidden layer does not block, a layer of no opacity blocks and is not drawn', () => {
    const map = good(
      drawnTiled('....\n....', [
        tileLayer('door', '#---\n----', { visible: false }),
        tileLayer('collisions', '---#\n----', { opacity: 0 }),
      ]),
    );
    expect(picture(map)).toBe('...#\n....');
    expect(map.collisions.map(({ layer, visible }) => [layer, visible])).toEqual([
      ['door', false],
      ['collisions', true],
    ]);
    expect(map.drawing.layers.some((layer) => layer.name === 'collisions')).toBe(false);
  });

  it('[O20] a shifted layer blocks where it is seen', () => {
    const map = good(drawnTiled('....\n....', [tileLayer('walls', '#---\n----', { offsetx: 66, offsety: 32 })]));
    expect(picture(map)).toBe('....\n..#.');
  });

  it('[O21] image layers and unknown layers are told', () => {
    const { findings } = parse(
      drawnTiled(DRAWING, [
        { type: 'imagelayer', name: 'sky' },
        { type: 'hologram', name: 'h' },
      ]),
    );
    expect(findings.map((finding) => finding.place)).toEqual(expect.arrayContaining(['layer "sky"', 'layer "h"']));
  });
});
