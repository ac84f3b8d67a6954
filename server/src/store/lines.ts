// What was said and stays, one line at a time: kept, changed, erased, forgotten. What is read of it again: history.ts.
import { PER_MS } from './channelKeys.ts';
import { type FirstContact, mayContact } from './contacts.ts';
import { dropLoose, filesOfPerson, type StoredFile } from './files.ts';
import { foldedLine } from './foldedLine.ts';
import { type StoredLine, withAll } from './storedLines.ts';
import type { Db, Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export interface NewLine extends Omit<Tables['lines'], 'seq' | 'mentions' | 'editedMs' | 'folded'> {
  mentions: readonly string[];
}

export interface Keeping {
  line: NewLine;
  /** Of whoever says it. */
  files: readonly string[];
  /** Of a line to one person. */
  first?: FirstContact | undefined;
}

/** `noFile`: one of them is not theirs, or gone. */
export type Kept = { files: StoredFile[] } | { refused: 'tooManyNew' | 'noFile' };

/** Lines whose quotes say no more what was erased, and files that nothing holds any more: theirs on the disk are to go. */
export interface Erased {
  quoting: StoredLine[];
  files: string[];
}

const MOST_AT_ONCE = 500;

export const lines = {
  keep: keep(async (db, { line, files, first }: Keeping): Promise<Kept> => {
    const held = await filesOfPerson(db, line.fromId, files);
    if (held.length < files.length) return { refused: 'noFile' };
    if (first && line.toId !== null && !(await mayContact(db, line.fromId, line.toId, line.atMs, first))) return { refused: 'tooManyNew' };
    const { mentions, ...row } = line;
    const { seq: last } = await db
      .selectFrom('lines')
      .select((is) => is.fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow();
    await db
      .insertInto('lines')
      .values({
        ...row,
        seq: Math.max(line.atMs * PER_MS, Number(last ?? 0) + 1),
        mentions: JSON.stringify(mentions),
        editedMs: null,
        folded: line.toId === null ? foldedLine(line.office, line.channel, line.text) : '',
      })
      // done twice it is there once
      .onConflict((conflict) => conflict.column('lineId').doNothing())
      .execute();
    if (held.length > 0)
      await db
        .insertInto('lineFiles')
        .values(held.map(({ fileId }, place) => ({ lineId: line.lineId, place, fileId })))
        .onConflict((conflict) => conflict.columns(['lineId', 'place']).doNothing())
        .execute();
    await noteChannel(db, line);
    return { files: held };
  }),

  find: ask(async (db, { lineId }: { lineId: string }): Promise<StoredLine | undefined> => {
    return (await withAll(db, await db.selectFrom('lines').selectAll().where('lineId', '=', lineId).execute()))[0];
  }),

  edit: keep(async (db, { lineId, text, mentions, editedMs }: { lineId: string; text: string; mentions: string[]; editedMs: number }) => {
    const row = await db.selectFrom('lines').select(['office', 'channel', 'toId']).where('lineId', '=', lineId).executeTakeFirst();
    if (!row) return;
    const folded = row.toId === null ? foldedLine(row.office, row.channel, text) : '';
    await db
      .updateTable('lines')
      .set({ text, mentions: JSON.stringify(mentions), editedMs, folded })
      .where('lineId', '=', lineId)
      .execute();
  }),

  /** @returns false: the line has as many different ones as it may */
  react: keep(async (db, { on, most, ...reaction }: Tables['reactions'] & { on: boolean; most: number }): Promise<boolean> => {
    const { lineId, emoji, personId } = reaction;
    if (!on) {
      await db.deleteFrom('reactions').where('lineId', '=', lineId).where('emoji', '=', emoji).where('personId', '=', personId).execute();
      return true;
    }
    const known = await db.selectFrom('reactions').select('emoji').distinct().where('lineId', '=', lineId).execute();
    if (known.length >= most && !known.some((one) => one.emoji === emoji)) return false;
    await db
      .insertInto('reactions')
      .values(reaction)
      .onConflict((conflict) => conflict.columns(['lineId', 'emoji', 'personId']).doNothing())
      .execute();
    return true;
  }),

  erase: keep(async (db, { lineIds }: { lineIds: readonly string[] }): Promise<Erased> => {
    const erased: Erased = { quoting: [], files: [] };
    for (let from = 0; from < lineIds.length; from += MOST_AT_ONCE) {
      const ids = lineIds.slice(from, from + MOST_AT_ONCE);
      const held = await db.selectFrom('lineFiles').select('fileId').distinct().where('lineId', 'in', ids).execute();
      await db.deleteFrom('lines').where('lineId', 'in', ids).execute();
      await db.deleteFrom('reactions').where('lineId', 'in', ids).execute();
      await db.deleteFrom('lineFiles').where('lineId', 'in', ids).execute();
      const quoting = await db.updateTable('lines').set({ replyText: null }).where('replyToId', 'in', ids).returningAll().execute();
      erased.quoting.push(...(await withAll(db, quoting)));
      erased.files.push(
        ...(await dropLoose(
          db,
          held.map(({ fileId }) => fileId),
        )),
      );
    }
    return erased;
  }),

  /** Of all channels of a kind, what was said before; their files go with it. @returns those whose bytes on the disk are to go */
  prune: write(async (db, { kind, beforeMs }: { kind: 'office' | 'topic' | 'pair'; beforeMs: number }): Promise<string[]> => {
    const old = db.selectFrom('lines').select('lineId').where('channel', 'like', `${kind}:%`).where('atMs', '<', beforeMs);
    const held = await db.selectFrom('lineFiles').select('fileId').distinct().where('lineId', 'in', old).execute();
    await db.updateTable('lines').set({ replyText: null }).where('replyToId', 'in', old).execute();
    await db.deleteFrom('reactions').where('lineId', 'in', old).execute();
    await db.deleteFrom('lineFiles').where('lineId', 'in', old).execute();
    await db.deleteFrom('lines').where('channel', 'like', `${kind}:%`).where('atMs', '<', beforeMs).execute();
    return dropLoose(
      db,
      held.map(({ fileId }) => fileId),
    );
  }),
};

/** When something was last said there; and of two, that they write with each other. */
async function noteChannel(db: Db, { channel, atMs, fromId, toId, hiddenFrom }: NewLine): Promise<void> {
  await db
    .insertInto('channels')
    .values({ channel, latestMs: atMs })
    .onConflict((conflict) => conflict.column('channel').doUpdateSet({ latestMs: atMs }))
    .execute();
  if (toId === null) return;
  const people = hiddenFrom === toId ? [fromId] : [fromId, toId];
  await db
    .insertInto('readMarks')
    .values(people.map((personId) => ({ personId, channel, sinceMs: atMs, atMs: 0, lineId: '' })))
    .onConflict((conflict) => conflict.columns(['personId', 'channel']).doNothing())
    .execute();
}
