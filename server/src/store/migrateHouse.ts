// Tables of what admins write for everybody, and of who accepted it.
import type { Kysely } from 'kysely';

export async function addHouse(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('houseTexts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('en', 'text', (column) => column.notNull())
    .addColumn('fr', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('changedMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('charterAccepted')
    .addColumn('personId', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .execute();
}
