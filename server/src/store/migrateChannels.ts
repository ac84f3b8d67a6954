// Tables of what is written and stays: lines of every channel, who has read how far, topics, files, the shelf; and the index that finds words.
import { type Kysely, sql } from 'kysely';
import { PER_MS } from './channelKeys.ts';
import { dialectOf } from './dialect.ts';
import { foldedLine } from './foldedLine.ts';
import type { Tables } from './tables.ts';

export async function addChannels(db: Kysely<unknown>): Promise<void> {
  await keepLinesAnew(db);
  await indexWords(db);
  await addBesideLines(db);
  await addTopics(db);
  await addFiles(db);
}

/** SQLite finds the text of a word by a whole number, which only a table that was made with one has. */
async function keepLinesAnew(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('linesOfOffice').execute();
  await db.schema.alterTable('lines').renameTo('officeLines').execute();
  const isSqlite = dialectOf(db) === 'sqlite';
  await db.schema
    .createTable('lines')
    .addColumn('seq', isSqlite ? 'integer' : 'bigint', (column) => (isSqlite ? column.primaryKey() : column.notNull()))
    .addColumn('lineId', 'text', (column) => column.notNull().unique())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('fromId', 'text', (column) => column.notNull())
    .addColumn('toId', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addColumn('editedMs', 'bigint')
    .addColumn('replyToId', 'text')
    .addColumn('replyFrom', 'text')
    .addColumn('replyName', 'text')
    .addColumn('replyText', 'text')
    .addColumn('hiddenFrom', 'text')
    .addColumn('folded', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into ${sql.table('lines')} (${sql.join(['seq', 'lineId', 'office', 'channel', 'fromId', 'name', 'text', 'mentions', 'atMs', 'folded'].map((name) => sql.ref(name)))})
    select ${sql.ref('atMs')} * ${sql.lit(PER_MS)} + row_number() over (partition by ${sql.ref('atMs')} order by ${sql.ref('lineId')}),
      ${sql.ref('lineId')}, office, 'office:' || office, ${sql.ref('fromId')}, name, text, mentions, ${sql.ref('atMs')}, ''
    from ${sql.table('officeLines')}`.execute(db);
  await db.schema.dropTable('officeLines').execute();
  await foldAll(db as Kysely<Pick<Tables, 'lines'>>);
  await db.schema.createIndex('linesOfChannel').on('lines').columns(['channel', 'atMs', 'lineId']).execute();
  await db.schema.createIndex('linesByTime').on('lines').column('atMs').execute();
  await db.schema.createIndex('repliesTo').on('lines').column('replyToId').execute();
  await db.schema.createIndex('linesOfWriter').on('lines').column('fromId').execute();
  if (!isSqlite) await db.schema.createIndex('linesInOrder').on('lines').column('seq').execute();
}

/** What was said before is found too; there are few lines of each office. */
async function foldAll(db: Kysely<Pick<Tables, 'lines'>>): Promise<void> {
  for (const { lineId, office, channel, text } of await db.selectFrom('lines').select(['lineId', 'office', 'channel', 'text']).execute())
    await db
      .updateTable('lines')
      .set({ folded: foldedLine(office, channel, text) })
      .where('lineId', '=', lineId)
      .execute();
}

/** What is found follows the table by itself. */
async function indexWords(db: Kysely<unknown>): Promise<void> {
  if (dialectOf(db) === 'postgres') {
    await sql`alter table lines add column found tsvector generated always as (to_tsvector('simple', folded)) stored`.execute(db);
    await sql`create index "foundWords" on lines using gin (found)`.execute(db);
    return;
  }
  await sql`create virtual table found using fts5(folded, content='lines', content_rowid='seq', tokenize='unicode61 remove_diacritics 0', prefix='2 3')`.execute(
    db,
  );
  const gone = sql.raw("insert into found(found, rowid, folded) values ('delete', old.seq, old.folded);");
  const come = sql.raw('insert into found(rowid, folded) values (new.seq, new.folded);');
  await sql`create trigger foundCome after insert on lines begin ${come} end`.execute(db);
  await sql`create trigger foundGone after delete on lines begin ${gone} end`.execute(db);
  await sql`create trigger foundChanged after update of folded on lines begin ${gone} ${come} end`.execute(db);
}

async function addBesideLines(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reactions')
    .addColumn('lineId', 'text', (column) => column.notNull())
    .addColumn('emoji', 'text', (column) => column.notNull())
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reactionsKey', ['lineId', 'emoji', 'personId'])
    .execute();
  await db.schema
    .createTable('channels')
    .addColumn('channel', 'text', (column) => column.primaryKey())
    .addColumn('latestMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('readMarks')
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('sinceMs', 'bigint', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addColumn('lineId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('readMarksKey', ['personId', 'channel'])
    .execute();
  await db.schema
    .createTable('firstContacts')
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('otherId', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('firstContactsKey', ['personId', 'otherId'])
    .execute();
}

async function addTopics(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('topics')
    .addColumn('topicId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('area', 'text')
    .addColumn('closed', 'integer', (column) => column.notNull())
    .addColumn('byId', 'text', (column) => column.notNull())
    .addColumn('byName', 'text', (column) => column.notNull())
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('topicsOfOffice').on('topics').column('office').execute();
}

async function addFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('fileId', 'text', (column) => column.primaryKey())
    .addColumn('byId', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('filesOfPerson').on('files').column('byId').execute();
  await db.schema
    .createTable('lineFiles')
    .addColumn('lineId', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('fileId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lineFilesKey', ['lineId', 'place'])
    .execute();
  await db.schema.createIndex('linesOfFile').on('lineFiles').column('fileId').execute();
  await db.schema
    .createTable('shelf')
    .addColumn('itemId', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('fileId', 'text')
    .addColumn('byId', 'text', (column) => column.notNull())
    .addColumn('byName', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('shelfOfChannel').on('shelf').columns(['channel', 'atMs']).execute();
  await db.schema.createIndex('shelfOfFile').on('shelf').column('fileId').execute();
}

export async function addPush(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pushSubscriptions')
    .addColumn('endpoint', 'text', (column) => column.primaryKey())
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('p256dh', 'text', (column) => column.notNull())
    .addColumn('auth', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('pushOfPerson').on('pushSubscriptions').column('personId').execute();
}
