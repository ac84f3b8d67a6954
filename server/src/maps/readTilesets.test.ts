import type { DrawnTileset, OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { SOLID } from '@comptoir/shared/movement';
import { describe, expect, it } from 'vitest';
import { drawnTiled, drawnTileset, folderOf, objectLayer, pngHeader, tiledProperties } from './drawnTiled.ts';
import { problemOf } from './MapStore.ts';
import { parseTiledMap } from './parseTiledMap.ts';

const { firstgid: _, ...tilesetFile } = drawnTileset;

function parse(tilesets: object[], files: Parameters<typeof folderOf>[0] = {}, file = 'test.tmj', layers: Record<string, unknown>[] = []) {
  return parseTiledMap(file, folderOf({ [file]: drawnTiled('#.\n..', layers, { tilesets }), ...files }));
}

function good(...args: Parameters<typeof parse>): OfficeMap {
  const parsed = parse(...args);
  if (!parsed.map) throw new Error(problemOf('test.tmj', parsed.findings));
  return parsed.map;
}

const problem = (...args: Parameters<typeof parse>): string => problemOf('test.tmj', parse(...args).findings);
const firstOf = (map: OfficeMap): DrawnTileset | undefined => map.drawing.tilesets[0];

const TSX = `<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.11.0" name="tiles" tilewidth="32" tileheight="32" tilecount="16" columns="4" objectalignment="center">
 <tileoffset x="0" y="4"/>
 <properties><property name="tilesetCopyright" value="Ada &amp; Bob"/></properties>
 <image source="tiles.png" width="128" height="128"/>
 <tile id="1" type="wall">
  <properties><property name="collides" type="bool" value="true"/><property name="baseline" type="int" value="-8"/>
   <property name="note">two
lines</property></properties>
 </tile>
 <tile id="3"><animation><frame tileid="3" duration="200"/><frame tileid="4" duration="300"/></animation></tile>
</tileset>`;

describe('external tilesets', () => {
  it.each([
    ['a.tsj', JSON.stringify(tilesetFile)],
    ['a.json', JSON.stringify(tilesetFile)],
    ['a.tsx', TSX],
  ])('[O20] %s is read like an embedded one', (source, text) => {
    const map = good([{ firstgid: 1, source }], { [source]: text });
    expect(walkGridOf(map).cells[0]).toBe(SOLID);
    expect(firstOf(map)).toMatchObject({
      firstId: 1,
      images: [{ url: '/maps/tiles.png', width: 128, height: 128 }],
      grid: { columns: 4, count: 16, tileWidth: 32, tileHeight: 32, margin: 0, spacing: 0 },
    });
  });

  it('[O20] the XML form keeps names, base lines, offsets, animations and credits', () => {
    const map = good([{ firstgid: 1, source: 'a.tsx' }], { 'a.tsx': TSX });
    expect(firstOf(map)?.details).toEqual({
      1: { name: 'wall', baseline: -8 },
      3: {
        animation: [
          { id: 3, ms: 200 },
          { id: 4, ms: 300 },
        ],
      },
    });
    expect(firstOf(map)?.tileOffset).toEqual({ x: 0, y: 4 });
    expect(map.credits).toEqual(['Ada & Bob']);
  });

  it('[O20] pictures are meant beside the tileset, not beside the map', () => {
    const files = { 'art/a.tsj': tilesetFile, 'art/tiles.png': pngHeader(128, 128) };
    const map = good([{ firstgid: 1, source: '../art/a.tsj' }], files, 'floors/test.tmj');
    expect(firstOf(map)?.images[0]?.url).toBe('/maps/art/tiles.png');
  });

  it.each([
    ['https://example.org/a.tsj', 'lies on another site; save it and its picture beside the map'],
    ['//example.org/a.tsj', 'lies on another site'],
    ['../a.tsj', 'lies outside of the maps folder'],
    ['C:\\art\\a.tsx', 'lies outside of the maps folder'],
    ['/etc/a.tsx', 'lies outside of the maps folder'],
    ['..%2fa.tsj', 'lies outside of the maps folder'],
    ['art%2f..%2fa.tsj', 'is missing'],
    ['.git/a.tsj', 'lies outside of the maps folder'],
    ['a.txt', 'is not a tileset of Tiled'],
    ['b.tsj', 'is missing'],
    ['bad.tsj', 'is not JSON'],
    ['bad.tsx', 'is not well-formed XML'],
    ['map.tsx', 'is a <map> file, not a tileset'],
    ['bomb.tsx', 'declares entities'],
  ])('[O23] the tileset %s is refused in a sentence', (source, why) => {
    const files = {
      'bad.tsj': '{',
      'bad.tsx': '<tileset name="x"><tile></tileset>',
      'map.tsx': '<map/>',
      'bomb.tsx': '<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><tileset name="&b;"/>',
      'a.txt': 'x',
    };
    const sentence = problem([{ firstgid: 1, source }], files);
    expect(sentence.startsWith(`test.tmj: tileset "${source}": `)).toBe(true);
    expect(sentence).toContain(why);
  });

  it('[O23] XML of a thousand levels ends', () => {
    const deep = `<tileset>${'<a>'.repeat(100_000)}`;
    expect(problem([{ firstgid: 1, source: 'a.tsx' }], { 'a.tsx': deep })).toContain('is nested too deeply');
  });
});

describe('pictures', () => {
  it.each([
    ['https://example.org/a.png', 'lies on another site'],
    ['../secret.png', 'lies outside of the maps folder'],
    ['data:image/png;base64,AAAA', 'lies outside of the maps folder'],
    ['gone.png', 'is missing'],
    ['tiles.exe', 'is not a PNG'],
  ])('[O23] the picture %s is refused in a sentence', (image, why) => {
    const sentence = problem([{ ...drawnTileset, image }]);
    expect(sentence).toContain('test.tmj: tileset "tiles": its picture');
    expect(sentence).toContain(why);
  });

  it('[O20] a picture that was made larger or smaller is told, and its real size counts', () => {
    const { map, findings } = parse([drawnTileset], { 'tiles.png': pngHeader(128, 64) });
    expect(map?.drawing.tilesets[0]).toMatchObject({ images: [{ width: 128, height: 64 }], grid: { columns: 4, count: 8 } });
    expect(findings.map(({ sentence }) => sentence).join(' ')).toContain('is 128 x 64 px; the tileset says 128 x 128');
  });

  it('[O20] margin, spacing and a missing number of columns', () => {
    const { columns: _columns, tilecount: _count, ...rest } = drawnTileset;
    const map = good([{ ...rest, margin: 1, spacing: 2 }], { 'tiles.png': pngHeader(136, 68) });
    expect(firstOf(map)?.grid).toEqual({ columns: 4, count: 8, tileWidth: 32, tileHeight: 32, margin: 1, spacing: 2 });
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128"/>', 128],
    ['<?xml version="1.0"?><svg width=\'256px\' height="100%" viewBox="0 0 256 128">', 256],
    ['<svg viewBox="0,0 64 64">', 64],
  ])('[O20] an SVG tileset has the size it says: %s', (svg, width) => {
    const { imagewidth: _w, imageheight: _h, ...rest } = drawnTileset;
    const map = good([{ ...rest, image: 'a.svg', columns: 0 }], { 'a.svg': svg });
    expect(firstOf(map)?.images[0]).toMatchObject({ url: '/maps/a.svg', width });
  });

  it('[O20] a collection of pictures and parts of one picture', () => {
    const collection = {
      firstgid: 1,
      name: 'furniture',
      tilewidth: 64,
      tileheight: 96,
      tilecount: 3,
      columns: 0,
      tiles: [
        { id: 0, image: 'sofa.png', imagewidth: 64, imageheight: 40 },
        {
          id: 1,
          image: 'atlas.png',
          imagewidth: 256,
          imageheight: 256,
          x: 10,
          y: 20,
          width: 30,
          height: 40,
          properties: tiledProperties({ collides: true, fades: true, sway: 14 }),
        },
        { id: 7, image: 'atlas.png', imagewidth: 256, imageheight: 256, x: 50, y: 0, width: 12, height: 13, type: 'lamp' },
      ],
    };
    const files = { 'sofa.png': pngHeader(64, 40), 'atlas.png': pngHeader(256, 256) };
    const lamp = { gid: 8, x: 10, y: 40, width: 12, height: 13 };
    const map = good([collection], files, 'test.tmj', [objectLayer('things', [lamp])]);
    expect(firstOf(map)).toEqual({
      firstId: 1,
      images: [
        { url: '/maps/sofa.png', width: 64, height: 40 },
        { url: '/maps/atlas.png', width: 256, height: 256 },
      ],
      tiles: {
        0: { image: 0, x: 0, y: 0, width: 64, height: 40 },
        1: { image: 1, x: 10, y: 20, width: 30, height: 40 },
        7: { image: 1, x: 50, y: 0, width: 12, height: 13 },
      },
      details: { 1: { fades: true, sway: 14 }, 7: { name: 'lamp' } },
    });
    expect(map.drawing.layers.find((layer) => layer.name === 'things')).toMatchObject({ kind: 'sprites', sorted: false });
  });
});
