// For tests: rows in every table there is, whatever tables those are.
import { sql } from 'kysely';
import { type PortableTable, portableTables } from './portableTables.ts';
import type { Db } from './tables.ts';

/** What is more than any text to whoever reads it. */
const MEANT: Readonly<Record<string, string>> = {
  'appointments.repeat': '{"kind":"once"}',
  'appointments.cancelled': '["2026-11-26"]',
  'lines.mentions': '["bob"]',
  'reports.lines': '[]',
  'orders.order': '{"act":"notice","text":"hello"}',
  'talks.record': '{}',
  'persons.rank': 'host',
};

/** A time today needs more than 32 bits. */
const LARGE = 1_795_000_000_123;
/** Those that PostgreSQL keeps in 32 bits are small. */
const numberFor = (column: string, n: number): number => (/Ms$|^seq$|^bytes$|^count$/.test(column) ? LARGE + n : n + 1);

function rowOf({ name, columns }: PortableTable, n: number): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name: column, isText }) => [
      column,
      isText ? (MEANT[`${name}.${column}`] ?? `${column} ${n} "é\n🌻`) : numberFor(column, n),
    ]),
  );
}

/** `each` rows in every table of this database. */
export async function fillEveryTable(db: Db, each: number): Promise<void> {
  for (const table of await portableTables(db))
    for (let n = 0; n < each; n++) {
      const row = rowOf(table, n);
      await sql`insert into ${sql.table(table.name)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
        values (${sql.join(Object.values(row))})`.execute(db);
    }
}

/** All rows by table, in an order of their own. */
export async function everyRow(db: Db): Promise<Map<string, Record<string, unknown>[]>> {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const { name, columns } of await portableTables(db)) {
    const fields = sql.join(columns.map((column) => sql.ref(column.name)));
    const { rows } = await sql<Record<string, unknown>>`select ${fields} from ${sql.table(name)}`.execute(db);
    const keyOf = (row: object): string => JSON.stringify(row);
    found.set(
      name,
      rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    );
  }
  return found;
}
