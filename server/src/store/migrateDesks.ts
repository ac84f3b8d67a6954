// The tables of desks.
import type { Kysely } from 'kysely';

export async function addDesks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desks')
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('claimedMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('desksKey', ['office', 'desk'])
    .addUniqueConstraint('deskOfPerson', ['office', 'personId'])
    .execute();
  await db.schema
    .createTable('deskNotes')
    .addColumn('noteId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('ownerId', 'text', (column) => column.notNull())
    .addColumn('fromId', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addColumn('readMs', 'bigint')
    .execute();
  await db.schema.createIndex('deskNotesOfOwner').on('deskNotes').columns(['office', 'ownerId', 'atMs']).execute();
  await db.schema.createIndex('deskNotesOfWriter').on('deskNotes').columns(['fromId', 'atMs']).execute();
}
