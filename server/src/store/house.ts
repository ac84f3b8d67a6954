// What admins wrote for everybody: the charter, and whom those write to who are banned; and who accepted which charter.
import type { Db, Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredText = Tables['houseTexts'];

/** P140: the version of the charter that this person has not accepted; undefined: there is none, or they have. */
export async function owedCharter(db: Db, personId: string): Promise<string | undefined> {
  const charter = await db.selectFrom('houseTexts').select('version').where('name', '=', 'charter').executeTakeFirst();
  if (!charter) return undefined;
  const accepted = db.selectFrom('charterAccepted').select('version').where('personId', '=', personId);
  return (await accepted.executeTakeFirst())?.version === charter.version ? undefined : charter.version;
}

export const house = {
  texts: ask(async (db, _ask: Record<never, never>): Promise<StoredText[]> => {
    return db.selectFrom('houseTexts').selectAll().orderBy('name').execute();
  }),

  /** Empty in both languages: there is none any more. */
  setText: keep(async (db, text: StoredText) => {
    if (text.en === '' && text.fr === '') {
      await db.deleteFrom('houseTexts').where('name', '=', text.name).execute();
      return;
    }
    await db
      .insertInto('houseTexts')
      .values(text)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(text))
      .execute();
  }),

  /** P141 */
  accept: keep(async (db, accepted: Tables['charterAccepted']) => {
    await db
      .insertInto('charterAccepted')
      .values(accepted)
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(accepted))
      .execute();
  }),
};
