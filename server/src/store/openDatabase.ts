// The database, brought up to date; what is wrong with it is a sentence for whoever starts the server or a command.
import { StartProblem } from '../ops/StartProblem.ts';
import { compareByBytes } from './compareByBytes.ts';
import { openingSentence } from './faults.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';
import type { DatabasePlace } from './place.ts';
import type { Db } from './tables.ts';

/** As it is, older or empty. Throws what it threw. */
export const openAsItIs = (place: DatabasePlace): Db => ('file' in place ? openSqlite(place.file) : openPostgres(place.url));

/** Throws a StartProblem. */
export async function openDatabase(place: DatabasePlace): Promise<Db> {
  let db: Db | undefined;
  try {
    db = openAsItIs(place);
    await migrate(db);
    await compareByBytes(db);
    return db;
  } catch (reason) {
    await db?.destroy().catch(() => undefined);
    throw new StartProblem(openingSentence(place, reason));
  }
}
