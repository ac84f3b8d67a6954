import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawnTiled, pngHeader } from './drawnTiled.ts';
import type { MapChange } from './MapStore.ts';
import { MapStore } from './MapStore.ts';

const SMALL = JSON.stringify(drawnTiled('...\n...'));
const LARGE = JSON.stringify(drawnTiled('....\n....\n....'));

let top: string;
let builtInDir: string;
let mapsDir: string;
let store: MapStore | undefined;
let changes: MapChange[];
let heard: (() => void) | undefined;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'store-'));
  builtInDir = join(top, 'built-in');
  mapsDir = join(top, 'data', 'maps');
  for (const folder of [builtInDir, mapsDir]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'tiles.png'), pngHeader(128, 128));
  }
  writeFileSync(join(builtInDir, 'office.tmj'), SMALL);
  changes = [];
  heard = undefined;
});
afterEach(() => {
  store?.close();
  rmSync(top, { recursive: true, force: true });
});

function open(): MapStore {
  store = MapStore.open({
    builtInDir,
    mapsDir,
    quietMs: 20,
    onChange: (change) => {
      changes.push(change);
      heard?.();
    },
  });
  changes = [];
  return store;
}

const save = (name: string, text: string | Uint8Array): void => writeFileSync(join(mapsDir, name), text);

/** The next thing the store says about an office. */
async function nextChange(): Promise<MapChange | undefined> {
  if (changes.length === 0)
    await new Promise<void>((resolve) => {
      heard = resolve;
    });
  heard = undefined;
  return changes.shift();
}

const idsOf = (opened: MapStore): string[] => opened.offices().map(({ id }) => id);

describe('which offices there are', () => {
  it('[O24] one for each map in the folder and its folders, named by its path', () => {
    mkdirSync(join(mapsDir, 'events'));
    save('attic.json', SMALL);
    save('events/summer.tmj', SMALL.replaceAll('tiles.png', '../tiles.png'));
    save('package.json', '{"name":"x"}');
    save('tiles.json', '{"type":"tileset"}');
    save('.hidden.tmj', SMALL);
    save('notes.txt', 'x');
    expect(idsOf(open())).toEqual(['attic', 'events/summer', 'office']);
    expect(store?.mapOf('events/summer')?.widthTiles).toBe(3);
  });

  it('[O24] a map called office replaces the one that came with the program', () => {
    save('office.tmj', LARGE);
    expect(open().mapOf('office')?.widthTiles).toBe(4);
  });

  it('[O24] when that one is broken, the built-in map is used and the problem said', () => {
    save('office.tmj', SMALL.replace('orthogonal', 'isometric'));
    expect(open().office('office')).toMatchObject({
      map: { widthTiles: 3 },
      problem: 'office.tmj: is isometric; only orthogonal maps can be walked on.',
    });
  });

  it('[O24] a broken map is an office with a problem; the others are there', () => {
    save('broken.tmj', '{"layers": [');
    save('fine.tmj', SMALL);
    expect(open().office('broken')).toEqual({ id: 'broken', problem: expect.stringContaining('broken.tmj: is not JSON') as string });
    expect(store?.mapOf('fine')).toBeDefined();
  });

  it('[O24] two files that want the same name are an error in one sentence', () => {
    save('attic.json', SMALL);
    save('attic.tmj', SMALL);
    expect(open().office('attic')).toEqual({
      id: 'attic',
      problem: 'attic.json and attic.tmj both want the name "attic"; rename one of them.',
    });
  });

  it('[O24] a maps folder that is not there yet is made; one that cannot be made does no harm', () => {
    mapsDir = join(top, 'new', 'maps');
    expect(idsOf(open())).toEqual(['office']);
    save('attic.tmj', SMALL);
    store?.close();
    mapsDir = join(builtInDir, 'office.tmj', 'maps');
    expect(idsOf(open())).toEqual(['office']);
  });
});

describe('while the office is open', { timeout: 30_000 }, () => {
  it('[O24] a changed map is read again once it has been quiet', async () => {
    save('attic.tmj', SMALL);
    const before = open().mapOf('attic')?.version;
    save('attic.tmj', LARGE);
    expect(await nextChange()).toMatchObject({ kind: 'changed', id: 'attic', map: { widthTiles: 4 } });
    expect(store?.mapOf('attic')?.version).not.toBe(before);
  });

  it('[O24] a broken new version keeps the old one and says why; the mended one is used', async () => {
    save('attic.tmj', SMALL);
    open();
    save('attic.tmj', '{');
    expect(await nextChange()).toMatchObject({
      kind: 'refused',
      id: 'attic',
      problem: expect.stringContaining('attic.tmj: is not JSON') as string,
    });
    expect(store?.office('attic')).toMatchObject({ map: { widthTiles: 3 }, problem: expect.any(String) as string });
    save('attic.tmj', LARGE);
    expect(await nextChange()).toMatchObject({ kind: 'changed', map: { widthTiles: 4 } });
    expect(store?.office('attic')?.problem).toBeUndefined();
  });

  it('[O24] new maps open, removed ones close, and a replaced built-in map comes back', async () => {
    open();
    save('office.tmj', LARGE);
    expect(await nextChange()).toMatchObject({ kind: 'changed', id: 'office', map: { widthTiles: 4 } });
    save('attic.tmj', SMALL);
    expect(await nextChange()).toMatchObject({ kind: 'opened', id: 'attic' });
    rmSync(join(mapsDir, 'attic.tmj'));
    expect(await nextChange()).toEqual({ kind: 'closed', id: 'attic' });
    rmSync(join(mapsDir, 'office.tmj'));
    expect(await nextChange()).toMatchObject({ kind: 'changed', id: 'office', map: { widthTiles: 3 } });
  });

  it('[O24] a picture that appears or changes is a new version', async () => {
    save('attic.tmj', SMALL.replaceAll('tiles.png', 'attic.png'));
    expect(open().office('attic')?.problem).toBe('attic.tmj: tileset "tiles": its picture "attic.png" is missing.');
    save('attic.png', pngHeader(128, 128));
    expect(await nextChange()).toMatchObject({ kind: 'opened', id: 'attic' });
    const before = store?.mapOf('attic')?.drawing.tilesets[0]?.images[0]?.url;
    save('attic.png', pngHeader(128, 256));
    expect(await nextChange()).toMatchObject({ kind: 'changed', id: 'attic' });
    expect(store?.mapOf('attic')?.drawing.tilesets[0]?.images[0]?.url).not.toBe(before);
  });

  it('[O24] a clash that comes later keeps the map; renaming ends it', async () => {
    save('attic.tmj', SMALL);
    open();
    save('attic.json', LARGE);
    expect(await nextChange()).toMatchObject({ kind: 'refused', id: 'attic' });
    expect(store?.mapOf('attic')?.widthTiles).toBe(3);
    rmSync(join(mapsDir, 'attic.tmj'));
    expect(await nextChange()).toMatchObject({ kind: 'changed', id: 'attic', map: { widthTiles: 4 } });
    expect(store?.office('attic')?.problem).toBeUndefined();
  });
});

describe('what browsers may fetch', () => {
  it('[O23] pictures and sounds of both folders, each under its own address', () => {
    save('a.mp3', 'x');
    const opened = open();
    expect(opened.file('a.mp3')).toMatch(/a\.mp3$/);
    expect(opened.file('tiles.png')).toContain('data');
    expect(opened.file('~/tiles.png')).toContain('built-in');
    expect(opened.mapOf('office')?.drawing.tilesets[0]?.images[0]?.url).toMatch(/^\/maps\/~\/tiles\.png\?v=/);
  });

  it.each([
    'office.tmj',
    '~/office.tmj',
    'a.js',
    'a.json',
    '../tiles.png',
    '~/../tiles.png',
    '~/~/tiles.png',
    '.env',
    'out.png',
    'a.png/../../x.png',
    '~',
    '',
  ])('[O23] not %j', (path) => {
    save('a.js', 'x');
    save('a.json', '{}');
    save('.env', 'x');
    writeFileSync(join(top, 'tiles.png'), 'x');
    symlinkSync(join(top, 'tiles.png'), join(mapsDir, 'out.png'));
    expect(open().file(path)).toBeUndefined();
  });
});
