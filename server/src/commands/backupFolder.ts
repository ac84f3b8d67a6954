// What a backup is on the disk: a folder with `database/` (a line of JSON for each row), `files/` (what lies beside it in DATA_DIR) and `backup.json`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dumped } from '../store/dumpDatabase.ts';

export interface Backup extends Dumped {
  format: 1;
  madeMs: number;
  files: number;
}

export const databaseIn = (folder: string): string => join(folder, 'database');
export const filesIn = (folder: string): string => join(folder, 'files');
/** Written last: a backup without it was not finished. */
export const noteIn = (folder: string): string => join(folder, 'backup.json');

const SET_ASIDE = 'replaced-';
const BEING_RESTORED = 'restoring-';

/** Is it a file of DATA_DIR that a backup holds? The database is in it as rows, and what a restore has put aside is nobody's any more. */
export const isKept = (name: string): boolean =>
  !/^comptoir\.db(?:-\w+)?$/.test(name) && !name.startsWith(SET_ASIDE) && !name.startsWith(BEING_RESTORED);

/** `20261127-180405` of this machine's clock. */
export function stampOf(ms: number): string {
  const at = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
}

export const asideName = (ms: number): string => SET_ASIDE + stampOf(ms);
export const restoringName = (ms: number): string => BEING_RESTORED + stampOf(ms);

/** @returns undefined when there is no finished backup */
export function readBackup(folder: string): Backup | undefined {
  try {
    const note = JSON.parse(readFileSync(noteIn(folder), 'utf8')) as Partial<Backup>;
    return note.format === 1 && Array.isArray(note.migrations) && Array.isArray(note.tables) ? (note as Backup) : undefined;
  } catch {
    return undefined;
  }
}
