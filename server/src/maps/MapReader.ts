// Reads the files that belong to maps, never one outside of their folder.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { isServed } from './assetKinds.ts';

/** Larger files are not read: a map is at most 20 MB unpacked, and pictures of that size do not fit a graphics card. */
export const LARGEST_FILE_BYTES = 20_000_000;

/** What parseTiledMap needs of the disk. Paths are relative to the maps folder, with `/`. */
export interface MapReader {
  /** The bytes, or why they cannot be had: `is missing`. */
  read(path: string): Uint8Array | string;
  /** The address under which browsers get the file. */
  urlOf(path: string): string;
}

/**
 * A link in a file of the maps folder as a path in that folder.
 * @returns undefined when it leads out of the folder, is absolute, remote, hidden or no path at all
 */
export function pathInside(fromFile: string, link: string): string | undefined {
  if (/[\\\0]/.test(link) || /^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('/')) return undefined;
  const path = posix.join(posix.dirname(fromFile), link);
  return isPlainPath(path) ? path : undefined;
}

/** Relative, inside, nothing hidden, nothing that another program could read as a way up. */
export const isPlainPath = (path: string): boolean =>
  path.length <= 400 &&
  !/[\\\0]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '~' && !part.startsWith('.') && part.trim() === part);

/** The real file behind a path of `folder`, links followed; undefined when it is missing, no file, or really lies elsewhere. */
export function realFile(folder: string, path: string): string | undefined {
  if (!isPlainPath(path)) return undefined;
  try {
    const root = realpathSync(folder);
    const file = realpathSync(`${root}${sep}${path}`);
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Changes whenever the file changes; '-' while there is none. */
export function stampOf(folder: string, path: string): string {
  const file = realFile(folder, path);
  if (!file) return '-';
  const { mtimeMs, size, ino } = statSync(file);
  return `${mtimeMs}:${size}:${ino}`;
}

/** Reads below one folder and remembers with which stamp each file was read, so that one knows when to read again. */
export class FolderReader implements MapReader {
  readonly stamps = new Map<string, string>();
  readonly #folder: string;
  readonly #urlPrefix: string;
  readonly #hashes = new Map<string, string>();

  /** @param urlPrefix address of the folder, with its last slash: '/maps/' */
  constructor(folder: string, urlPrefix: string) {
    this.#folder = folder;
    this.#urlPrefix = urlPrefix;
  }

  read(path: string): Uint8Array | string {
    this.stamps.set(path, stampOf(this.#folder, path));
    const file = realFile(this.#folder, path);
    if (!file) return 'is missing';
    try {
      if (statSync(file).size > LARGEST_FILE_BYTES) return 'is larger than 20 MB';
      const bytes = readFileSync(file);
      this.#hashes.set(path, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
      return bytes;
    } catch {
      return 'cannot be read';
    }
  }

  urlOf(path: string): string {
    if (!this.#hashes.has(path) && isServed(path)) this.read(path);
    const hash = this.#hashes.get(path);
    return this.#urlPrefix + path.split('/').map(encodeURIComponent).join('/') + (hash ? `?v=${hash}` : '');
  }
}
