// The SQLite file behind Kysely.
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { Db, Tables } from './tables.ts';

const BUSY_MS = 5000;
/** Distinct statements are few, but an insert of many rows is one per number of rows. */
const KEPT_STATEMENTS = 100;

/** node:sqlite in the shape of better-sqlite3, which Kysely knows. */
function asKyselyDatabase(file: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, StatementSync>();
  const prepare = (asked: string): StatementSync => {
    // a command may write beside us: a transaction that only becomes a writing one later is refused then instead of waiting its turn
    const sql = asked === 'begin' ? 'begin immediate' : asked;
    const known = kept.get(sql) ?? file.prepare(sql);
    if (kept.size >= KEPT_STATEMENTS) kept.clear();
    kept.set(sql, known);
    return known;
  };
  return {
    close: () => file.close(),
    prepare(sql) {
      const statement = prepare(sql);
      const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

/** It holds keys: nobody else on this machine may read it. SQLite gives its side files the same mode. */
const createPrivately = (path: string): void => closeSync(openSync(path, 'a', 0o600));

/** One that ends with us. */
export const IN_MEMORY = ':memory:';

/** Throws what SQLite threw. */
export function openSqlite(path: string): Db {
  if (path !== IN_MEMORY) createPrivately(path);
  const file = new DatabaseSync(path, { timeout: BUSY_MS });
  // NORMAL in WAL mode: a killed process loses nothing that was committed, a power cut at most the last commits; see transact.ts.
  file.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma secure_delete = on');
  const dialect = new SqliteDialect({ database: asKyselyDatabase(file) });
  return new Kysely<Tables>({ dialect, plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })] });
}
