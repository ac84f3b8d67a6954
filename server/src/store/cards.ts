// The card of each person, sealed: what is on it and for whom is read by the office only.
import { dropLoose } from './files.ts';
import type { Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredCard = Tables['cards'];

export const cards = {
  /** @returns the picture it had, if nothing holds that any more: its bytes on the disk are to go */
  save: keep(async (db, card: StoredCard): Promise<string[]> => {
    const before = await db.selectFrom('cards').select('imageId').where('personId', '=', card.personId).executeTakeFirst();
    await db
      .insertInto('cards')
      .values(card)
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(card))
      .execute();
    const old = before?.imageId ?? null;
    return old === null || old === card.imageId ? [] : dropLoose(db, [old]);
  }),

  find: ask(async (db, { personId }: { personId: string }): Promise<StoredCard | undefined> => {
    return db.selectFrom('cards').selectAll().where('personId', '=', personId).executeTakeFirst();
  }),

  /** Is this picture on somebody's card? */
  hasImage: ask(async (db, { personId, imageId }: { personId: string; imageId: string }): Promise<boolean> => {
    const query = db.selectFrom('cards').select('personId').where('personId', '=', personId).where('imageId', '=', imageId);
    return (await query.executeTakeFirst()) !== undefined;
  }),
};
