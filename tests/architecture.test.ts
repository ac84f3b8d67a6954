// ARCHITECTURE.md, executable: who may import whom, no cycles, no long files, nothing mutable at module level.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  cycleProblems,
  importProblems,
  lengthProblems,
  moduleStateProblems,
  nameProblems,
  type Tree,
  wordProblems,
} from './architecture/findProblems.ts';
import { folderRules } from './architecture/folderRules.ts';
import { readImports } from './architecture/readImports.ts';
import { readTree } from './architecture/readTree.ts';

const tree = readTree(fileURLToPath(new URL('..', import.meta.url)));
const treeOf = (files: Record<string, string>): Tree => new Map(Object.entries(files));

describe('the tree', () => {
  it('is read', () => {
    expect(tree.size).toBeGreaterThan(100);
    expect([...tree.values()].flatMap(readImports).length).toBeGreaterThan(300);
  });
  it('imports only what the table allows', () => expect(importProblems(tree)).toEqual([]));
  it('has no import cycle', () => expect(cycleProblems(tree)).toEqual([]));
  it('has no file over 300 lines', () => expect(lengthProblems(tree)).toEqual([]));
  it('keeps nothing mutable at module level', () => expect(moduleStateProblems(tree)).toEqual([]));
  it('keeps clocks, DOM, environment, WebRTC and SQL in their places', () => expect(wordProblems(tree)).toEqual([]));
  it('has no barrel and no drawer', () => expect(nameProblems(tree)).toEqual([]));
  it('never lets the client know the server', () => {
    const places = folderRules.filter(({ of }) => of.startsWith('client') || of.startsWith('shared') || of.startsWith('assets'));
    expect(places.flatMap(({ may }) => may).filter((place) => place.startsWith('server'))).toEqual([]);
  });
});

describe('the rules see', () => {
  it.each([
    ['a static import', "import { a } from '../net/a.ts';"],
    ['a type import', "import type { A } from '../net/a.ts';"],
    ['an import over several lines', "import {\n  a,\n  b,\n} from '../net/a.ts';"],
    ['a re-export', "export { a } from '../net/a.ts';"],
    ['a star export', "export * from '../net/a.ts';"],
    ['a bare import', "import '../net/a.ts';"],
    ['a dynamic import', "const a = await import('../net/a.ts');"],
    ['an import by package name', "import { a } from '@comptoir/client/net/a';"],
    ['a worker', "new Worker(new URL('../net/a.ts', import.meta.url));"],
    ['a type named in passing', "type A = import('../net/a.ts').A;"],
  ])('%s that is not allowed', (_kind, text) => {
    const found = importProblems(treeOf({ 'client/src/world/World.ts': text, 'client/src/net/a.ts': '' }));
    expect(found).toEqual(['client/src/world/World.ts may not import client/src/net/a.ts']);
  });

  it('a package and a node module in the wrong place', () => {
    const text = "import { Game } from 'phaser';\nimport { readFile } from 'node:fs';\n";
    expect(importProblems(treeOf({ 'client/src/ui/App.tsx': text }))).toHaveLength(2);
    expect(importProblems(treeOf({ 'client/src/scene/startScene.ts': "import { Game } from 'phaser';" }))).toEqual([]);
  });

  it('comments are no imports', () => {
    const text = "// import { a } from '../net/a.ts';\n/* import '../net/a.ts'; */\nconst url = 'https://example.org';\n";
    expect(importProblems(treeOf({ 'client/src/world/World.ts': text, 'client/src/net/a.ts': '' }))).toEqual([]);
  });

  it('a folder nobody listed', () => {
    expect(importProblems(treeOf({ 'client/src/misc/a.ts': '' }))).toHaveLength(1);
    expect(importProblems(treeOf({ 'server/src/extra.ts': '' }))).toHaveLength(1);
  });

  it('a reader of the configuration', () => {
    const files = { 'server/src/OfficeRoom.ts': "import { readConfig } from './config.ts';", 'server/src/config.ts': '' };
    expect(importProblems(treeOf(files))).toHaveLength(1);
  });

  it('cycles, but not those of types', () => {
    const cycle = { 'shared/src/a.ts': "import { b } from './b.ts';", 'shared/src/b.ts': "import { a } from '@comptoir/shared/a';" };
    expect(cycleProblems(treeOf(cycle))).toEqual(['cycle: shared/src/a.ts -> shared/src/b.ts -> shared/src/a.ts']);
    expect(cycleProblems(treeOf({ ...cycle, 'shared/src/b.ts': "import type { A } from './a.ts';" }))).toEqual([]);
  });

  it.each([
    ['let count = 0;', 1],
    ['export let count = 0;', 1],
    ['const known = new Map<string, number>();', 1],
    ['const known: Map<string, number> = new Map();', 1],
    ['const list: string[] = [];', 1],
    ['export const phase = signal(0);', 1],
    ['const clock = new OfficeClock();', 1],
    ["const KINDS = new Set(['a', 'b']);", 0],
    ['const byId = new Map(list.map((entry) => [entry.id, entry]));', 0],
    ["const format = new Intl.NumberFormat('en');", 0],
    ['const make = () => new Map();', 0],
    ['function f() {\n  let count = 0;\n  const known = new Map();\n}', 0],
  ])('%j has %i mutable things at module level', (text, count) => {
    expect(moduleStateProblems(treeOf({ 'client/src/lib/a.ts': text }))).toHaveLength(count);
  });

  it('long files, clocks in rules, and drawers', () => {
    expect(lengthProblems(treeOf({ 'shared/src/a.ts': 'x\n'.repeat(300) }))).toEqual([]);
    expect(lengthProblems(treeOf({ 'shared/src/a.ts': 'x\n'.repeat(301) }))).toHaveLength(1);
    expect(wordProblems(treeOf({ 'server/src/office/walking.ts': 'const now = Date.now();' }))).toHaveLength(1);
    expect(nameProblems(treeOf({ 'client/src/ui/utils.ts': '' }))).toHaveLength(1);
  });
});
