// The files that people sent with their words: DATA_DIR/files/<id>, known by content. What they belong to is in the store.
import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { tuning } from '@comptoir/shared/tuning';
import { newId } from '../ops/identity.ts';
import { isDiskFull, type PrivateDisk, privateDisk } from '../ops/privateDisk.ts';
import { cleanJpeg } from './cleanJpeg.ts';
import { pictureFacts } from './pictureFacts.ts';
import { HEAD_BYTES, TextCheck, typeOf } from './typeOf.ts';

export interface SentFile {
  /** 128 random bits. */
  id: string;
  type: string;
  bytes: number;
  /** px */
  width?: number;
  height?: number;
}

/** cutOff: not all of it came. */
export type FileProblem = 'tooLarge' | 'notThisKind' | 'diskFull' | 'cutOff';

const MB = 1_000_000;
const ID = /^[\w-]{22}$/;
const PART = '.part';
/** Enough to find the size of a picture in. */
const PICTURE_HEAD = 65_536;
const MOST_AT_ONCE = 500;

export class SentFiles {
  readonly #dir: string;
  readonly #disk: PrivateDisk;

  constructor(dataDir: string, disk: PrivateDisk = privateDisk) {
    this.#dir = join(dataDir, 'files');
    this.#disk = disk;
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
  }

  /** Undefined: no file has such a name. */
  pathOf(id: string): string | undefined {
    return ID.test(id) ? join(this.#dir, id) : undefined;
  }

  /**
   * Writes a file as it comes. Nothing stays of one that is refused; one that is not is on the disk for good.
   * @param declaredBytes what its sender says it will be
   */
  async receive(body: Readable, declaredBytes: number | undefined): Promise<SentFile | { refused: FileProblem }> {
    if (declaredBytes !== undefined && declaredBytes > tuning.fileBytes) return { refused: 'tooLarge' };
    const id = newId();
    const part = join(this.#dir, `${id}${PART}`);
    try {
      const free = await this.#disk.freeBytes(this.#dir);
      if (free - (declaredBytes ?? tuning.fileBytes) < tuning.diskReserveMb * MB) return { refused: 'diskFull' };
      const written = await this.#write(part, body);
      if ('refused' in written) return written;
      const file = await this.#finish(part, { id, ...written });
      if (!('refused' in file)) await rename(part, join(this.#dir, id));
      return file;
    } catch (err) {
      if (isDiskFull(err)) return { refused: 'diskFull' };
      throw err;
    } finally {
      await rm(part, { force: true });
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const path = this.pathOf(id);
      if (path !== undefined) await rm(path, { force: true });
    }
  }

  /** What nobody knows of and is older than that (ms since 1970): left over by a server that was killed. @param known which of these ids are */
  async sweep(beforeMs: number, known: (ids: readonly string[]) => Promise<readonly string[]>): Promise<void> {
    const old: string[] = [];
    for (const name of await readdir(this.#dir)) {
      const path = join(this.#dir, name);
      const facts = await stat(path).catch(() => undefined);
      if (!facts || facts.mtimeMs >= beforeMs) continue;
      if (name.endsWith(PART)) await rm(path, { force: true });
      else if (ID.test(name)) old.push(name);
    }
    for (let from = 0; from < old.length; from += MOST_AT_ONCE) {
      const some = old.slice(from, from + MOST_AT_ONCE);
      const kept = new Set(await known(some));
      await this.remove(some.filter((id) => !kept.has(id)));
    }
  }

  async #write(part: string, body: Readable): Promise<{ type: string; bytes: number } | { refused: FileProblem }> {
    const handle = await this.#disk.open(part);
    const text = new TextCheck();
    let head = Buffer.alloc(0);
    let bytes = 0;
    try {
      // whoever is refused is answered: the rest of what they send is not our end of the line
      for await (const chunk of chunksOf(body)) {
        if (chunk === 'cutOff') return { refused: 'cutOff' };
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
        text.add(chunk);
        bytes += chunk.length;
        if (bytes > tuning.fileBytes) return { refused: 'tooLarge' };
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    const type = typeOf(head) ?? (bytes > 0 && text.end() ? 'text/plain' : undefined);
    return type === undefined ? { refused: 'notThisKind' } : { type, bytes };
  }

  /** W44: a photo tells nobody where it was taken. */
  async #finish(part: string, file: SentFile): Promise<SentFile | { refused: FileProblem }> {
    if (!file.type.startsWith('image/')) return file;
    const bytes = await readFile(part);
    if (file.type !== 'image/jpeg') return { ...file, ...pictureFacts(bytes.subarray(0, PICTURE_HEAD)) };
    const cleaned = cleanJpeg(bytes);
    if (!cleaned) return { refused: 'notThisKind' };
    const handle = await open(part, 'w', 0o600);
    try {
      await handle.writeFile(cleaned.bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { ...file, bytes: cleaned.bytes.length, ...pictureFacts(cleaned.bytes.subarray(0, PICTURE_HEAD), cleaned.orientation) };
  }
}

/** What comes, and last `cutOff` when the line broke. */
async function* chunksOf(body: Readable): AsyncGenerator<Buffer | 'cutOff'> {
  const chunks = body.iterator({ destroyOnReturn: false });
  for (;;) {
    const next = await chunks.next().catch(() => 'cutOff' as const);
    if (next === 'cutOff') yield next;
    if (next === 'cutOff' || next.done) return;
    yield next.value as Buffer;
  }
}
