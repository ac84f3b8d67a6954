// Talks in an auditorium, and recorded meetings: what is on, what stays of those that are over, and what was answered afterwards.
import type { Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

/** `record`: JSON of auditorium/TalkRecord.ts. `endedMs` null: it is on. `keptUntilMs` null: for ever, or it is on. */
export type StoredTalk = Tables['talks'];
/** `who`: a hashed device, or the person without one; never told. */
export type StoredAnswer = Tables['talkAnswers'];

export const talks = {
  save: write(async (db, talk: StoredTalk) => {
    await db
      .insertInto('talks')
      .values(talk)
      .onConflict((conflict) => conflict.column('talkId').doUpdateSet(talk))
      .execute();
  }),

  find: ask(async (db, { talkId }: { talkId: string }): Promise<StoredTalk | undefined> => {
    return db.selectFrom('talks').selectAll().where('talkId', '=', talkId).executeTakeFirst();
  }),

  /** Those that were on when the server stopped. */
  unended: ask(async (db, { office }: { office: string }): Promise<StoredTalk[]> => {
    return db.selectFrom('talks').selectAll().where('office', '=', office).where('endedMs', 'is', null).execute();
  }),

  /** Those that are over, the latest first. */
  ended: ask(async (db, { office, kind, most }: { office: string; kind: StoredTalk['kind']; most: number }): Promise<StoredTalk[]> => {
    const rows = db.selectFrom('talks').selectAll().where('office', '=', office).where('kind', '=', kind).where('endedMs', 'is not', null);
    return rows.orderBy('startedMs', 'desc').limit(most).execute();
  }),

  /** Whose time is over. @returns their ids, for what lies beside them */
  outlived: ask(async (db, { nowMs }: { nowMs: number }): Promise<string[]> => {
    const rows = await db.selectFrom('talks').select('talkId').where('keptUntilMs', '<', nowMs).execute();
    return rows.map(({ talkId }) => talkId);
  }),

  remove: keep(async (db, { talkId }: { talkId: string }) => {
    await db.deleteFrom('talkAnswers').where('talkId', '=', talkId).execute();
    await db.deleteFrom('talks').where('talkId', '=', talkId).execute();
  }),

  answer: keep(async (db, answer: StoredAnswer) => {
    await db.insertInto('talkAnswers').values(answer).execute();
  }),

  /** The oldest first. */
  answersTo: ask(async (db, { talkId }: { talkId: string }): Promise<StoredAnswer[]> => {
    return db.selectFrom('talkAnswers').selectAll().where('talkId', '=', talkId).orderBy('atMs').orderBy('answerId').execute();
  }),

  removeAnswer: keep(async (db, { answerId }: { answerId: string }) => {
    await db.deleteFrom('talkAnswers').where('answerId', '=', answerId).execute();
  }),
};
