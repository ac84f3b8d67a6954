// What is known of files that people sent: whose they are, and what holds them.
import type { Db, Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export type StoredFile = Tables['files'];

/** A line or a shelf that holds a file. */
export interface FileUse {
  office: string | undefined;
  channel: string;
  fromId: string;
  hiddenFrom: string | null;
}

/** Those of them that are this person's, in the order asked. */
export async function filesOfPerson(db: Db, byId: string, fileIds: readonly string[]): Promise<StoredFile[]> {
  if (fileIds.length === 0) return [];
  const rows = await db.selectFrom('files').selectAll().where('fileId', 'in', fileIds).where('byId', '=', byId).execute();
  return [...new Set(fileIds)].flatMap((id) => rows.find(({ fileId }) => fileId === id) ?? []);
}

/** Forgets those of them that nothing holds any more. @returns their ids: the bytes on the disk are to go */
export async function dropLoose(db: Db, fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .deleteFrom('files')
    .where('fileId', 'in', fileIds)
    .where('fileId', 'not in', db.selectFrom('lineFiles').select('lineFiles.fileId').where('lineFiles.fileId', 'in', fileIds))
    .where(
      'fileId',
      'not in',
      db.selectFrom('shelf').select('shelf.fileId').where('shelf.fileId', 'in', fileIds).$castTo<{ fileId: string }>(),
    )
    .where(
      'fileId',
      'not in',
      db.selectFrom('cards').select('cards.imageId').where('cards.imageId', 'in', fileIds).$castTo<{ imageId: string }>(),
    )
    .returning('fileId')
    .execute();
  return rows.map(({ fileId }) => fileId);
}

export const files = {
  /** @returns false: with it they would have more than they may */
  add: keep(async (db, { file, mostBytes }: { file: StoredFile; mostBytes: number }): Promise<boolean> => {
    const { bytes } = await db
      .selectFrom('files')
      .select((is) => is.fn.sum<number | string | null>('bytes').as('bytes'))
      .where('byId', '=', file.byId)
      .executeTakeFirstOrThrow();
    if (Number(bytes ?? 0) + file.bytes > mostBytes) return false;
    await db
      .insertInto('files')
      .values(file)
      .onConflict((conflict) => conflict.column('fileId').doNothing())
      .execute();
    return true;
  }),

  /** Bytes of all that somebody has here. */
  bytesOf: ask(async (db, { personId }: { personId: string }): Promise<number> => {
    const query = db.selectFrom('files').where('byId', '=', personId);
    return Number(
      (await query.select((is) => is.fn.sum<number | string | null>('bytes').as('bytes')).executeTakeFirstOrThrow()).bytes ?? 0,
    );
  }),

  /** A file and what holds it. */
  find: ask(async (db, { fileId }: { fileId: string }): Promise<{ file: StoredFile; uses: FileUse[] } | undefined> => {
    const file = await db.selectFrom('files').selectAll().where('fileId', '=', fileId).executeTakeFirst();
    if (!file) return undefined;
    const lines = await db
      .selectFrom('lineFiles')
      .innerJoin('lines', 'lines.lineId', 'lineFiles.lineId')
      .select(['lines.office', 'lines.channel', 'lines.fromId', 'lines.hiddenFrom'])
      .where('lineFiles.fileId', '=', fileId)
      .execute();
    const shelved = await db.selectFrom('shelf').select(['channel', 'byId']).where('fileId', '=', fileId).execute();
    const held = shelved.map(({ channel, byId }) => ({ office: undefined, channel, fromId: byId, hiddenFrom: null }));
    return { file, uses: [...lines, ...held] };
  }),

  /** Sent before then and held by nothing. @returns those that are forgotten now */
  dropUnused: write(async (db, { beforeMs }: { beforeMs: number }): Promise<string[]> => {
    const old = await db
      .selectFrom('files')
      .select('fileId')
      .where('createdMs', '<', beforeMs)
      .where('fileId', 'not in', db.selectFrom('lineFiles').select('lineFiles.fileId'))
      .where(
        'fileId',
        'not in',
        db.selectFrom('cards').select('cards.imageId').where('cards.imageId', 'is not', null).$castTo<{ imageId: string }>(),
      )
      .limit(1000)
      .execute();
    return dropLoose(
      db,
      old.map(({ fileId }) => fileId),
    );
  }),

  /** Which of these ids are known? */
  known: ask(async (db, { fileIds }: { fileIds: readonly string[] }): Promise<string[]> => {
    if (fileIds.length === 0) return [];
    return (await db.selectFrom('files').select('fileId').where('fileId', 'in', fileIds).execute()).map(({ fileId }) => fileId);
  }),
};
