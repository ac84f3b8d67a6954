// Passkeys of accounts: public keys, and how often their authenticators say they were used.
import type { Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredPasskey = Tables['passkeys'];

export const passkeys = {
  of: ask(async (db, { accountId }: { accountId: string }): Promise<StoredPasskey[]> => {
    return db.selectFrom('passkeys').selectAll().where('accountId', '=', accountId).orderBy('createdMs').orderBy('passkeyId').execute();
  }),

  find: ask(async (db, { credentialId }: { credentialId: string }): Promise<StoredPasskey | undefined> => {
    return db.selectFrom('passkeys').selectAll().where('credentialId', '=', credentialId).executeTakeFirst();
  }),

  /** @returns false when it is of an account already */
  add: keep(async (db, passkey: StoredPasskey): Promise<boolean> => {
    const free = db
      .insertInto('passkeys')
      .values(passkey)
      .onConflict((conflict) => conflict.column('credentialId').doNothing());
    return (await free.returning('passkeyId').executeTakeFirst()) !== undefined;
  }),

  /** P85: what it said before is what it must have said until now. @returns whether it was so */
  used: keep(
    async (
      db,
      { passkeyId, before, counter, usedMs }: { passkeyId: string; before: number; counter: number; usedMs: number },
    ): Promise<boolean> => {
      const mine = db.updateTable('passkeys').set({ counter, usedMs }).where('passkeyId', '=', passkeyId).where('counter', '=', before);
      return (await mine.returning('passkeyId').executeTakeFirst()) !== undefined;
    },
  ),

  rename: keep(async (db, { accountId, passkeyId, name }: { accountId: string; passkeyId: string; name: string }): Promise<boolean> => {
    const mine = db.updateTable('passkeys').set({ name }).where('accountId', '=', accountId).where('passkeyId', '=', passkeyId);
    return (await mine.returning('passkeyId').executeTakeFirst()) !== undefined;
  }),

  remove: keep(async (db, { accountId, passkeyId }: { accountId: string; passkeyId: string }): Promise<boolean> => {
    const mine = db.deleteFrom('passkeys').where('accountId', '=', accountId).where('passkeyId', '=', passkeyId);
    return (await mine.returning('passkeyId').executeTakeFirst()) !== undefined;
  }),
};
