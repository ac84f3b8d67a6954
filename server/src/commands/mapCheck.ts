// `npm run map:check -- FILE.tmj ...`: says what is wrong with maps, one line per finding; exit code 1 when one cannot be used.
import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { checkExits } from '@comptoir/shared/map/checkMap';
import type { Finding } from '@comptoir/shared/map/Finding';
import { wordsOf } from '@comptoir/shared/map/Finding';
import type { FoundMaps } from '../maps/findMaps.ts';
import { findMaps } from '../maps/findMaps.ts';
import { FolderReader } from '../maps/MapReader.ts';
import { parseTiledMap } from '../maps/parseTiledMap.ts';

const USAGE = 'Usage: npm run map:check -- FILE.tmj|FOLDER ... (a folder is checked as a maps folder, with all maps in it)';

/** Lines to print and the exit code. @param targets paths of map files or of whole maps folders */
export function checkMaps(targets: readonly string[]): { lines: string[]; failed: boolean } {
  const lines: string[] = [];
  let failed = false;
  const say = (file: string, finding: Finding): void => {
    lines.push(`${file}: ${finding.severity}: ${wordsOf(finding)}`);
    if (finding.severity === 'error') failed = true;
  };
  for (const target of targets) {
    const path = resolve(target);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) {
      say(target, { severity: 'error', place: '', sentence: 'there is no such file or folder.' });
      continue;
    }
    const folder = stats.isDirectory() ? path : mapsFolderOf(path);
    const found = findMaps(folder, new FolderReader(folder, '/maps/'));
    const chosen = stats.isDirectory() ? [...found.values()].flat() : [relative(folder, path).split(sep).join('/')];
    if (chosen.length === 0) lines.push(`${target}: there is no map in this folder.`);
    for (const file of chosen) {
      const before = lines.length;
      for (const finding of findingsOf(folder, file, found)) say(file, finding);
      if (lines.length === before) lines.push(`${file}: nothing to complain about.`);
    }
  }
  return { lines, failed };
}

/** A map below a folder called `maps` may use files of all that folder; any other map, those beside it. */
function mapsFolderOf(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) if (basename(folder) === 'maps') return folder;
  return dirname(file);
}

function findingsOf(folder: string, file: string, found: FoundMaps): Finding[] {
  const { map, findings } = parseTiledMap(file, new FolderReader(folder, '/maps/'));
  const clash = [...found.values()].find((paths) => paths.length > 1 && paths.includes(file));
  const clashes: Finding[] = clash
    ? [
        {
          severity: 'error',
          place: '',
          sentence: `wants the same name as ${clash.filter((other) => other !== file).join(', ')}; rename one of them.`,
        },
      ]
    : [];
  return [...clashes, ...findings, ...(map ? checkExits(map, new Set(found.keys())) : [])];
}

if (import.meta.main) {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length === 0) {
    console.error(USAGE);
    process.exitCode = 1;
  } else {
    const { lines, failed } = checkMaps(positionals);
    for (const line of lines) console.log(line);
    if (failed) process.exitCode = 1;
  }
}
