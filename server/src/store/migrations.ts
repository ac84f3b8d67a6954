// Every change of the tables, in order; what was released is never edited, only followed.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addAccounts } from './migrateAccounts.ts';
import { addAppointments } from './migrateAppointments.ts';
import { addBanMarks } from './migrateBans.ts';
import { addCards } from './migrateCards.ts';
import { addChannels, addPush } from './migrateChannels.ts';
import { addDesks } from './migrateDesks.ts';
import { addDoor, addHosting, addLines } from './migrateDoor.ts';
import { addHouse } from './migrateHouse.ts';
import { addMeetingRecordings } from './migrateMeetings.ts';
import { addMet } from './migrateMet.ts';
import { addOrders } from './migrateOrders.ts';
import { addRights } from './migrateRights.ts';
import { addTalks } from './migrateTalks.ts';

type AnyDb = Kysely<unknown>;

async function begin(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('persons')
    .addColumn('personId', 'text', (column) => column.primaryKey())
    .addColumn('deviceHash', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('trade', 'text', (column) => column.notNull())
    .addColumn('appearance', 'text', (column) => column.notNull())
    .addColumn('rank', 'text', (column) => column.notNull())
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .addColumn('seenMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('personsOfDevice').on('persons').columns(['deviceHash', 'seenMs']).execute();
  await db.schema
    .createTable('positions')
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('x', 'integer', (column) => column.notNull())
    .addColumn('y', 'integer', (column) => column.notNull())
    .addColumn('direction', 'integer', (column) => column.notNull())
    .addColumn('seat', 'text')
    .addColumn('availability', 'integer', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('positionsKey', ['personId', 'office'])
    .execute();
  await db.schema
    .createTable('visits')
    .addColumn('visitId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('personId', 'text', (column) => column.notNull())
    .addColumn('arrivedMs', 'bigint', (column) => column.notNull())
    .addColumn('leftMs', 'bigint')
    .execute();
  await db.schema.createIndex('visitsOfOffice').on('visits').columns(['office', 'arrivedMs']).execute();
  await db.schema
    .createTable('counters')
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('countersKey', ['office', 'day', 'name'])
    .execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

/** By name; names sort in the order they run. */
export const migrations: Record<string, Migration> = {
  '0001 persons, positions, visits, counters, secrets': { up: begin },
  '0002 doors, invitations, passes': { up: addDoor },
  '0003 bans, blocks, reports, audit': { up: addHosting },
  '0004 lines': { up: addLines },
  '0005 appointments': { up: addAppointments },
  '0006 orders': { up: addOrders },
  '0007 talks': { up: addTalks },
  '0008 meeting recordings': { up: addMeetingRecordings },
  '0009 met': { up: addMet },
  '0010 accounts': { up: addAccounts },
  '0011 cards': { up: addCards },
  '0012 channels': { up: addChannels },
  '0013 push': { up: addPush },
  '0014 desks': { up: addDesks },
  '0015 house': { up: addHouse },
  '0016 bans by account': { up: addBanMarks },
  '0017 rights': { up: addRights },
};
