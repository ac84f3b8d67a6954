// All offices there are: reads their maps, reads them again when their files change, and knows which files browsers may have.
import { mkdirSync } from 'node:fs';
import type { Finding } from '@comptoir/shared/map/Finding';
import { wordsOf } from '@comptoir/shared/map/Finding';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { isServed } from './assetKinds.ts';
import type { FoundMaps } from './findMaps.ts';
import { findMaps } from './findMaps.ts';
import { FolderReader, realFile, stampOf } from './MapReader.ts';
import { parseTiledMap } from './parseTiledMap.ts';
import type { FolderWatch } from './watchFolder.ts';
import { watchFolder } from './watchFolder.ts';

export interface OfficeEntry {
  id: string;
  /** The newest version that could be read. */
  map?: OfficeMap;
  /** Why the newest version is not in use, in one sentence. */
  problem?: string;
}

export type MapChange =
  | { kind: 'opened' | 'changed'; id: string; map: OfficeMap }
  /** The old map, if there was one, stays in use. */
  | { kind: 'refused'; id: string; problem: string }
  /** Its file is gone. */
  | { kind: 'closed'; id: string };

export interface MapStoreOptions {
  /** The maps that come with the program. */
  builtInDir: string;
  /** The maps of this installation; a map here replaces a built-in one of the same name. Made when missing. */
  mapsDir?: string;
  onChange?: (change: MapChange) => void;
  log?: { info(facts: object, sentence: string): void; warn(facts: object, sentence: string): void };
  /** Wait this long after the last change of a file before reading it. */
  quietMs?: number;
}

interface Folder {
  path: string;
  urlPrefix: string;
}

interface Entry extends OfficeEntry {
  folder: Folder;
  path: string;
  /** What the files were like when they were read. */
  stamps: ReadonlyMap<string, string>;
}

const QUIET_MS = 500;
/** `~` is no possible name in MAPS_DIR, so the two folders never hide one another's pictures. */
const BUILT_IN = '~/';

export class MapStore {
  readonly #folders: readonly Folder[];
  readonly #entries = new Map<string, Entry>();
  readonly #options: MapStoreOptions;
  #watches: FolderWatch[] = [];

  /** Reads all maps; none of them being readable is not an error here. */
  static open(options: MapStoreOptions): MapStore {
    const store = new MapStore(options);
    store.#look();
    const quietMs = options.quietMs ?? QUIET_MS;
    store.#watches = store.#folders.map((folder) => watchFolder(folder.path, quietMs, () => store.#look()));
    return store;
  }

  private constructor(options: MapStoreOptions) {
    this.#options = options;
    const folders: Folder[] = [{ path: options.builtInDir, urlPrefix: `/maps/${BUILT_IN}` }];
    if (options.mapsDir !== undefined) {
      try {
        mkdirSync(options.mapsDir, { recursive: true });
      } catch (error) {
        options.log?.warn({ mapsDir: options.mapsDir, error: String(error) }, 'The maps folder is not there and cannot be made.');
      }
      folders.push({ path: options.mapsDir, urlPrefix: '/maps/' });
    }
    this.#folders = folders;
  }

  /** By id, in alphabetical order. */
  offices(): OfficeEntry[] {
    return [...this.#entries.values()].map(publicPart).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  office(id: string): OfficeEntry | undefined {
    const entry = this.#entries.get(id);
    return entry && publicPart(entry);
  }

  mapOf(id: string): OfficeMap | undefined {
    return this.#entries.get(id)?.map;
  }

  /**
   * The file behind `/maps/<path>`, for reading now.
   * @param path decoded once, without query @returns undefined for whatever is not to be served
   */
  file(path: string): string | undefined {
    if (!isServed(path)) return undefined;
    const isBuiltIn = path.startsWith(BUILT_IN);
    const folder = isBuiltIn ? this.#options.builtInDir : this.#options.mapsDir;
    return folder === undefined ? undefined : realFile(folder, isBuiltIn ? path.slice(BUILT_IN.length) : path);
  }

  close(): void {
    for (const watch of this.#watches) watch.close();
    this.#watches = [];
  }

  #look(): void {
    const found = this.#folders.map((folder) => ({ folder, maps: findMaps(folder.path, new FolderReader(folder.path, folder.urlPrefix)) }));
    const ids = new Set(found.flatMap(({ maps }) => [...maps.keys()]));
    for (const id of this.#entries.keys()) {
      if (ids.has(id)) continue;
      this.#entries.delete(id);
      this.#options.onChange?.({ kind: 'closed', id });
      this.#options.log?.info({ office: id }, 'The map of this office is gone.');
    }
    for (const id of ids) this.#refresh(id, found);
  }

  /** The last folder that has the name wins; a clash or a fault there leaves what was in use before, or the built-in map. */
  #refresh(id: string, found: readonly { folder: Folder; maps: FoundMaps }[]): void {
    const sources = found.flatMap(({ folder, maps }) => {
      const paths = maps.get(id);
      return paths ? [{ folder, paths }] : [];
    });
    const before = this.#entries.get(id);
    const source = sources.at(-1);
    const [path, second] = source?.paths ?? [];
    if (!source || path === undefined) return;
    if (second !== undefined) {
      const problem = `${path} and ${second} both want the name "${id}"; rename one of them.`;
      const now = before ?? { id, folder: source.folder, path, stamps: new Map(), ...this.#fallback(sources) };
      if (before?.problem !== problem) this.#refuse({ ...now, stamps: new Map([[path, '']]) }, problem);
      return;
    }
    if (before && before.folder === source.folder && before.path === path && isFresh(before)) return;
    const reader = new FolderReader(source.folder.path, source.folder.urlPrefix);
    const parsed = parseTiledMap(path, reader);
    const entry: Entry = { id, folder: source.folder, path, stamps: reader.stamps };
    if (parsed.map) this.#accept({ ...entry, map: parsed.map }, before, parsed.findings);
    else this.#refuse({ ...entry, ...(before?.map ? { map: before.map } : this.#fallback(sources)) }, problemOf(path, parsed.findings));
  }

  /** The built-in map under one of the same name that cannot be used. */
  #fallback(sources: readonly { folder: Folder; paths: readonly string[] }[]): { map?: OfficeMap } {
    const [builtIn] = sources;
    const path = builtIn?.paths[0];
    if (!builtIn || path === undefined || sources.length < 2) return {};
    const { map } = parseTiledMap(path, new FolderReader(builtIn.folder.path, builtIn.folder.urlPrefix));
    return map ? { map } : {};
  }

  #accept(entry: Entry & { map: OfficeMap }, before: Entry | undefined, findings: readonly Finding[]): void {
    this.#entries.set(entry.id, entry);
    // a mended map that is as before is told too: its problem is over
    if (before?.map?.version === entry.map.version && before.problem === undefined) return;
    for (const finding of findings) this.#options.log?.info({ office: entry.id }, `${entry.path}: ${wordsOf(finding)}`);
    this.#options.onChange?.({ kind: before?.map ? 'changed' : 'opened', id: entry.id, map: entry.map });
  }

  #refuse(entry: Entry, problem: string): void {
    this.#entries.set(entry.id, { ...entry, problem });
    this.#options.log?.warn({ office: entry.id }, problem);
    this.#options.onChange?.({ kind: 'refused', id: entry.id, problem });
  }
}

const isFresh = (entry: Entry): boolean => [...entry.stamps].every(([path, stamp]) => stampOf(entry.folder.path, path) === stamp);

/** `summer.tmj: layer "floor": holds 5 tiles, but 20 x 20 are needed.` */
export function problemOf(file: string, findings: readonly Finding[]): string {
  const fault = findings.find((finding) => finding.severity === 'error');
  return fault ? `${file}: ${wordsOf(fault)}` : `${file}: cannot be read.`;
}

const publicPart = ({ id, map, problem }: Entry): OfficeEntry => ({
  id,
  ...(map ? { map } : {}),
  ...(problem === undefined ? {} : { problem }),
});
