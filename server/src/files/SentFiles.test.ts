import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrivateDisk } from '../ops/privateDisk.ts';
import { SentFiles } from './SentFiles.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'comptoir-files-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const disk = (more: Partial<PrivateDisk> = {}): PrivateDisk => ({
  freeBytes: async () => 1e12,
  open: (path) => open(path, 'wx', 0o600),
  ...more,
});
const onDisk = (): string[] => readdirSync(join(dataDir, 'files'));
const text = (...chunks: string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

test('[W46] a disk that is full refuses, and keeps nothing of it', async () => {
  const reserve = tuning.diskReserveMb * 1_000_000;
  const nearlyFull = new SentFiles(dataDir, disk({ freeBytes: async () => reserve + 10 }));
  expect(await nearlyFull.receive(text('hello'), 11)).toEqual({ refused: 'diskFull' });
  expect(await nearlyFull.receive(text('hello'), undefined)).toEqual({ refused: 'diskFull' });
  expect(await nearlyFull.receive(text('hello'), 5)).toMatchObject({ type: 'text/plain', bytes: 5 });
  const before = onDisk();
  const full = new SentFiles(
    dataDir,
    disk({
      async open(path): Promise<FileHandle> {
        const handle = await open(path, 'wx');
        handle.writeFile = async () => {
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        };
        return handle;
      },
    }),
  );
  expect(await full.receive(text('hello'), 5)).toEqual({ refused: 'diskFull' });
  expect(onDisk()).toEqual(before);
});

test('[W46] what is larger than it says, or not all of it, is not taken', async () => {
  const files = new SentFiles(dataDir, disk());
  const large = Readable.from([Buffer.alloc(tuning.fileBytes, 'a'), Buffer.from('b')]);
  expect(await files.receive(large, 10)).toEqual({ refused: 'tooLarge' });
  const broken = new Readable({ read: () => undefined });
  broken.push('half of');
  const received = files.receive(broken, undefined);
  setTimeout(() => broken.destroy(new Error('the line broke')), 100);
  expect(await received).toEqual({ refused: 'cutOff' });
  expect(onDisk()).toEqual([]);
});

test('[W42] only our ids are names of files', () => {
  const files = new SentFiles(dataDir, disk());
  for (const id of ['', '.', '..', '../comptoir.db', 'a'.repeat(21), 'a'.repeat(23), `${'a'.repeat(20)}/b`, `${'a'.repeat(21)}\0`])
    expect(files.pathOf(id), id).toBeUndefined();
  expect(files.pathOf(`${'A_-'.repeat(7)}x`)).toBe(join(dataDir, 'files', `${'A_-'.repeat(7)}x`));
});
