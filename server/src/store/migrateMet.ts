// The table of who has met whom.
import type { Kysely } from 'kysely';

export async function addMet(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('met')
    .addColumn('oneId', 'text', (column) => column.notNull())
    .addColumn('otherId', 'text', (column) => column.notNull())
    .addColumn('firstMs', 'bigint', (column) => column.notNull())
    .addColumn('latestMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('metKey', ['oneId', 'otherId'])
    .execute();
  await db.schema.createIndex('metByOther').on('met').column('otherId').execute();
}
