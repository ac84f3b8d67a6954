// Which files of a maps folder are offices, and which of them want the same name.
import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import type { MapReader } from './MapReader.ts';
import { isPlainPath } from './MapReader.ts';
import { officeIdOf } from './parseTiledMap.ts';

const DEEPEST = 6;
const MOST_FILES = 20_000;

/** Map files by office id: one path each, several when they clash. */
export type FoundMaps = ReadonlyMap<string, readonly string[]>;

/** Every .tmj and every .json that holds a map, in the folder and the folders in it; hidden ones are left out. */
export function findMaps(folder: string, reader: MapReader): FoundMaps {
  const maps = new Map<string, string[]>();
  for (const path of filesBelow(folder)) {
    const extension = posix.extname(path).toLowerCase();
    if (extension !== '.tmj' && !(extension === '.json' && holdsMap(path, reader))) continue;
    const id = officeIdOf(path);
    maps.set(id, [...(maps.get(id) ?? []), path]);
  }
  return maps;
}

/** Paths of files relative to the folder. Linked folders are not entered; a linked file is refused, when read, if it lies elsewhere. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (relative: string, depth: number): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(`${folder}/${relative}`, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (!isPlainPath(path) || found.length >= MOST_FILES) continue;
      if (!entry.isDirectory()) found.push(path);
      else if (depth < DEEPEST) walk(path, depth + 1);
    }
  };
  walk('', 0);
  return found;
}

/** A .json can be many things; a broken one that mentions layers is taken for a map, so that its author hears about it. */
function holdsMap(path: string, reader: MapReader): boolean {
  const bytes = reader.read(path);
  if (typeof bytes === 'string') return false;
  const text = new TextDecoder().decode(bytes);
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && 'layers' in json && Array.isArray(json.layers) && 'tilewidth' in json;
  } catch {
    return /"layers"\s*:/.test(text) && /"tilewidth"\s*:/.test(text);
  }
}
