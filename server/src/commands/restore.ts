// `npm run admin -- restore`: an office from a backup, into the SQLite or the PostgreSQL that the settings name. Nothing that is there is overwritten.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openingSentence } from '../store/faults.ts';
import { dumpProblem, fillDatabase, isEmptyDatabase } from '../store/fillDatabase.ts';
import { type DatabasePlace, placeOf } from '../store/place.ts';
import { isInUse, putTablesAside } from '../store/putAside.ts';
import { asideName, type Backup, databaseIn, filesIn, isKept, readBackup, restoringName } from './backupFolder.ts';
import { copyFiles } from './copyFiles.ts';
import { type RecordSettings, refuse, say } from './openRecords.ts';

const OPTIONS = { replace: { type: 'boolean' } } as const;

/** Maps may lie there before the first start. */
const isOfOffice = (name: string): boolean => name !== 'maps' && (isKept(name) || name.startsWith('comptoir.db'));

const sentenceOf = ({ madeMs, tables, files, database }: Backup): string => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const when = new Date(madeMs).toISOString().slice(0, 16).replace('T', ' ');
  return `${rows} rows and ${files} files of ${when} UTC, from ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`;
};

export async function restore(args: readonly string[], settings: RecordSettings): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [named] = positionals;
  if (named === undefined) return refuse('Which backup? npm run admin -- restore FOLDER [--replace]');
  const folder = resolve(named);
  const backup = readBackup(folder);
  if (!backup) return refuse(`${folder} holds no finished backup: there is no backup.json in it.`);
  const problem = dumpProblem(backup);
  if (problem !== undefined) return refuse(problem);
  const { dataDir } = settings;
  const place = placeOf(settings);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (await isUsed(place)) return refuse('A server or a command uses this office: stop it first.');
    const there = readdirSync(dataDir).filter(isOfOffice);
    const isEmpty = there.length === 0 && ('file' in place || (await isEmptyDatabase(place)));
    if (!isEmpty && !values.replace)
      return refuse('There is an office already: --replace puts it aside, and the backup in its place.', `  ${dataDir}`);
    await exchange(place, dataDir, folder, backup);
    return 0;
  } catch (err) {
    return refuse(openingSentence(place, err), 'Nothing was changed.');
  }
}

const isUsed = async (place: DatabasePlace): Promise<boolean> => ('file' in place && !existsSync(place.file) ? false : isInUse(place));

/** Everything is made beside what is there, and exchanged by renaming when all of it has arrived. */
async function exchange(place: DatabasePlace, dataDir: string, folder: string, backup: Backup): Promise<void> {
  const nowMs = Date.now();
  const made = join(dataDir, restoringName(nowMs));
  const aside = join(dataDir, asideName(nowMs));
  const schema = asideName(nowMs).replaceAll('-', '_');
  let undo = async (): Promise<void> => undefined;
  try {
    await copyFiles(filesIn(folder), made, isKept);
    if ('file' in place) await fillDatabase({ file: join(made, 'comptoir.db') }, databaseIn(folder), backup);
    else {
      const isFresh = await isEmptyDatabase(place);
      if (!isFresh) ({ undo } = await putTablesAside(place, schema));
      await fillDatabase(place, databaseIn(folder), backup);
      if (!isFresh) say(`The tables that were there are in the schema ${schema} now: drop it when you miss nothing.`);
    }
  } catch (err) {
    await undo();
    rmSync(made, { recursive: true, force: true });
    throw err;
  }
  const comes = new Set(readdirSync(made));
  const goes = readdirSync(dataDir).filter((name) => isOfOffice(name) || comes.has(name));
  if (goes.length > 0) mkdirSync(aside, { mode: 0o700 });
  for (const name of goes) renameSync(join(dataDir, name), join(aside, name));
  for (const name of comes) renameSync(join(made, name), join(dataDir, name));
  rmSync(made, { recursive: true, force: true });
  if (goes.length > 0) say(`What was there is in ${aside} now: delete it when you miss nothing.`);
  say(`Restored: ${sentenceOf(backup)}.`);
}
