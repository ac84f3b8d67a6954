// Recordings of meeting rooms lie beside talks: what stays of both is kept and deleted alike, but never listed together.
import type { Kysely } from 'kysely';

export async function addMeetingRecordings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('talks')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('talk'))
    .execute();
}
