// docs/behaviour.md and the tests name the same rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const FAMILIES = 'MRSOPLUABKWET';

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const idsIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, id = '']) => id);

const rules = idsIn(readFileSync(join(root, 'docs/behaviour.md'), 'utf8'), new RegExp(`^- \\*\\*([${FAMILIES}]\\d+)\\*\\*`, 'gm'));
const tests = ['shared/src', 'server/src', 'client/src', 'assets/src', 'tests'].flatMap((folder) =>
  filesBelow(folder, /\.(?:test|spec)\.tsx?$/),
);
const quoted = new Map(
  tests.flatMap((file) => idsIn(readFileSync(file, 'utf8'), new RegExp(`['"\`]\\[([${FAMILIES}]\\d+)\\]`, 'g')).map((id) => [id, file])),
);

it('the rules are numbered, each once', () => {
  expect(rules.length).toBeGreaterThan(40);
  expect(new Set(rules).size).toBe(rules.length);
});

it('every rule is quoted by the title of a test', () => {
  expect(rules.filter((id) => !quoted.has(id))).toEqual([]);
});

it('every id in a title is a rule', () => {
  expect([...quoted].filter(([id]) => !rules.includes(id)).map(([id, file]) => `${file.slice(root.length)} quotes ${id}`)).toEqual([]);
});

it('every id in a comment is a rule', () => {
  const sources = ['shared/src', 'server/src', 'client/src'].flatMap((folder) => filesBelow(folder, /\.tsx?$/));
  const comment = new RegExp(`(?://|\\*)[^'"\n]*?\\b([${FAMILIES}]\\d+):`, 'g');
  const unknown = sources.flatMap((file) =>
    idsIn(readFileSync(file, 'utf8'), comment)
      .filter((id) => !rules.includes(id))
      .map((id) => `${file.slice(root.length)} names ${id}`),
  );
  expect(unknown).toEqual([]);
});
