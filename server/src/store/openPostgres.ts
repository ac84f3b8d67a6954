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

/** @param onCut an idle connection was cut; the next statement connects anew */
export function openPostgres(url: string, onCut: (reason: Error) => void = () => undefined): Db {
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
  pool.on('error', onCut);
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
}
