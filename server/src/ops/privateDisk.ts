// The disk as what people send is written to it; tests give another one, which is full.
import { type FileHandle, open, statfs } from 'node:fs/promises';

export interface PrivateDisk {
  freeBytes(dir: string): Promise<number>;
  /** A new file, to be written; its owner's alone. */
  open(path: string): Promise<FileHandle>;
}

export const privateDisk: PrivateDisk = {
  async freeBytes(dir) {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  },
  open: (path) => open(path, 'wx', 0o600),
};

export const isDiskFull = (err: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes((err as NodeJS.ErrnoException).code ?? '');
