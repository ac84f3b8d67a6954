// The table of cards.
import type { Kysely } from 'kysely';

export async function addCards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cards')
    .addColumn('personId', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('imageId', 'text')
    .addColumn('changedMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('cardsByImage').on('cards').column('imageId').execute();
}
