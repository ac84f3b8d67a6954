// `npm run admin -- backup`: everything that an office remembers into a folder, while it runs.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dumpDatabase } from '../store/dumpDatabase.ts';
import { messageOf, openingSentence } from '../store/faults.ts';
import { placeOf } from '../store/place.ts';
import { type Backup, databaseIn, filesIn, isKept, noteIn, stampOf } from './backupFolder.ts';
import { copyFiles } from './copyFiles.ts';
import { type RecordSettings, refuse, say } from './openRecords.ts';

interface BackupSettings extends RecordSettings {
  mapsDir: string;
  instanceKey: unknown;
}

const isIn = (folder: string, path: string): boolean => !relative(folder, path).startsWith('..');

export async function backup(args: readonly string[], settings: BackupSettings): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const { dataDir } = settings;
  const folder = resolve(positionals[0] ?? `comptoir-backup-${stampOf(Date.now())}`);
  if (isIn(dataDir, folder)) return refuse('A backup inside DATA_DIR would be lost with it: name a folder elsewhere.');
  if (existsSync(folder) && readdirSync(folder).length > 0) return refuse(`${folder} is not empty: name a folder that is new.`);
  const place = placeOf(settings);
  if ('file' in place && !existsSync(place.file))
    return refuse(`There is no office in ${dataDir} yet: start the server first, or set DATA_DIR.`);
  const madeMs = Date.now();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // the database first: a file that comes later is not spoken of in it, and harms nobody
    const dumped = await dumpDatabase(place, databaseIn(folder));
    const { files } = await copyFiles(dataDir, filesIn(folder), isKept);
    writeFileSync(noteIn(folder), `${JSON.stringify({ format: 1, madeMs, ...dumped, files } satisfies Backup, undefined, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    const rows = dumped.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${folder} holds everything: ${rows} rows and ${files} files. It is as secret as DATA_DIR itself: it holds the keys.`);
  } catch (err) {
    const isOfDisk =
      err instanceof Error && 'syscall' in err && !('url' in place && /^ECONN|^ENOTFOUND|^EAI/.test(String('code' in err && err.code)));
    return refuse(
      isOfDisk ? `The backup could not be written: ${messageOf(err)}.` : openingSentence(place, err),
      `${folder} holds no backup: delete it.`,
    );
  }
  if (!isIn(dataDir, settings.mapsDir)) say(`Your maps are in ${settings.mapsDir} and not in it: keep them too.`);
  if (settings.instanceKey !== undefined) say('INSTANCE_KEY is not in it: without it nobody can read the private texts.');
  return 0;
}
