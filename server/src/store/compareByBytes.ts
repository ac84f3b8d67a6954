// Texts are compared as SQLite and JavaScript compare them, whatever language a PostgreSQL was set up for: ids and days have no language.
import { sql } from 'kysely';
import { dialectOf } from './dialect.ts';
import { ourTables } from './ourTables.ts';
import type { Db } from './tables.ts';

interface Column {
  table: string;
  name: string;
}

/** What a computed column is made of cannot be changed, and is looked for by its words only. */
const otherwise = sql<Column>`
  select c.relname as "table", a.attname as name
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.atttypid = 'text'::regtype and a.attcollation <> 'pg_catalog."C"'::regcollation
    and not exists (
      select from pg_depend d join pg_attrdef f on d.classid = 'pg_attrdef'::regclass and d.objid = f.oid
        join pg_attribute g on g.attrelid = f.adrelid and g.attnum = f.adnum
      where d.refobjid = c.oid and d.refobjsubid = a.attnum and g.attgenerated <> '')`;

/** After each migration; costs one question when there is nothing to do. */
export async function compareByBytes(db: Db): Promise<void> {
  if (dialectOf(db) === 'sqlite') return;
  const { rows } = await otherwise.execute(db);
  if (rows.length === 0) return;
  const ours = new Set((await ourTables(db, undefined)).map(({ name }) => name));
  const changes = Map.groupBy(
    rows.filter(({ table }) => ours.has(table)),
    ({ table }) => table,
  );
  for (const [table, columns] of changes) {
    const alter = columns.map(({ name }) => sql`alter column ${sql.id(name)} type text collate "C"`);
    await sql`alter table ${sql.table(table)} ${sql.join(alter)}`.execute(db);
  }
}
