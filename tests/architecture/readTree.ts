// Reads every source file of the workspaces and of the tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Tree } from './findProblems.ts';

const PLACES = ['shared/src', 'server/src', 'client/src', 'assets/src', 'tests'];

export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  for (const place of PLACES)
    for (const entry of readdirSync(join(root, place), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.parentPath.includes('node_modules')) continue;
      const path = join(entry.parentPath, entry.name);
      tree.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  return tree;
}
