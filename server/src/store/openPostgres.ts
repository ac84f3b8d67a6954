// PostgreSQL behind Kysely: the same values come back as from SQLite.
import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression } from 'kysely';
import pg from 'pg';
import type { Db, Tables } from './tables.ts';

/** How our connections are called in pg_stat_activity. */
export const APPLICATION = 'comptoir';

const CONNECT_MS = 5000;
/** Longer than anything that we ask: it ends what waits for a server that has gone without a word. */
const STATEMENT_MS = 30_000;
/** One writes, one is asked; a third for whoever looks at both. */
const CONNECTIONS = 3;

/** What a bigint or a sum comes as: text, to pg, because it might be larger than a number can be exactly. Ours never are. */
const NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (NUMBERS.includes(type) ? Number : pg.types.getTypeParser(type, format)),
};

/** A connection was cut while nothing was asked of it: the next statement hears so, or connects anew. Without a listener it would end the thread. */
const noteCut = (): void => undefined;

export function openPostgres(url: string): Db {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: APPLICATION,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
    // a server that runs is seen by its connection
    idleTimeoutMillis: 0,
    types,
  });
  pool.on('error', noteCut);
  // the pool listens to those that nobody uses; in the middle of a transaction, between two statements, nobody would
  pool.on('connect', (client) => client.on('error', noteCut));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
}
