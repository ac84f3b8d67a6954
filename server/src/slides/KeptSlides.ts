// Documents that were shown in a talk, kept with what stays of it: DATA_DIR/recordings/<talk>/slides-<id>.pdf. They go with it.
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SlideFile, SlideFiles } from './SlideFiles.ts';

/** Ids are ours: base64url. Anything else is no part of a path. */
const ID = /^[\w-]{1,64}$/;

export class KeptSlides {
  readonly #dir: string;

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'recordings');
  }

  /** Undefined: no document has such a name. */
  pathOf(talk: string, id: string): string | undefined {
    const folder = this.#folderOf(talk);
    return folder !== undefined && ID.test(id) ? join(folder, `slides-${id}.pdf`) : undefined;
  }

  /** A second name for the same bytes; a copy where the disk knows no such thing. */
  async keep(from: string, talk: string, id: string): Promise<void> {
    const folder = this.#folderOf(talk);
    const path = this.pathOf(talk, id);
    if (folder === undefined || path === undefined) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await linkOrCopy(from, path);
  }

  /** After a restart: the talk goes on with it. */
  async bringBack(files: SlideFiles, file: SlideFile): Promise<void> {
    const path = this.pathOf(file.talk, file.id);
    if (path !== undefined) await files.bringBack(file, (to) => linkOrCopy(path, to));
  }

  async remove(talk: string, id: string): Promise<void> {
    const path = this.pathOf(talk, id);
    if (path !== undefined) await rm(path, { force: true });
  }

  /** With everything else that lies beside it. */
  async removeAll(talk: string): Promise<void> {
    const folder = this.#folderOf(talk);
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }

  #folderOf(talk: string): string | undefined {
    return ID.test(talk) ? join(this.#dir, talk) : undefined;
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (err: NodeJS.ErrnoException) => {
    if (err.code === 'EEXIST') return;
    if (err.code === 'ENOENT') throw err;
    await copyFile(from, to);
  });
}
