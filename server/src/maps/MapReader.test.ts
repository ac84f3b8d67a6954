import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { FolderReader, isPlainPath, pathInside, realFile } from './MapReader.ts';

const top = mkdtempSync(join(tmpdir(), 'maps-'));
const folder = join(top, 'maps');
mkdirSync(join(folder, 'art'), { recursive: true });
mkdirSync(join(top, 'maps-secret'));
writeFileSync(join(top, 'secret.png'), 'secret');
writeFileSync(join(top, 'maps-secret', 'a.png'), 'secret');
writeFileSync(join(folder, 'art', 'a.png'), 'a');
writeFileSync(join(folder, '.hidden.png'), 'hidden');
symlinkSync(join(top, 'secret.png'), join(folder, 'link.png'));
symlinkSync(top, join(folder, 'up'));
symlinkSync(join(folder, 'art'), join(folder, 'alias'));
symlinkSync(join(folder, 'loop.png'), join(folder, 'loop.png'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

it('[O23] a file in the folder is read, also through a link that stays inside', () => {
  expect(realFile(folder, 'art/a.png')).toBeDefined();
  expect(realFile(folder, 'alias/a.png')).toBe(realFile(folder, 'art/a.png'));
  expect(new FolderReader(folder, '/maps/').urlOf('art/a.png')).toMatch(/^\/maps\/art\/a\.png\?v=[0-9a-f]{12}$/);
});

it.each([
  'link.png',
  'up/secret.png',
  'loop.png',
  '.hidden.png',
  '../secret.png',
  '../maps-secret/a.png',
  'art/../../secret.png',
  'art/./a.png',
  'art//a.png',
  '/etc/passwd',
  '..\\secret.png',
  'art/a.png\0.txt',
  'art',
  '',
  '~/a.png',
  'art/a.png/',
  '%2e%2e/secret.png',
])('[O23] %j is not read', (path) => {
  expect(realFile(folder, path)).toBeUndefined();
  expect(new FolderReader(folder, '/maps/').read(path)).toBe('is missing');
});

it('[O23] no link of any form leads out of the folder', () => {
  const part = fc.constantFrom('..', '.', 'art', 'a.png', '', '%2e%2e', '~', 'up', 'http:', 'C:', '\\', '...', ' ');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom('a.tmj', 'art/b.tmj', 'x/y/c.tmj'), (parts, from) => {
      const path = pathInside(from, parts.join('/'));
      if (path === undefined) return;
      expect(isPlainPath(path)).toBe(true);
      expect(path.split('/')).not.toContain('..');
      expect(join(folder, path).startsWith(`${folder}/`)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
