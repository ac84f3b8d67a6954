import { deflateSync } from 'node:zlib';
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { SOLID } from '@comptoir/shared/movement';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnTiled, drawnTileset, folderOf, objectLayer, tiledProperties, tileLayer } from './drawnTiled.ts';
import type { ParsedMap } from './parseTiledMap.ts';
import { parseTiledMap } from './parseTiledMap.ts';

const ROOM = '####\n#..#\n#..#\n####';
const EVERYTHING = drawnTiled(
  ROOM,
  [
    {
      type: 'group',
      name: 'up',
      layers: [
        tileLayer('packed', ROOM, { data: deflateSync(Buffer.alloc(64)).toString('base64'), encoding: 'base64', compression: 'zlib' }),
      ],
    },
    objectLayer('all', [
      {
        type: 'area',
        name: 'a',
        x: 0,
        y: 0,
        width: 64,
        height: 64,
        properties: tiledProperties({ start: true, playAudio: 'a.mp3', openWebsite: 'https://a.b' }),
      },
      {
        type: 'area',
        name: 'p',
        x: 0,
        y: 0,
        polygon: [
          { x: 0, y: 0 },
          { x: 9, y: 0 },
          { x: 0, y: 9 },
        ],
        properties: tiledProperties({ exitUrl: '#a' }),
      },
      { type: 'seat', name: 's', x: 32, y: 32, width: 32, height: 32, properties: tiledProperties({ facing: 'left' }) },
      { type: 'thing', name: 't', x: 32, y: 32, width: 32, height: 32, properties: tiledProperties({ use: 'coffee' }) },
      { type: 'light', x: 0, y: 0, width: 9, height: 9, ellipse: true },
      { x: 0, y: 0, width: 9, height: 9, text: { text: 'hello' } },
      { gid: 1, x: 0, y: 32, width: 32, height: 32, rotation: 45 },
    ]),
  ],
  { tilesets: [drawnTileset, { firstgid: 100, source: 'ext.tsx' }], properties: tiledProperties({ mapName: 'm' }) },
);
const TSX =
  '<tileset name="x" tilewidth="32" tileheight="32" tilecount="1" columns="1"><image source="tiles.png" width="32" height="32"/></tileset>';

const RUNS = { numRuns: 400, seed: 20260 };

/** Either a map one can walk on, or sentences that name their place. */
function expectMapOrSentences({ map, findings }: ParsedMap): void {
  for (const { sentence } of findings) expect(sentence).toMatch(/^\S.*[.?!]$/s);
  if (!map) {
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    return;
  }
  const { cells } = walkGridOf(map);
  expect(cells.length).toBe(map.widthTiles * map.heightTiles);
  expect(cells.every((cell) => cell <= 3 || cell === SOLID)).toBe(true);
  expect(JSON.parse(JSON.stringify(map))).toEqual(map);
}

const wild = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, -1, 0, 1.5, 1e9, 2 ** 31, 2 ** 32, 1e308, '', 'x', '__proto__', '../..', [], {}, true, [null], {
    length: 9,
  }),
  fc.anything({ maxDepth: 2 }),
);

/** Every place in a JSON value, as the keys that lead to it. */
function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (String(index) === key ? replaced(inner, rest, by) : inner));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner]));
}

it('[O21] the sample with everything in it is a good map', () => {
  const { map, findings } = parseTiledMap('a.tmj', folderOf({ 'a.tmj': EVERYTHING, 'ext.tsx': TSX }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(map?.drawing.tilesets).toHaveLength(2);
});

it('[O21] random bytes are never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => expectMapOrSentences(parseTiledMap('a.tmj', folderOf({ 'a.tmj': bytes })))),
    RUNS,
  );
});

it('[O21] random JSON is never an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => expectMapOrSentences(parseTiledMap('a.tmj', folderOf({ 'a.tmj': JSON.stringify(json) })))),
    RUNS,
  );
});

it('[O21] a map with anything anywhere in it is a map or a sentence', () => {
  const places = placesIn(EVERYTHING);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), wild), { minLength: 1, maxLength: 3 }), (changes) => {
      const map = changes.reduce<unknown>((json, [place, by]) => replaced(json, place, by), EVERYTHING);
      const text = JSON.stringify(map, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? '';
      expectMapOrSentences(parseTiledMap('a.tmj', folderOf({ 'a.tmj': text, 'ext.tsx': TSX })));
    }),
    { ...RUNS, numRuns: 1500 },
  );
});

it('[O21] a map cut anywhere is a sentence', () => {
  const text = JSON.stringify(EVERYTHING);
  fc.assert(
    fc.property(fc.nat(text.length - 1), (end) => {
      const { map, findings } = parseTiledMap('a.tmj', folderOf({ 'a.tmj': text.slice(0, end) }));
      expect(map).toBeUndefined();
      expect(findings[0]?.sentence).toContain('is not JSON');
    }),
    RUNS,
  );
});

it('[O21] a broken XML tileset is never an exception', () => {
  const piece = fc.constantFrom(
    '<tileset ',
    '<tile id="',
    '<image source="',
    '<!DOCTYPE',
    '<![CDATA[',
    '"',
    '>',
    '/>',
    '</tileset>',
    '&amp;',
    '&x;',
    ' name="',
    '0',
    '-1',
    '<?',
    '?>',
    '<!--',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        fc.nat(TSX.length).map((end) => TSX.slice(0, end) + TSX.slice(end + 3)),
      ),
      (xml) => expectMapOrSentences(parseTiledMap('a.tmj', folderOf({ 'a.tmj': EVERYTHING, 'ext.tsx': xml }))),
    ),
    RUNS,
  );
});

it('[O22] areas over areas over areas end', () => {
  const objects = Array.from({ length: 5000 }, () => ({ type: 'area', name: 'a', x: 0, y: 0, width: 1e5, height: 1e5 }));
  const floor = {
    ...tileLayer('floor', '.'),
    width: 512,
    height: 512,
    data: deflateSync(Buffer.alloc(512 * 512 * 4)).toString('base64'),
    encoding: 'base64',
    compression: 'zlib',
  };
  const { map, findings } = parseTiledMap(
    'a.tmj',
    folderOf({ 'a.tmj': drawnTiled('.', [], { width: 512, height: 512, layers: [floor, objectLayer('areas', objects)] }) }),
  );
  expect(map).toBeUndefined();
  expect(findings.at(-1)?.sentence).toBe('has too many areas that lie upon one another.');
});
