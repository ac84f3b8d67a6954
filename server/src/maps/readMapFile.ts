// Reads one map from a folder, together with what says when to read it again.
import { FolderReader } from './MapReader.ts';
import type { ParsedMap } from './parseTiledMap.ts';
import { parseTiledMap } from './parseTiledMap.ts';

export interface MapSource {
  /** The maps folder and the address of it, with its last slash. */
  folder: string;
  urlPrefix: string;
  /** Below the folder, with `/`. */
  path: string;
}

export interface ReadMap extends ParsedMap {
  /** What each file that belongs to the map was like, also of missing ones: see stampOf. */
  stamps: ReadonlyMap<string, string>;
}

export function readMapFile({ folder, urlPrefix, path }: MapSource): ReadMap {
  const reader = new FolderReader(folder, urlPrefix);
  return { ...parseTiledMap(path, reader), stamps: reader.stamps };
}
