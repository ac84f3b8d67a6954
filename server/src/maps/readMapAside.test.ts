import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { drawnTiled, pngHeader } from './drawnTiled.ts';
import { readMapAside } from './readMapAside.ts';
import { readMapFile } from './readMapFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-'));
writeFileSync(join(folder, 'tiles.png'), pngHeader(128, 128));
writeFileSync(join(folder, 'good.tmj'), JSON.stringify(drawnTiled('..')));
writeFileSync(join(folder, 'bad.tmj'), '{');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const source = (path: string) => ({ folder, urlPrefix: '/maps/', path });

it('[O24] a map is read in its own thread as it would be here', async () => {
  for (const path of ['good.tmj', 'bad.tmj', 'gone.tmj']) expect(await readMapAside(source(path))).toEqual(readMapFile(source(path)));
  expect([...readMapFile(source('good.tmj')).stamps.keys()]).toEqual(['good.tmj', 'tiles.png']);
});
