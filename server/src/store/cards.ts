// The card of each person, sealed: what is on it and for whom is read by the office only.
import type { Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredCard = Tables['cards'];

export const cards = {
  save: keep(async (db, card: StoredCard) => {
    await db
      .insertInto('cards')
      .values(card)
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(card))
      .execute();
  }),

  find: ask(async (db, { personId }: { personId: string }): Promise<StoredCard | undefined> => {
    return db.selectFrom('cards').selectAll().where('personId', '=', personId).executeTakeFirst();
  }),

  /** Whose card has this picture. */
  ofImage: ask(async (db, { imageId }: { imageId: string }): Promise<StoredCard | undefined> => {
    return db.selectFrom('cards').selectAll().where('imageId', '=', imageId).executeTakeFirst();
  }),
};
