// Holds a tree of sources against the rules of ARCHITECTURE.md; every breach is one sentence.
import { posix } from 'node:path';
import { configReaders, type FolderRule, folderRules, wordRules } from './folderRules.ts';
import { type Import, readImports, withoutComments } from './readImports.ts';

/** Sources by their path from the repository's root. */
export type Tree = ReadonlyMap<string, string>;

const MAX_LINES = 300;
const WORKSPACES = ['shared', 'server', 'client', 'assets'];

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.startsWith('tests/');

/** The rule of the longest folder that holds the file. */
const ruleOf = (file: string): FolderRule | undefined =>
  folderRules.filter(({ of }) => isIn(file, of)).sort((a, b) => b.of.length - a.of.length)[0];

/** Path of an imported source file of ours; undefined for packages, styles and pictures. */
function targetOf(tree: Tree, file: string, from: string): string | undefined {
  const workspace = /^@comptoir\/(\w+)\/(.+)$/.exec(from);
  const path = workspace ? `${workspace[1]}/src/${workspace[2]}` : from.startsWith('.') ? posix.join(posix.dirname(file), from) : undefined;
  if (path === undefined) return undefined;
  return ['', '.ts', '.tsx'].map((end) => path + end).find((candidate) => tree.has(candidate)) ?? path;
}

function importProblem(tree: Tree, file: string, rule: FolderRule, { from }: Import): string | undefined {
  if (from.startsWith('node:')) return rule.node ? undefined : `${file} may not import ${from}`;
  const target = targetOf(tree, file, from);
  if (target === undefined) {
    const isAllowed = rule.packages?.some((name) => isIn(from, name));
    return isAllowed ? undefined : `${file} may not import the package ${from}`;
  }
  if (isIn(target, 'client/src') && isIn(file, 'server/src')) return `${file} may not import ${target}`;
  if (isIn(target, 'server/src/config.ts') && !configReaders.includes(file)) return `${file} may not import config.ts: it is given values`;
  if (isIn(target, rule.of) && ruleOf(target) === rule) return undefined;
  return rule.may.some((place) => isIn(target, place)) ? undefined : `${file} may not import ${target}`;
}

export function importProblems(tree: Tree): string[] {
  const problems: string[] = [];
  for (const [file, text] of tree) {
    if (isTest(file) || !WORKSPACES.some((name) => isIn(file, name))) continue;
    const rule = ruleOf(file);
    if (!rule) problems.push(`${file} lies in a folder that the table of who may import whom does not list`);
    else for (const found of readImports(text)) problems.push(importProblem(tree, file, rule, found) ?? '');
  }
  return problems.filter((problem) => problem !== '');
}

export function cycleProblems(tree: Tree): string[] {
  const problems: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      problems.push(`cycle: ${[...path.slice(at), file].join(' -> ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const { from, typeOnly } of readImports(tree.get(file) ?? '')) {
      const target = typeOnly ? undefined : targetOf(tree, file, from);
      if (target !== undefined && tree.has(target)) visit(target, [...path, file]);
    }
    done.add(file);
  };
  for (const file of tree.keys()) visit(file, []);
  return problems;
}

export function lengthProblems(tree: Tree): string[] {
  return [...tree]
    .map(([file, text]) => ({ file, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines, more than ${MAX_LINES}`);
}

/** What may be made once for all: it keeps nothing. Collections count when they are filled as they are made. */
const STATELESS = /\)\[\d+\]|^new (?:Intl\.\w+|TextEncoder|TextDecoder|RegExp|URL|(?:Readonly)?(?:Map|Set)(?:<[^=]*>)?\((?!\)))/;
const READONLY = /^(?:export )?const \w+: (?:readonly|Readonly)/;
const MADE = /^(?:export )?(?:(let|var)\b.*|const (\w+)[^=\n]*=(?!>)\s*(new [^\n]*|signal[<(][^\n]*|computed[<(][^\n]*|\[\];?|\{\};?))$/gm;

export function moduleStateProblems(tree: Tree): string[] {
  const problems: string[] = [];
  for (const [file, text] of tree) {
    if (isTest(file)) continue;
    for (const [line, variable, , made = ''] of withoutComments(text).matchAll(MADE))
      if (variable || !(STATELESS.test(made) || READONLY.test(line)))
        problems.push(`${file}: mutable at module level: ${line.slice(0, 80)}`);
  }
  return problems;
}

export function wordProblems(tree: Tree): string[] {
  const problems: string[] = [];
  for (const [file, source] of tree) {
    if (isTest(file)) continue;
    const text = withoutComments(source);
    for (const { word, in: places, only, why } of wordRules) {
      if (!places.some((place) => isIn(file, place)) || only.some((place) => isIn(file, place))) continue;
      const found = word.exec(text);
      if (found) problems.push(`${file}: "${found[0]}", but ${why}`);
    }
  }
  return problems;
}

const FORBIDDEN_NAME = /(?:^|\/)(?:index|utils|types|constants|helpers)\.tsx?$|(?:^|\/)(?:helpers|common|utils)\//;

/** No barrels and no drawers for everything. */
export const nameProblems = (tree: Tree): string[] =>
  [...tree.keys()].filter((file) => FORBIDDEN_NAME.test(file)).map((file) => `${file}: a file does one thing and is named by it`);
