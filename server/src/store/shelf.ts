// The links and files that stay at hand, of an office or of a topic.
import { dropLoose, type StoredFile } from './files.ts';
import type { Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredItem = Tables['shelf'];
export interface ShelvedItem extends StoredItem {
  file: StoredFile | undefined;
}

export const shelf = {
  /** The latest first. */
  of: ask(async (db, { channel }: { channel: string }): Promise<ShelvedItem[]> => {
    const items = await db
      .selectFrom('shelf')
      .selectAll()
      .where('channel', '=', channel)
      .orderBy('atMs', 'desc')
      .orderBy('itemId')
      .execute();
    const ids = items.flatMap(({ fileId }) => fileId ?? []);
    const files = ids.length === 0 ? [] : await db.selectFrom('files').selectAll().where('fileId', 'in', ids).execute();
    return items.map((item) => ({ ...item, file: files.find(({ fileId }) => fileId === item.fileId) }));
  }),

  find: ask(async (db, { itemId }: { itemId: string }): Promise<StoredItem | undefined> => {
    return await db.selectFrom('shelf').selectAll().where('itemId', '=', itemId).executeTakeFirst();
  }),

  /** @returns what became of it; `noFile`: gone in the meantime */
  add: keep(async (db, { item, most }: { item: StoredItem; most: number }): Promise<'added' | 'tooMany' | 'noFile'> => {
    const there = await db.selectFrom('shelf').select('itemId').where('channel', '=', item.channel).limit(most).execute();
    if (there.length >= most) return 'tooMany';
    if (item.fileId !== null && !(await db.selectFrom('files').select('fileId').where('fileId', '=', item.fileId).executeTakeFirst()))
      return 'noFile';
    await db
      .insertInto('shelf')
      .values(item)
      .onConflict((conflict) => conflict.column('itemId').doNothing())
      .execute();
    return 'added';
  }),

  /** @returns files that nothing holds any more */
  remove: keep(async (db, { itemId }: { itemId: string }): Promise<string[]> => {
    const gone = await db.deleteFrom('shelf').where('itemId', '=', itemId).returning('fileId').executeTakeFirst();
    return gone?.fileId ? dropLoose(db, [gone.fileId]) : [];
  }),
};
