// Tables of standing meetings.
import type { Kysely } from 'kysely';

export async function addAppointments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('appointments')
    .addColumn('appointmentId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('theme', 'text', (column) => column.notNull())
    .addColumn('start', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('minutes', 'integer', (column) => column.notNull())
    .addColumn('repeat', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addColumn('place', 'text')
    .addColumn('createdBy', 'text', (column) => column.notNull())
    .addColumn('createdByName', 'text', (column) => column.notNull())
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .addColumn('changedMs', 'bigint', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('cancelled', 'text', (column) => column.notNull())
    .addColumn('cancelledMs', 'bigint')
    .execute();
  await db.schema.createIndex('appointmentsOfOffice').on('appointments').columns(['office']).execute();
  await db.schema
    .createTable('coming')
    .addColumn('appointmentId', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('comingKey', ['appointmentId', 'day', 'who'])
    .execute();
  await db.schema
    .createTable('agendaKeys')
    .addColumn('office', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .execute();
}
