// By what else a ban is known: the devices, the address and the provider's identities of the account that it reaches.
import type { Kysely } from 'kysely';

export async function addBanMarks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('banMarks')
    .addColumn('banId', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('banMarksKey', ['banId', 'kind', 'value'])
    .execute();
  await db.schema.createIndex('banMarksByValue').on('banMarks').columns(['kind', 'value']).execute();
}
