// Tables of talks in an auditorium: what stays of them, and what is answered afterwards.
import type { Kysely } from 'kysely';

export async function addTalks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('talks')
    .addColumn('talkId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('auditorium', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('startedMs', 'bigint', (column) => column.notNull())
    .addColumn('endedMs', 'bigint')
    .addColumn('keptUntilMs', 'bigint')
    .addColumn('record', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('talksOfOffice').on('talks').columns(['office', 'startedMs']).execute();
  await db.schema
    .createTable('talkAnswers')
    .addColumn('answerId', 'text', (column) => column.primaryKey())
    .addColumn('talkId', 'text', (column) => column.notNull())
    .addColumn('questionId', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('answersOfTalk').on('talkAnswers').columns(['talkId', 'atMs']).execute();
}
