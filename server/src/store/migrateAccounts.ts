// Tables of accounts: who can sign in and by what, who is signed in, and what waits for an answer.
import type { Kysely } from 'kysely';

type AnyDb = Kysely<unknown>;

export async function addAccounts(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('accountId', 'text', (column) => column.primaryKey())
    .addColumn('personId', 'text', (column) => column.notNull().unique())
    .addColumn('email', 'text', (column) => column.unique())
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .addColumn('erasesAtMs', 'bigint')
    .execute();
  await addSessions(db);
  await addWays(db);
  await addWaiting(db);
}

async function addSessions(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('sessionId', 'text', (column) => column.primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('deviceHash', 'text', (column) => column.notNull().unique())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('previousHash', 'text')
    .addColumn('previousUntilMs', 'bigint')
    .addColumn('browser', 'text', (column) => column.notNull())
    .addColumn('system', 'text', (column) => column.notNull())
    .addColumn('begunMs', 'bigint', (column) => column.notNull())
    .addColumn('usedMs', 'bigint', (column) => column.notNull())
    .addColumn('rotatedMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessionsOfAccount').on('sessions').columns(['accountId', 'usedMs']).execute();
  await db.schema.createIndex('sessionsByPrevious').on('sessions').column('previousHash').execute();
}

async function addWays(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('passkeys')
    .addColumn('passkeyId', 'text', (column) => column.primaryKey())
    .addColumn('credentialId', 'text', (column) => column.notNull().unique())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('publicKey', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('isSynced', 'integer', (column) => column.notNull())
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .addColumn('usedMs', 'bigint')
    .execute();
  await db.schema.createIndex('passkeysOfAccount').on('passkeys').columns(['accountId', 'createdMs']).execute();
  await db.schema
    .createTable('openIdentities')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('rank', 'text')
    .addColumn('createdMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('openIdentitiesKey', ['issuer', 'subject'])
    .execute();
  await db.schema.createIndex('openIdentitiesOfAccount').on('openIdentities').column('accountId').execute();
}

async function addWaiting(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('signInLinks')
    .addColumn('tokenHash', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text')
    .addColumn('personId', 'text')
    .addColumn('accountId', 'text')
    .addColumn('deviceHash', 'text')
    .addColumn('codeHash', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('mostRank', 'text')
    .addColumn('office', 'text')
    .addColumn('expiresMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('signInLinksOfDevice').on('signInLinks').column('deviceHash').execute();
  await db.schema
    .createTable('signInFlows')
    .addColumn('flowHash', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('deviceHash', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('expiresMs', 'bigint', (column) => column.notNull())
    .execute();
}
