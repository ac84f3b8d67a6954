// All that somebody has written and sent: to be given to them, and to be erased with them.
import { dropLoose, type StoredFile } from './files.ts';
import type { StoredItem } from './shelf.ts';
import { type StoredLine, withAll } from './storedLines.ts';
import type { StoredTopic } from './topics.ts';
import { ask, keep } from './verb.ts';

export interface Written {
  files: StoredFile[];
  topics: StoredTopic[];
  items: StoredItem[];
  reactions: { lineId: string; emoji: string; atMs: number }[];
}

/** Lines of theirs that others may still be looking at, and files whose bytes on the disk are to go. */
export interface Unwritten {
  lineIds: string[];
  files: string[];
}

export const written = {
  /** What they wrote, and what others wrote to them alone; in the order it was kept. @param after `seq` of the last one of the page before */
  lines: ask(async (db, { personId, after, limit }: { personId: string; after: number; limit: number }): Promise<StoredLine[]> => {
    const rows = await db
      .selectFrom('lines')
      .selectAll()
      .where((is) =>
        is.or([
          is('fromId', '=', personId),
          is.and([is('toId', '=', personId), is.or([is('hiddenFrom', 'is', null), is('hiddenFrom', '!=', personId)])]),
        ]),
      )
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return withAll(db, rows);
  }),

  /** Everything else. */
  of: ask(
    async (db, { personId }: { personId: string }): Promise<Written> => ({
      files: await db.selectFrom('files').selectAll().where('byId', '=', personId).orderBy('createdMs').execute(),
      topics: await db.selectFrom('topics').selectAll().where('byId', '=', personId).orderBy('createdMs').execute(),
      items: await db.selectFrom('shelf').selectAll().where('byId', '=', personId).orderBy('atMs').execute(),
      reactions: await db
        .selectFrom('reactions')
        .select(['lineId', 'emoji', 'atMs'])
        .where('personId', '=', personId)
        .orderBy('atMs')
        .execute(),
    }),
  ),

  /** What others wrote to them stays theirs; a topic goes on without its name. */
  erase: keep(async (db, { personId }: { personId: string }): Promise<Unwritten> => {
    const mine = db.selectFrom('lines').select('lines.lineId').where('lines.fromId', '=', personId);
    const lineIds = (await mine.execute()).map(({ lineId }) => lineId);
    const held = await db
      .selectFrom('lineFiles')
      .select('fileId')
      .where('lineId', 'in', mine)
      .union(db.selectFrom('files').select('fileId').where('byId', '=', personId))
      .execute();
    await db.updateTable('lines').set({ replyText: null, replyName: '' }).where('replyFrom', '=', personId).execute();
    await db.deleteFrom('reactions').where('lineId', 'in', mine).execute();
    await db.deleteFrom('lineFiles').where('lineId', 'in', mine).execute();
    await db.deleteFrom('lines').where('fromId', '=', personId).execute();
    await db.deleteFrom('reactions').where('personId', '=', personId).execute();
    await db.deleteFrom('shelf').where('byId', '=', personId).execute();
    await db.updateTable('topics').set({ byId: '', byName: '' }).where('byId', '=', personId).execute();
    await db.deleteFrom('readMarks').where('personId', '=', personId).execute();
    await db
      .deleteFrom('firstContacts')
      .where((is) => is.or([is('personId', '=', personId), is('otherId', '=', personId)]))
      .execute();
    await db.deleteFrom('pushSubscriptions').where('personId', '=', personId).execute();
    const files = await dropLoose(
      db,
      held.map(({ fileId }) => fileId),
    );
    return { lineIds, files };
  }),
};
