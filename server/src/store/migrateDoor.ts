// Tables of the door, of what hosts do, and of what was said to everybody.
import type { Kysely } from 'kysely';

type AnyDb = Kysely<unknown>;

export async function addDoor(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('doors')
    .addColumn('office', 'text', (column) => column.primaryKey())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('passwordHash', 'text')
    .addColumn('capacity', 'integer')
    .execute();
  await db.schema
    .createTable('invitations')
    .addColumn('invitationId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('rank', 'text', (column) => column.notNull())
    .addColumn('area', 'text')
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('quota', 'integer')
    .addColumn('used', 'integer', (column) => column.notNull())
    .addColumn('expiresMs', 'bigint')
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .addColumn('createdBy', 'text')
    .addColumn('createdByName', 'text', (column) => column.notNull())
    .addColumn('revokedMs', 'bigint')
    .execute();
  await db.schema.createIndex('invitationsOfOffice').on('invitations').columns(['office', 'createdMs']).execute();
  await db.schema
    .createTable('passes')
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('via', 'text', (column) => column.notNull())
    .addColumn('invitationId', 'text')
    .addColumn('area', 'text')
    .addColumn('grantedMs', 'bigint', (column) => column.notNull())
    .addColumn('expiresMs', 'bigint')
    .addPrimaryKeyConstraint('passesKey', ['personId', 'office'])
    .execute();
}

export async function addHosting(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('bans')
    .addColumn('banId', 'text', (column) => column.primaryKey())
    .addColumn('personId', 'text')
    .addColumn('deviceHash', 'text')
    .addColumn('address', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('byName', 'text', (column) => column.notNull())
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .addColumn('untilMs', 'bigint')
    .execute();
  await db.schema
    .createTable('blocks')
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('blockedId', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('blocksKey', ['personId', 'blockedId'])
    .execute();
  await db.schema
    .createTable('reports')
    .addColumn('reportId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addColumn('byId', 'text', (column) => column.notNull())
    .addColumn('byName', 'text', (column) => column.notNull())
    .addColumn('aboutId', 'text', (column) => column.notNull())
    .addColumn('aboutName', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('lines', 'text', (column) => column.notNull())
    .addColumn('settledMs', 'bigint')
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('entryId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text')
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addColumn('byName', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('auditOfOffice').on('audit').columns(['office', 'atMs']).execute();
}

export async function addLines(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('lines')
    .addColumn('lineId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('fromId', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('linesOfOffice').on('lines').columns(['office', 'atMs']).execute();
}
