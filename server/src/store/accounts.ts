// Accounts: a person each, who can sign in. What makes one is written at once with the session of whoever makes it.
import { RANKS, type Rank } from '@comptoir/shared/people';
import { passkeys, type StoredPasskey } from './passkeys.ts';
import { persons, type StoredPerson } from './persons.ts';
import { beginSession, type NewSession, type StoredSession } from './sessions.ts';
import type { Db, Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredAccount = Tables['accounts'];

/** An account with all that its owner is shown of it. */
export interface WholeAccount extends StoredAccount {
  person: StoredPerson;
  passkeys: StoredPasskey[];
  /** Issuers. */
  openIds: string[];
  sessions: StoredSession[];
}

export interface NewAccount {
  accountId: string;
  email: string | null;
  nowMs: number;
  session: NewSession;
  passkey?: StoredPasskey;
  openId?: { issuer: string; subject: string };
}

const findBy = (db: Db, column: 'accountId' | 'personId' | 'email', value: string): Promise<StoredAccount | undefined> =>
  db.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst();

async function make(db: Db, personId: string, account: NewAccount): Promise<boolean> {
  const { accountId, email, nowMs, session, passkey, openId } = account;
  const isTaken =
    (await findBy(db, 'personId', personId)) !== undefined ||
    (email !== null && (await findBy(db, 'email', email)) !== undefined) ||
    (passkey !== undefined && (await passkeys.find.run(db, passkey)) !== undefined) ||
    (openId !== undefined && (await openIds.find.run(db, openId)) !== undefined);
  if (isTaken) return false;
  await db.insertInto('accounts').values({ accountId, personId, email, createdMs: nowMs, erasesAtMs: null }).execute();
  if (passkey) await db.insertInto('passkeys').values(passkey).execute();
  if (openId) await openIds.add.run(db, { ...openId, accountId, nowMs });
  await beginSession(db, session);
  return true;
}

export const accounts = {
  find: ask((db, { accountId }: { accountId: string }) => findBy(db, 'accountId', accountId)),
  ofPerson: ask((db, { personId }: { personId: string }) => findBy(db, 'personId', personId)),
  /** As normaliseEmail of accounts/emails.ts writes it. */
  ofEmail: ask((db, { email }: { email: string }) => findBy(db, 'email', email)),

  whole: ask(async (db, { accountId }: { accountId: string }): Promise<WholeAccount | undefined> => {
    const account = await findBy(db, 'accountId', accountId);
    const person = account && (await persons.find.run(db, account));
    if (!account || !person) return undefined;
    const identities = await db.selectFrom('openIdentities').select('issuer').where('accountId', '=', accountId).execute();
    const sessions = db.selectFrom('sessions').selectAll().where('accountId', '=', accountId);
    return {
      ...account,
      person,
      passkeys: await passkeys.of.run(db, { accountId }),
      openIds: identities.map(({ issuer }) => issuer),
      sessions: await sessions.orderBy('usedMs', 'desc').orderBy('sessionId').execute(),
    };
  }),

  /** P80: of somebody who is known, with the session of their device. @returns false when person, address, passkey or identity has one already */
  create: keep((db, { personId, ...account }: NewAccount & { personId: string }) => make(db, personId, account)),

  /** The same of somebody who never was here: the provider says who they are. */
  createWithPerson: keep(async (db, { person, ...account }: NewAccount & { person: Omit<StoredPerson, 'rank'> }) => {
    const isMade = await make(db, person.personId, account);
    if (isMade) await persons.save.run(db, person);
    return isMade;
  }),

  /** @returns false when another account has this address */
  setEmail: keep(async (db, { accountId, email }: { accountId: string; email: string | null }): Promise<boolean> => {
    const owner = email === null ? undefined : await findBy(db, 'email', email);
    if (owner && owner.accountId !== accountId) return false;
    await db.updateTable('accounts').set({ email }).where('accountId', '=', accountId).execute();
    return true;
  }),

  /** P90: to be erased then; nobody is signed in any more. */
  markDeleted: keep(async (db, { accountId, erasesAtMs }: { accountId: string; erasesAtMs: number }) => {
    await db.updateTable('accounts').set({ erasesAtMs }).where('accountId', '=', accountId).execute();
    await db.deleteFrom('sessions').where('accountId', '=', accountId).execute();
    await db.deleteFrom('signInLinks').where('accountId', '=', accountId).execute();
  }),

  /** @returns whether it was to be erased */
  cancelDeletion: keep(async (db, { accountId }: { accountId: string }): Promise<boolean> => {
    const marked = db
      .updateTable('accounts')
      .set({ erasesAtMs: null })
      .where('accountId', '=', accountId)
      .where('erasesAtMs', 'is not', null);
    return (await marked.returning('accountId').executeTakeFirst()) !== undefined;
  }),

  dueToErase: ask(async (db, { nowMs }: { nowMs: number }): Promise<StoredAccount[]> => {
    return db.selectFrom('accounts').selectAll().where('erasesAtMs', '<=', nowMs).execute();
  }),

  /** The account and all by which one signs in; what its person did and is, is not in these tables. */
  erase: keep(async (db, { accountId }: { accountId: string }) => {
    for (const table of ['sessions', 'passkeys', 'openIdentities', 'signInLinks', 'accounts'] as const)
      await db.deleteFrom(table).where('accountId', '=', accountId).execute();
  }),

  /** P82: of these, the persons who have an account that is not signed in on the device they came by. */
  signedOut: ask(async (db, { comers }: { comers: { personId: string; deviceHash: string | undefined }[] }): Promise<string[]> => {
    const ids = comers.map(({ personId }) => personId);
    if (ids.length === 0) return [];
    const rows = await db
      .selectFrom('accounts')
      .leftJoin('sessions', 'sessions.accountId', 'accounts.accountId')
      .select(['accounts.personId', 'sessions.deviceHash'])
      .where('accounts.personId', 'in', ids)
      .execute();
    const withAccount = new Set(rows.map(({ personId }) => personId));
    const signedIn = new Set(rows.map(({ personId, deviceHash }) => `${personId} ${deviceHash}`));
    const isOut = ({ personId, deviceHash }: (typeof comers)[number]): boolean =>
      withAccount.has(personId) && !(deviceHash !== undefined && signedIn.has(`${personId} ${deviceHash}`));
    return comers.filter(isOut).map(({ personId }) => personId);
  }),
};

const asRank = (text: string | null): Rank | undefined => RANKS.find((known) => known === text);

/** Identities at OpenID providers, by issuer and subject; never by an e-mail address. */
export const openIds = {
  find: ask(async (db, { issuer, subject }: { issuer: string; subject: string }) => {
    const query = db.selectFrom('openIdentities').selectAll().where('issuer', '=', issuer).where('subject', '=', subject);
    const row = await query.executeTakeFirst();
    return row && { ...row, rank: asRank(row.rank) };
  }),

  /** @returns whether it is of this account now */
  add: keep(async (db, { nowMs, ...identity }: { issuer: string; subject: string; accountId: string; nowMs: number }): Promise<boolean> => {
    const row = { ...identity, rank: null, createdMs: nowMs };
    await db
      .insertInto('openIdentities')
      .values(row)
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
      .execute();
    return (await openIds.find.run(db, identity))?.accountId === identity.accountId;
  }),

  /** The rank that the provider gave at the latest sign-in. */
  setRank: keep(async (db, { issuer, subject, rank }: { issuer: string; subject: string; rank: Rank }) => {
    await db.updateTable('openIdentities').set({ rank }).where('issuer', '=', issuer).where('subject', '=', subject).execute();
  }),

  remove: keep(async (db, { accountId }: { accountId: string }) => {
    await db.deleteFrom('openIdentities').where('accountId', '=', accountId).execute();
  }),
};
