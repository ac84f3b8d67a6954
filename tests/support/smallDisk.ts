// A disk of a few megabytes for a test that fills it: needs root, and a system that lets root mount something.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mount = (...args: string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;

export interface SmallDisk {
  dir: string;
  /** Until nothing fits any more. */
  fill(): void;
  makeRoom(): void;
  /** Nobody may have a file open for writing. */
  setReadOnly(isReadOnly: boolean): void;
  remove(): void;
}

/** @returns why there can be none on this machine, in a sentence */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.getuid?.() !== 0) return 'Only root can mount a small disk.';
  const dir = mkdtempSync(join(tmpdir(), 'comptoir-disk-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', dir)) {
    rmSync(dir, { recursive: true });
    return 'This system lets nobody mount a small disk.';
  }
  const filler = join(dir, 'filler');
  const remove = (): void => {
    process.off('exit', remove);
    spawnSync('umount', ['-l', dir]);
    rmSync(dir, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return {
    dir,
    fill() {
      const file = openSync(filler, 'a');
      for (const size of [65_536, 4096, 512, 1])
        try {
          for (;;) writeSync(file, Buffer.alloc(size));
        } catch {
          // no more of this size
        }
      closeSync(file);
    },
    makeRoom: () => rmSync(filler),
    setReadOnly(isReadOnly) {
      if (!mount('-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, dir)) throw new Error('the disk is in use');
    },
    remove,
  };
}
