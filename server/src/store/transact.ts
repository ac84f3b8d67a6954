// One transaction: all of it or nothing, and on the disk for good before it answers when somebody is told that it is.
import { sql } from 'kysely';
import { dialectOf } from './dialect.ts';
import { faultOf } from './faults.ts';
import type { Db } from './tables.ts';

/** How long it may take until a database that was cut off in the middle of a commit says what became of it. */
const DOUBT_MS = 10_000;
const PAUSE_MS = 200;

/** `isForGood`: a power cut does not undo it. Throws what `run` or the database threw; then nothing of it was done. */
export type Transact = (isForGood: boolean, run: (on: Db) => Promise<void>) => Promise<void>;

export const transactOn = (db: Db): Transact => (dialectOf(db) === 'postgres' ? onPostgres(db) : onSqlite(db));

async function within(db: Db, run: (on: Db) => Promise<void>, beforeCommit: (on: Db) => Promise<void> = async () => undefined) {
  const transaction = await db.startTransaction().execute();
  try {
    await run(transaction);
    await beforeCommit(transaction);
    await transaction.commit().execute();
  } catch (reason) {
    await transaction
      .rollback()
      .execute()
      .catch(() => undefined);
    throw reason;
  }
}

function onSqlite(db: Db): Transact {
  let level = '';
  return async (isForGood, run) => {
    const wanted = isForGood ? 'full' : 'normal';
    if (level !== wanted) await sql.raw(`pragma synchronous = ${wanted}`).execute(db);
    level = wanted;
    await within(db, run);
  };
}

/** It writes everything for good; what is doubtful is whether a commit arrived that the connection did not survive. */
function onPostgres(db: Db): Transact {
  return async (_isForGood, run) => {
    let id: string | null = null;
    try {
      await within(db, run, async (on) => {
        const { rows } = await sql<{ id: string | null }>`select pg_current_xact_id_if_assigned()::text as id`.execute(on);
        id = rows[0]?.id ?? null;
      });
    } catch (reason) {
      if (id === null || faultOf(reason)?.kind !== 'unreachable' || !(await arrived(db, id))) throw reason;
    }
  };
}

async function arrived(db: Db, id: string): Promise<boolean> {
  const endMs = performance.now() + DOUBT_MS;
  for (;;) {
    try {
      const { rows } = await sql<{ status: string | null }>`select pg_xact_status(${id}::xid8) as status`.execute(db);
      if (rows[0]?.status !== 'in progress') return rows[0]?.status === 'committed';
    } catch (reason) {
      if (faultOf(reason)?.kind !== 'unreachable') throw reason;
    }
    if (performance.now() > endMs) throw new Error('the database was cut off while it committed, and nobody knows whether it did');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
