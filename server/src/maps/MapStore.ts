// All offices there are: reads their maps, reads them again when their files change, and knows which files browsers may have.
import { mkdirSync } from 'node:fs';
import type { Finding } from '@comptoir/shared/map/Finding';
import { wordsOf } from '@comptoir/shared/map/Finding';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { isServed } from './assetKinds.ts';
import type { FoundMaps } from './findMaps.ts';
import { findMaps } from './findMaps.ts';
import { FolderReader, realFile, stampOf } from './MapReader.ts';
import { readMapAside } from './readMapAside.ts';
import type { MapSource, ReadMap } from './readMapFile.ts';
import { readMapFile } from './readMapFile.ts';
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
  source: MapSource;
  /** What the files were like when they were read. */
  stamps: ReadonlyMap<string, string>;
}

/** A map that is to be read. */
interface Plan {
  id: string;
  source: MapSource;
  /** Why it is not to be read after all: two files want its name. */
  clash?: string;
  /** The built-in map of this name, for when the one on top of it cannot be used. */
  fallback?: MapSource;
}

const QUIET_MS = 500;
/** `~` is no possible name in MAPS_DIR, so the two folders never hide one another's pictures. */
const BUILT_IN = '~/';

export class MapStore {
  readonly #folders: readonly Folder[];
  readonly #entries = new Map<string, Entry>();
  readonly #options: MapStoreOptions;
  #watches: FolderWatch[] = [];
  #looks: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** Reads all maps; none of them being readable is not an error here. */
  static open(options: MapStoreOptions): MapStore {
    const store = new MapStore(options);
    for (const plan of store.#plan()) store.#apply(plan, readMapFile);
    const quietMs = options.quietMs ?? QUIET_MS;
    store.#watches = store.#folders.map((folder) => watchFolder(folder.path, quietMs, () => store.#lookAgain()));
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
    this.#isClosed = true;
    for (const watch of this.#watches) watch.close();
    this.#watches = [];
  }

  /** One look at a time; what changes meanwhile is looked at afterwards. */
  #lookAgain(): void {
    const look = async (): Promise<void> => {
      for (const plan of this.#isClosed ? [] : this.#plan()) {
        const read = plan.clash === undefined ? await readMapAside(plan.source) : undefined;
        if (this.#isClosed) return;
        this.#apply(plan, (source) => (read && source === plan.source ? read : readMapFile(source)));
      }
    };
    this.#looks = this.#looks.then(look).catch((error: unknown) => {
      this.#options.log?.warn({ error: String(error) }, 'Looking for changed maps failed.');
    });
  }

  /** Forgets offices whose files are gone. @returns the maps that are new or changed */
  #plan(): Plan[] {
    const found = this.#folders.map((folder) => ({ folder, maps: findMaps(folder.path, new FolderReader(folder.path, folder.urlPrefix)) }));
    const ids = new Set(found.flatMap(({ maps }) => [...maps.keys()]));
    for (const id of this.#entries.keys()) {
      if (ids.has(id)) continue;
      this.#entries.delete(id);
      this.#options.onChange?.({ kind: 'closed', id });
      this.#options.log?.info({ office: id }, 'The map of this office is gone.');
    }
    return [...ids].flatMap((id) => this.#planOf(id, found) ?? []);
  }

  /** The last folder that has the name wins. @returns undefined when that map is in use already, or refused already */
  #planOf(id: string, found: readonly { folder: Folder; maps: FoundMaps }[]): Plan | undefined {
    const paths = found.flatMap(({ folder, maps }) => {
      const all = maps.get(id);
      return all ? [{ all, sources: all.map((path) => ({ folder: folder.path, urlPrefix: folder.urlPrefix, path })) }] : [];
    });
    const top = paths.at(-1);
    const [source] = top?.sources ?? [];
    if (!top || !source) return undefined;
    const fallback = paths.length > 1 ? paths[0]?.sources[0] : undefined;
    const plan: Plan = { id, source, ...(fallback ? { fallback } : {}) };
    const before = this.#entries.get(id);
    if (top.all.length > 1) {
      plan.clash = `${top.all.join(' and ')} both want the name "${id}"; rename one of them.`;
      return before?.problem === plan.clash ? undefined : plan;
    }
    const isSame = before?.source.folder === source.folder && before.source.path === source.path;
    return before && isSame && isFresh(before) ? undefined : plan;
  }

  /** A clash or a fault leaves what was in use before, or the built-in map. */
  #apply(plan: Plan, readMap: (source: MapSource) => ReadMap): void {
    const { id, source, clash, fallback } = plan;
    const before = this.#entries.get(id);
    // a clash is looked at again whatever happens in the folder
    const read: ReadMap = clash === undefined ? readMap(source) : { findings: [], stamps: new Map([[source.path, '']]) };
    const entry: Entry = { id, source, stamps: read.stamps };
    if (read.map) return this.#accept({ ...entry, map: read.map }, before, read.findings);
    const inUse = before?.map ?? (fallback && readMap(fallback).map);
    this.#refuse({ ...entry, ...(inUse ? { map: inUse } : {}) }, clash ?? problemOf(source.path, read.findings));
  }

  #accept(entry: Entry & { map: OfficeMap }, before: Entry | undefined, findings: readonly Finding[]): void {
    this.#entries.set(entry.id, entry);
    // a mended map that is as before is told too: its problem is over
    if (before?.map?.version === entry.map.version && before.problem === undefined) return;
    for (const finding of findings) this.#options.log?.info({ office: entry.id }, `${entry.source.path}: ${wordsOf(finding)}`);
    this.#options.onChange?.({ kind: before?.map ? 'changed' : 'opened', id: entry.id, map: entry.map });
  }

  #refuse(entry: Entry, problem: string): void {
    this.#entries.set(entry.id, { ...entry, problem });
    this.#options.log?.warn({ office: entry.id }, problem);
    this.#options.onChange?.({ kind: 'refused', id: entry.id, problem });
  }
}

const isFresh = (entry: Entry): boolean => [...entry.stamps].every(([path, stamp]) => stampOf(entry.source.folder, path) === stamp);

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
