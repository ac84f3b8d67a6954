// Whose desk is whose in an office, and what was left on them.
import type { Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export type StoredDesk = Pick<Tables['desks'], 'desk' | 'personId'> & { name: string };
export type StoredDeskNote = Tables['deskNotes'];

export const desks = {
  /** With the names of their owners as last seen. */
  of: ask(async (db, { office }: { office: string }): Promise<StoredDesk[]> => {
    return db
      .selectFrom('desks')
      .innerJoin('persons', 'persons.personId', 'desks.personId')
      .select(['desks.desk', 'desks.personId', 'persons.name'])
      .where('desks.office', '=', office)
      .orderBy('desks.claimedMs')
      .execute();
  }),

  /** Instead of the one they had. @returns whether it was free */
  claim: keep(async (db, desk: Tables['desks']): Promise<boolean> => {
    const { office, personId } = desk;
    const taken = await db
      .selectFrom('desks')
      .select('personId')
      .where('office', '=', office)
      .where('desk', '=', desk.desk)
      .executeTakeFirst();
    if (taken) return taken.personId === personId;
    await db.deleteFrom('desks').where('office', '=', office).where('personId', '=', personId).execute();
    await db.insertInto('desks').values(desk).execute();
    return true;
  }),

  giveUp: keep(async (db, { office, personId }: { office: string; personId: string }) => {
    await db.deleteFrom('desks').where('office', '=', office).where('personId', '=', personId).execute();
  }),

  /** Of owners not seen since then. */
  lapse: write(async (db, { beforeMs }: { beforeMs: number }) => {
    const gone = db.selectFrom('persons').select('personId').where('seenMs', '<', beforeMs);
    await db.deleteFrom('desks').where('personId', 'in', gone).execute();
  }),

  /** @returns false: too many lie there, or came from this writer since then */
  leaveNote: keep(
    async (db, { note, most, sinceMs, mostOfWriter }: { note: StoredDeskNote; most: number; sinceMs: number; mostOfWriter: number }) => {
      const count = db.selectFrom('deskNotes').select((is) => is.fn.countAll<number>().as('count'));
      const there = await count.where('office', '=', note.office).where('ownerId', '=', note.ownerId).executeTakeFirstOrThrow();
      const written = await count.where('fromId', '=', note.fromId).where('atMs', '>=', sinceMs).executeTakeFirstOrThrow();
      if (Number(there.count) >= most || Number(written.count) >= mostOfWriter) return false;
      await db.insertInto('deskNotes').values(note).execute();
      return true;
    },
  ),

  /** The latest first. */
  notesOf: ask(async (db, { office, ownerId }: { office: string; ownerId: string }): Promise<StoredDeskNote[]> => {
    const notes = db.selectFrom('deskNotes').selectAll().where('office', '=', office).where('ownerId', '=', ownerId);
    return notes.orderBy('atMs', 'desc').orderBy('noteId').execute();
  }),

  countOf: ask(async (db, { office, ownerId }: { office: string; ownerId: string }): Promise<{ count: number; unread: number }> => {
    const notes = await db.selectFrom('deskNotes').select('readMs').where('office', '=', office).where('ownerId', '=', ownerId).execute();
    return { count: notes.length, unread: notes.filter(({ readMs }) => readMs === null).length };
  }),

  read: write(async (db, { office, ownerId, atMs }: { office: string; ownerId: string; atMs: number }) => {
    const unread = db.updateTable('deskNotes').set({ readMs: atMs }).where('readMs', 'is', null);
    await unread.where('office', '=', office).where('ownerId', '=', ownerId).execute();
  }),

  /** By its owner, or by its writer before it was read. @returns whose desk it lay on; undefined: it is not there for them */
  eraseNote: keep(async (db, { noteId, personId }: { noteId: string; personId: string }): Promise<string | undefined> => {
    const note = await db.selectFrom('deskNotes').selectAll().where('noteId', '=', noteId).executeTakeFirst();
    if (!note || (note.ownerId !== personId && (note.fromId !== personId || note.readMs !== null))) return undefined;
    await db.deleteFrom('deskNotes').where('noteId', '=', noteId).execute();
    return note.ownerId;
  }),

  pruneNotes: write(async (db, { beforeMs }: { beforeMs: number }) => {
    await db.deleteFrom('deskNotes').where('atMs', '<', beforeMs).execute();
  }),
};
