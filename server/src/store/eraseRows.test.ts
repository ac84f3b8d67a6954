// Somebody with rows in every table there is: each is given to them and erased with them, or said why not, on both databases.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { gatherMe } from '../rights/gatherMe.ts';
import { tableFates } from '../rights/tableFates.ts';
import { ERASED_NAME } from './eraseRows.ts';
import { openDatabase } from './openDatabase.ts';
import { placeOf } from './place.ts';
import { type PortableTable, portableTables } from './portableTables.ts';
import type { Db, Tables } from './tables.ts';
import { onEachDatabase } from './testDatabases.ts';
import { everyRow } from './testRows.ts';

const NOW = 1_800_000_000_000;
const ME = 'me_me-me_me-me_me-me_0';
const BOB = 'bob-bob_bob-bob_bob-b0';
const PAIR = `pair:${BOB} ${ME}`;
const NAME = 'Ada of the marks';
const WORDS = 'what I wrote';
const PERSON_COLUMNS = ['personId', 'byId', 'fromId', 'ownerId', 'createdBy', 'aboutId', 'who', 'oneId'];
const NAME_COLUMNS = ['name', 'byName', 'aboutName', 'createdByName'];

type Row = Record<string, string | number | null>;

/** What is more than any text to whoever reads it. */
const MEANT: Row = {
  'lines.lineId': 'mine lines',
  'lines.channel': PAIR,
  'lines.toId': BOB,
  'lines.mentions': '[]',
  'lines.folded': '',
  'channels.channel': PAIR,
  'readMarks.channel': PAIR,
  'met.otherId': BOB,
  'firstContacts.otherId': BOB,
  'blocks.blockedId': BOB,
  'persons.rank': 'visitor',
  'persons.deviceHash': 'my browser',
  'bans.deviceHash': 'my browser',
  'reports.settledMs': null,
  'reports.lines': JSON.stringify([
    { from: ME, text: WORDS },
    { from: BOB, text: 'enough', replyTo: { from: ME, text: WORDS }, mentions: [ME] },
  ]),
  'audit.targetIds': JSON.stringify([BOB]),
  'audit.target': 'Bob',
  'orders.order': JSON.stringify({ act: 'mute', personId: ME }),
  'signInFlows.facts': JSON.stringify({ guest: ME }),
  'lineFiles.lineId': 'mine lines',
  'sessions.accountId': 'mine accounts',
  'passkeys.accountId': 'mine accounts',
  'openIdentities.accountId': 'mine accounts',
  'signInLinks.accountId': 'mine accounts',
  'accounts.erasesAtMs': null,
  'cards.imageId': 'mine files',
};

function myRow({ name: table, columns }: PortableTable): Row {
  return Object.fromEntries(
    columns.map(({ name: column, isText }, n): [string, string | number | null] => {
      const meant = MEANT[`${table}.${column}`];
      if (meant !== undefined) return [column, meant];
      if (PERSON_COLUMNS.includes(column) && table !== 'coming' && table !== 'talkAnswers') return [column, ME];
      if (column === 'who') return [column, table === 'coming' ? ME : 'my browser'];
      if (NAME_COLUMNS.includes(column)) return [column, NAME];
      if (!isText) return [column, /Ms$|^seq$/.test(column) ? NOW + 1000 : 1];
      return [column, n === 0 && !['doors', 'counters', 'agendaKeys'].includes(table) ? `mine ${table}` : `${WORDS} in ${table}.${column}`];
    }),
  );
}

async function insert(db: Db, table: string, row: Row): Promise<void> {
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(row))})`.execute(db);
}

/** What others have, beside mine in the same tables. */
async function fillForOthers(db: Db, mine: ReadonlyMap<string, Row>): Promise<void> {
  const line = { ...mine.get('lines'), fromId: BOB, name: 'Bob', text: 'theirs', seq: NOW, replyFrom: ME, replyName: NAME };
  await insert(db, 'lines', { ...line, lineId: 'to me', toId: ME });
  await insert(db, 'lines', {
    ...line,
    lineId: 'naming me',
    channel: 'office:o',
    toId: null,
    seq: NOW + 1,
    mentions: JSON.stringify([ME, BOB]),
  });
  await insert(db, 'met', { oneId: 'aaa', otherId: ME, firstMs: 1, latestMs: 2 });
  await insert(db, 'blocks', { personId: BOB, blockedId: ME, atMs: 1 });
  await insert(db, 'readMarks', { ...mine.get('readMarks'), personId: BOB, lineId: 'to me' });
  await insert(db, 'deskNotes', { ...mine.get('deskNotes'), noteId: 'left', ownerId: BOB });
  await insert(db, 'persons', { ...mine.get('persons'), personId: BOB, name: 'Bob', trade: '', appearance: '', deviceHash: 'his browser' });
  await insert(db, 'reports', { ...mine.get('reports'), reportId: 'about me', byId: BOB, byName: 'Bob', text: 'loud' });
  await insert(db, 'reports', { ...mine.get('reports'), reportId: 'settled', settledMs: NOW });
  const act = { ...mine.get('audit'), byId: BOB, byName: 'Bob', act: 'endConversation' };
  await insert(db, 'audit', { ...act, entryId: 'about me', target: `Bob, ${NAME}`, targetIds: JSON.stringify([BOB, ME]) });
  await insert(db, 'bans', { ...mine.get('bans'), banId: 'over', untilMs: NOW - 1 });
  await insert(db, 'bans', { ...mine.get('bans'), banId: 'of another', personId: BOB, deviceHash: 'his browser', name: 'Bob' });
}

onEachDatabase((under) => {
  test('[P121] [P120] of every table: it is given to whom it is about, and erased with them, or it is said why not', async () => {
    const db = await openDatabase(placeOf(under.settings));
    const tables = await portableTables(db);
    expect(new Set(Object.keys(tableFates))).toEqual(new Set(tables.map(({ name }) => name)));
    const mine = new Map(tables.map((table) => [table.name, myRow(table)]));
    for (const [table, row] of mine) await insert(db, table, row);
    await fillForOthers(db, mine);
    await db.destroy();

    const store = await under.open();
    const rows = await store.ownRows.of({ personId: ME });
    const written = await store.written.of({ personId: ME });
    const opened = { card: () => undefined, deskNote: () => 'opened' };
    const me: Record<string, unknown> = {
      ...gatherMe(rows, written, [], opened, NOW),
      card: rows.card ?? [],
      lines: await store.written.lines({ personId: ME, after: 0, limit: 9 }),
      talks: await store.ownRows.talks({ personId: ME, after: '', limit: 9 }),
    };
    for (const [table, { given }] of Object.entries(tableFates))
      if (Array.isArray(given))
        for (const part of given) if (table !== 'talks') expect(JSON.stringify(me[part]), `${table}: ${part}`).toMatch(/[{"]\w/);

    await store.erasures.begin({ erasureId: 'e', personId: ME, askedMs: NOW });
    await store.erasures.begin({ erasureId: 'again', personId: ME, askedMs: NOW });
    expect(await store.erasures.pending({})).toEqual([ME]);
    const erased = await store.erasures.erase({ personId: ME, nowMs: NOW });
    expect(erased).toMatchObject({ lineIds: ['mine lines'], files: ['mine files'], who: [ME, 'my browser'] });
    expect(await store.erasures.erase({ personId: ME, nowMs: NOW })).toMatchObject({ lineIds: [], files: [] });
    await store.erasures.done({ personId: ME });
    expect(await store.erasures.pending({})).toEqual([]);
    await store.close();

    const after = await openDatabase(placeOf(under.settings));
    const left = await everyRow(after);
    await after.destroy();
    for (const [table, of] of left) {
      const { erased: fate } = tableFates[table as keyof Tables];
      if (table === 'talks' || (typeof fate === 'object' && 'nobodys' in fate)) continue;
      const text = JSON.stringify(of);
      for (const mark of [ME, NAME]) expect(text, table).not.toContain(mark);
      if (fate === 'goes') expect(text, table).not.toContain(WORDS);
      else expect(text, table).toMatch(/\w/);
    }
    const of = (table: keyof Tables): Row[] => (left.get(table) ?? []) as Row[];
    // what others have stays theirs
    const [toNobody, naming] = of('lines').toSorted((one, other) => Number(one.seq) - Number(other.seq));
    expect(toNobody).toMatchObject({ lineId: 'to me', text: 'theirs', replyText: null });
    expect(of('readMarks')).toMatchObject([{ personId: BOB, channel: toNobody?.channel }]);
    expect(of('channels')).toMatchObject([{ channel: toNobody?.channel }]);
    expect(String(toNobody?.channel)).toContain(String(toNobody?.toId));
    expect(naming).toMatchObject({ lineId: 'naming me', text: 'theirs', mentions: JSON.stringify([BOB]) });
    expect(of('persons')).toMatchObject([{ personId: BOB, name: 'Bob' }]);
    expect(of('bans').toSorted((one, other) => String(one.banId).localeCompare(String(other.banId)))).toMatchObject([
      { banId: 'mine bans', personId: null, deviceHash: 'my browser', name: ERASED_NAME, reason: '' },
      { banId: 'of another', personId: BOB, name: 'Bob', byName: ERASED_NAME },
    ]);
    expect(of('reports').map(({ reportId }) => reportId)).not.toContain('settled');
    expect(of('reports').find(({ reportId }) => reportId === 'about me')).toMatchObject({
      byId: BOB,
      text: 'loud',
      aboutName: ERASED_NAME,
    });
    expect(of('audit').find(({ entryId }) => entryId === 'about me')).toMatchObject({
      ...{ byId: BOB, target: `Bob, ${ERASED_NAME}`, targetIds: JSON.stringify([BOB]) },
    });
  });

  test('[P126] [P122] whoever has no rank and was not seen for long is to be erased; what was deleted is overwritten once', async () => {
    const store = await under.open();
    const save = (personId: string, seenMs: number) =>
      store.persons.save({ personId, deviceHash: personId, name: personId, trade: '', appearance: '', seenMs });
    await Promise.all([save('long ago', NOW - 10), save('of late', NOW), save('member', NOW - 10), save('account', NOW - 10)]);
    await store.persons.setRank({ personId: 'member', rank: 'member' });
    const session = { sessionId: 's', accountId: 'a', deviceHash: 'account', tokenHash: 't', browser: '', system: '', begunMs: NOW };
    await store.accounts.create({ accountId: 'a', personId: 'account', email: null, nowMs: NOW, session });
    expect(await store.erasures.lapsed({ beforeMs: NOW, limit: 9 })).toEqual(['long ago']);

    expect(await store.erasures.scrub({})).toBe(false);
    await store.erasures.begin({ erasureId: 'e', personId: 'long ago', askedMs: NOW });
    expect(await store.erasures.scrub({})).toBe(false);
    await store.erasures.done({ personId: 'long ago' });
    expect(await store.erasures.scrub({})).toBe(true);
    expect(await store.erasures.scrub({})).toBe(false);
    expect((await store.erasures.size({})) > 0).toBe(under.kind === 'SQLite');
    await store.talks.save({
      talkId: 't',
      office: 'o',
      auditorium: '',
      title: '',
      startedMs: 1,
      endedMs: 2,
      keptUntilMs: null,
      record: '{}',
      kind: 'talk',
    });
    await store.erasures.rewriteTalk({ talkId: 't', record: '{"of":"nobody"}' });
    expect((await store.talks.find({ talkId: 't' }))?.record).toBe('{"of":"nobody"}');
  });
});
