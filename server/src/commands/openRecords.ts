// The records of an office for a command, also while the server runs: what it writes is noticed there within a few seconds.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../ops/identity.ts';
import { audit } from '../store/audit.ts';
import { openDatabase } from '../store/openDatabase.ts';
import type { Db } from '../store/tables.ts';

export interface RecordSettings {
  dataDir: string;
}

export const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** @returns the exit code of a command that does nothing */
export function refuse(...lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 1;
}

/** @returns the exit code */
export async function withRecords({ dataDir }: RecordSettings, run: (db: Db) => Promise<number>): Promise<number> {
  const path = join(dataDir, 'comptoir.db');
  if (!existsSync(path)) return refuse(`There is no office in ${dataDir} yet: start the server first, or set DATA_DIR.`);
  const db = await openDatabase(path);
  try {
    return await run(db);
  } finally {
    await db.destroy();
  }
}

/** For the book that hosts read; of all offices, by nobody of them. */
export async function noteCommand(db: Db, act: string, target: string, details = ''): Promise<void> {
  await audit.add.run(db, { entryId: newId(), office: null, atMs: Date.now(), byName: '', act, target, details });
}

/** `2026-11-27 18:04` of this machine's clock. */
export function momentOf(ms: number): string {
  const at = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
