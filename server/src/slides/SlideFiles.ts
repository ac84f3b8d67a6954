// The documents that speakers of talks sent: one file each in DATA_DIR/slides, gone with their talk and at the next start.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { tuning } from '@comptoir/shared/tuning';
import { newId } from '../ops/identity.ts';
import { isDiskFull, type PrivateDisk, privateDisk } from '../ops/privateDisk.ts';

export interface SlideFacts {
  /** The talk they are for. */
  talk: string;
  /** personId of whoever sent them. */
  by: string;
  name: string;
  /** As whoever sent them says: they turn nothing but their own pages with it. */
  pages: number;
}

export interface SlideFile extends SlideFacts {
  /** 128 random bits: who does not know it finds nothing. */
  id: string;
  bytes: number;
}

/** tooMany: this talk has as many as it may. cutOff: not all of it came. */
export type SlideProblem = 'tooLarge' | 'notPdf' | 'diskFull' | 'tooMany' | 'cutOff';

const SIGNATURE = Buffer.from('%PDF-');
const MB = 1_000_000;

export class SlideFiles {
  readonly #dir: string;
  readonly #disk: PrivateDisk;
  readonly #files = new Map<string, SlideFile>();
  /** Talk -> documents that are on their way. */
  readonly #coming = new Map<string, number>();

  /** Nobody knows any more what a file of an earlier run was for: they are deleted. */
  constructor(dataDir: string, disk: PrivateDisk = privateDisk) {
    this.#dir = join(dataDir, 'slides');
    this.#disk = disk;
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(this.#dir)) if (/\.(?:pdf|part)$/.test(name)) rmSync(join(this.#dir, name), { force: true });
  }

  find(id: string): SlideFile | undefined {
    return this.#files.get(id);
  }

  ofTalk(talk: string): SlideFile[] {
    return [...this.#files.values()].filter((file) => file.talk === talk);
  }

  pathOf({ id }: Pick<SlideFile, 'id'>): string {
    return join(this.#dir, `${id}.pdf`);
  }

  /**
   * Writes a document as it comes. Nothing stays of one that is refused.
   * @param declaredBytes what its sender says it will be
   */
  async receive(body: Readable, facts: SlideFacts, declaredBytes: number | undefined): Promise<SlideFile | { refused: SlideProblem }> {
    const { talk } = facts;
    const coming = this.#coming.get(talk) ?? 0;
    if (this.ofTalk(talk).length + coming >= tuning.slideDocuments) return { refused: 'tooMany' };
    if (declaredBytes !== undefined && declaredBytes > tuning.slideBytes) return { refused: 'tooLarge' };
    this.#coming.set(talk, coming + 1);
    const id = newId();
    const part = join(this.#dir, `${id}.part`);
    try {
      const free = await this.#disk.freeBytes(this.#dir);
      if (free - (declaredBytes ?? tuning.slideBytes) < tuning.diskReserveMb * MB) return { refused: 'diskFull' };
      const written = await this.#write(part, body);
      if (typeof written === 'object') return written;
      const file: SlideFile = { ...facts, id, bytes: written };
      await rename(part, this.pathOf(file));
      this.#files.set(id, file);
      return file;
    } catch (err) {
      if (isDiskFull(err)) return { refused: 'diskFull' };
      throw err;
    } finally {
      await rm(part, { force: true });
      const left = (this.#coming.get(talk) ?? 1) - 1;
      if (left > 0) this.#coming.set(talk, left);
      else this.#coming.delete(talk);
    }
  }

  /** @returns bytes */
  async #write(part: string, body: Readable): Promise<number | { refused: SlideProblem }> {
    const handle = await this.#disk.open(part);
    try {
      let bytes = 0;
      let head = Buffer.alloc(0);
      // whoever is refused is answered: the rest of what they send is not our end of the line
      for await (const chunk of this.#chunksOf(body)) {
        if (chunk === 'cutOff') return { refused: 'cutOff' };
        if (head.length < SIGNATURE.length) head = Buffer.concat([head, chunk.subarray(0, SIGNATURE.length - head.length)]);
        if (!SIGNATURE.subarray(0, head.length).equals(head)) return { refused: 'notPdf' };
        bytes += chunk.length;
        if (bytes > tuning.slideBytes) return { refused: 'tooLarge' };
        await handle.writeFile(chunk);
      }
      return head.equals(SIGNATURE) ? bytes : { refused: 'notPdf' };
    } finally {
      await handle.close();
    }
  }

  /** What comes, and last `cutOff` when the line broke. */
  async *#chunksOf(body: Readable): AsyncGenerator<Buffer | 'cutOff'> {
    const chunks = body.iterator({ destroyOnReturn: false });
    for (;;) {
      const next = await chunks.next().catch(() => 'cutOff' as const);
      if (next === 'cutOff') yield next;
      if (next === 'cutOff' || next.done) return;
      yield next.value as Buffer;
    }
  }

  async remove(id: string): Promise<void> {
    const file = this.#files.get(id);
    if (!file) return;
    this.#files.delete(id);
    await rm(this.pathOf(file), { force: true });
  }

  /** A document of an earlier run whose talk goes on. @param write puts its bytes there */
  async bringBack(file: SlideFile, write: (path: string) => Promise<void>): Promise<void> {
    await write(this.pathOf(file));
    this.#files.set(file.id, file);
  }

  /** All that was sent for a talk. */
  async removeOf(talk: string): Promise<void> {
    await Promise.all(this.ofTalk(talk).map(({ id }) => this.remove(id)));
  }
}
