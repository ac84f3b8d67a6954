// Keys of this installation, made once.
import { randomBytes } from 'node:crypto';
import { ask } from './verb.ts';

const SECRET_BYTES = 32;

export const secrets = {
  /** 32 random bytes, the same ever after. */
  ensure: ask(async (db, { name }: { name: string }): Promise<Uint8Array> => {
    const fresh = { name, value: randomBytes(SECRET_BYTES).toString('base64') };
    await db
      .insertInto('secrets')
      .values(fresh)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const { value } = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow();
    return new Uint8Array(Buffer.from(value, 'base64'));
  }),

  /** Undefined: nobody has made or agreed on one. */
  find: ask(async (db, { name }: { name: string }): Promise<string | undefined> => {
    return (await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst())?.value;
  }),

  /** @returns the value that was there first: this one, or another */
  agree: ask(async (db, { name, value }: { name: string; value: string }): Promise<string> => {
    await db
      .insertInto('secrets')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    return (await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
  }),
};
