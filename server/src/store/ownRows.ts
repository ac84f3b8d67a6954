// All rows that are somebody's, but for what they wrote (written.ts) and the talks they were in: to be given to them.
import { findAccount, namedRows } from './personRows.ts';
import type { Db, Tables } from './tables.ts';
import { ask } from './verb.ts';

type Row<T extends keyof Tables> = Tables[T];

export interface OwnRows {
  person: Row<'persons'> | undefined;
  account: Row<'accounts'> | undefined;
  sessions: Row<'sessions'>[];
  passkeys: Row<'passkeys'>[];
  openIdentities: Row<'openIdentities'>[];
  pushSubscriptions: Row<'pushSubscriptions'>[];
  positions: Row<'positions'>[];
  passes: Row<'passes'>[];
  visits: Row<'visits'>[];
  card: Row<'cards'> | undefined;
  desks: Row<'desks'>[];
  /** On their desk, and left by them. */
  deskNotes: Row<'deskNotes'>[];
  blocks: Row<'blocks'>[];
  met: (Row<'met'> & { name: string | null })[];
  firstContacts: (Row<'firstContacts'> & { name: string | null })[];
  readMarks: Row<'readMarks'>[];
  invitations: Row<'invitations'>[];
  bans: Row<'bans'>[];
  reports: Row<'reports'>[];
  audit: Row<'audit'>[];
  appointments: Row<'appointments'>[];
  coming: Row<'coming'>[];
  talkAnswers: Row<'talkAnswers'>[];
  charterAccepted: Row<'charterAccepted'>[];
}

export interface TalkRow {
  talkId: string;
  office: string;
  record: string;
  isOver: boolean;
}

export const ownRows = {
  of: ask(async (db, { personId }: { personId: string }): Promise<OwnRows> => {
    const person = await db.selectFrom('persons').selectAll().where('personId', '=', personId).executeTakeFirst();
    const account = await findAccount(db, personId);
    const accountId = account?.accountId ?? '';
    const who = [personId, person?.deviceHash ?? personId];
    return {
      ...{ person, account },
      sessions: await db.selectFrom('sessions').selectAll().where('accountId', '=', accountId).orderBy('begunMs').execute(),
      passkeys: await db.selectFrom('passkeys').selectAll().where('accountId', '=', accountId).orderBy('createdMs').execute(),
      openIdentities: await db.selectFrom('openIdentities').selectAll().where('accountId', '=', accountId).execute(),
      pushSubscriptions: await of(db, 'pushSubscriptions', personId),
      positions: await of(db, 'positions', personId),
      passes: await of(db, 'passes', personId),
      visits: await of(db, 'visits', personId),
      card: await db.selectFrom('cards').selectAll().where('personId', '=', personId).executeTakeFirst(),
      desks: await of(db, 'desks', personId),
      deskNotes: await db
        .selectFrom('deskNotes')
        .selectAll()
        .where((is) => is.or([is('ownerId', '=', personId), is('fromId', '=', personId)]))
        .orderBy('atMs')
        .execute(),
      blocks: await of(db, 'blocks', personId),
      met: await metBy(db, personId),
      firstContacts: await db
        .selectFrom('firstContacts')
        .leftJoin('persons', 'persons.personId', 'firstContacts.otherId')
        .selectAll('firstContacts')
        .select('persons.name')
        .where('firstContacts.personId', '=', personId)
        .orderBy('firstContacts.atMs')
        .execute(),
      readMarks: await of(db, 'readMarks', personId),
      invitations: await db.selectFrom('invitations').selectAll().where('createdBy', '=', personId).orderBy('createdMs').execute(),
      bans: await db.selectFrom('bans').selectAll().where('personId', '=', personId).orderBy('createdMs').execute(),
      reports: await db.selectFrom('reports').selectAll().where('byId', '=', personId).orderBy('atMs').execute(),
      audit: await namedRows(db, 'audit', ['byId', 'targetIds'], personId),
      appointments: await db.selectFrom('appointments').selectAll().where('createdBy', '=', personId).orderBy('createdMs').execute(),
      coming: await db.selectFrom('coming').selectAll().where('who', 'in', who).orderBy('day').execute(),
      talkAnswers: await db.selectFrom('talkAnswers').selectAll().where('who', 'in', who).orderBy('atMs').execute(),
      charterAccepted: await of(db, 'charterAccepted', personId),
    };
  }),

  /** Whose record names this person. @param after the talk of the page before; '': from the first */
  talks: ask(async (db, { personId, after, limit }: { personId: string; after: string; limit: number }): Promise<TalkRow[]> => {
    const rows = await db
      .selectFrom('talks')
      .select(['talkId', 'office', 'record', 'endedMs'])
      .where('record', 'like', `%${personId}%`)
      .where('talkId', '>', after)
      .orderBy('talkId')
      .limit(limit)
      .execute();
    return rows.map(({ endedMs, ...row }) => ({ ...row, isOver: endedMs !== null }));
  }),
};

type OfPerson = 'charterAccepted' | 'pushSubscriptions' | 'positions' | 'passes' | 'visits' | 'desks' | 'blocks' | 'readMarks';

async function of<T extends OfPerson>(db: Db, table: T, personId: string): Promise<Row<T>[]> {
  // one of those tables at a time: they have this column in common
  const query = db.selectFrom(table as 'visits').selectAll();
  return (await query.where('personId', '=', personId).execute()) as unknown as Row<T>[];
}

async function metBy(db: Db, personId: string): Promise<OwnRows['met']> {
  return db
    .selectFrom('met')
    .leftJoin('persons', (join) =>
      join.on((is) =>
        is.or([
          is.and([is('met.oneId', '=', personId), is('persons.personId', '=', is.ref('met.otherId'))]),
          is.and([is('met.otherId', '=', personId), is('persons.personId', '=', is.ref('met.oneId'))]),
        ]),
      ),
    )
    .selectAll('met')
    .select('persons.name')
    .where((is) => is.or([is('met.oneId', '=', personId), is('met.otherId', '=', personId)]))
    .orderBy('met.firstMs')
    .execute();
}
