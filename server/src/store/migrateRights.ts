// What erasing somebody needs: whose acts are in the book, beside how they were called; who is being erased; and an index that forgets words.
import { type Kysely, sql } from 'kysely';
import { dialectOf } from './dialect.ts';

export async function addRights(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('audit').addColumn('byId', 'text').execute();
  await db.schema.alterTable('audit').addColumn('targetIds', 'text').execute();
  await db.schema.alterTable('bans').addColumn('byId', 'text').execute();
  await db.schema.alterTable('visits').dropColumn('leftMs').execute();
  await db.schema
    .createTable('erasures')
    .addColumn('erasureId', 'text', (column) => column.primaryKey())
    .addColumn('personId', 'text')
    .addColumn('askedMs', 'bigint', (column) => column.notNull())
    .execute();
  // otherwise what was deleted lies in the index until it is merged some day
  if (dialectOf(db) === 'sqlite') await sql`insert into found(found, rank) values('secure-delete', 1)`.execute(db);
}
