// The records of an office for a command, also while the server runs: what it writes is noticed there within a few seconds.
import { existsSync, mkdirSync } from 'node:fs';
import { newId } from '../ops/identity.ts';
import { StartProblem } from '../ops/StartProblem.ts';
import { audit } from '../store/audit.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { type PlaceSettings, placeOf } from '../store/place.ts';
import type { Db } from '../store/tables.ts';

export type RecordSettings = PlaceSettings;

export const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** @returns the exit code of a command that does nothing */
export function refuse(...lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 1;
}

/**
 * @param createsThem also before the first start of the server
 * @returns the exit code
 */
export async function withRecords(
  settings: RecordSettings,
  run: (db: Db) => Promise<number>,
  { createsThem = false } = {},
): Promise<number> {
  const { dataDir } = settings;
  const place = placeOf(settings);
  if (createsThem) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  else if ('file' in place && !existsSync(place.file))
    return refuse(`There is no office in ${dataDir} yet: start the server first, or set DATA_DIR.`);
  let db: Db;
  try {
    db = await openDatabase(place);
  } catch (err) {
    if (err instanceof StartProblem) return refuse(err.message);
    throw err;
  }
  try {
    return await run(db);
  } finally {
    await db.destroy();
  }
}

/** For the book that hosts read; by nobody of them. `office` null: of all offices. `whose`: the person whose name `target` is. */
export async function noteCommand(
  db: Db,
  act: string,
  target: string,
  { details = '', office = null, whose }: { details?: string; office?: string | null; whose?: string | undefined } = {},
): Promise<void> {
  const entry = { entryId: newId(), office, atMs: Date.now(), byName: '', act, target, details };
  await audit.add.run(db, { ...entry, ...(whose === undefined ? {} : { targetIds: [whose] }) });
}

/** `2026-11-27 18:04` of this machine's clock. */
export function momentOf(ms: number): string {
  const at = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
