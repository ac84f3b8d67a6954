// The tables as both databases have them: what a backup holds. Indexes, and what a database computes by itself, are none of it.
import { sql } from 'kysely';
import { dialectOf } from './dialect.ts';
import type { Db } from './tables.ts';

export interface PortableTable {
  name: string;
  columns: { name: string; isText: boolean }[];
}

interface Column {
  table: string;
  name: string;
  type: string;
}

/** Search indexes of SQLite are virtual tables with shadows of their own; what Kysely keeps is written by the migrations. */
const inSqlite = sql<Column>`
  select t.name as "table", c.name as name, c.type as type
  from pragma_table_list t join pragma_table_xinfo(t.name) c
  where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' and t.name not like 'kysely\\_%' escape '\\' and c.hidden = 0
  order by t.name, c.cid`;

const inPostgres = sql<Column>`
  select c.table_name as "table", c.column_name as name, c.data_type as type
  from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely\\_%' and c.is_generated = 'NEVER'
  order by c.table_name, c.ordinal_position`;

export async function portableTables(db: Db): Promise<PortableTable[]> {
  const { rows } = await (dialectOf(db) === 'sqlite' ? inSqlite : inPostgres).execute(db);
  const tables = new Map<string, PortableTable>();
  for (const { table, name, type } of rows) {
    const known = tables.get(table) ?? { name: table, columns: [] };
    known.columns.push({ name, isText: type.toLowerCase() === 'text' });
    tables.set(table, known);
  }
  return [...tables.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Where our tables are in a PostgreSQL, which may hold others of the same names elsewhere; undefined: SQLite has one place only. */
export async function schemaOf(db: Db): Promise<string | undefined> {
  if (dialectOf(db) === 'sqlite') return undefined;
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  const schema = rows[0]?.schema;
  if (!schema) throw new Error('it has no schema to make tables in');
  return schema;
}

/** Those that have run, the latest last; none before the first start. */
export async function migrationsDone(db: Db): Promise<string[]> {
  const ours = await schemaOf(db);
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name, schema }) => name === 'kysely_migration' && (ours === undefined || schema === ours))) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name).toSorted((one, other) => (one < other ? -1 : 1));
}
