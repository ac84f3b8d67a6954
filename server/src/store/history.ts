// What was said, read again: a page of a channel, the latest words of somebody's pairs, who said what.
import { isPair, pairChannel } from './channelKeys.ts';
import { type StoredLine, withAll } from './storedLines.ts';
import type { Db, Tables } from './tables.ts';
import { ask } from './verb.ts';

/** Who reads, and whom they do not read (P37). */
export interface Reader {
  personId: string;
  apart: readonly string[];
}

export interface PageAsk {
  channel: string;
  reader: Reader;
  before?: string | undefined;
  after?: string | undefined;
  around?: string | undefined;
  limit: number;
}

export interface Page {
  /** The oldest first. */
  lines: StoredLine[];
  more: boolean;
  later: boolean;
}

type Row = Tables['lines'];
type Place = Pick<Row, 'atMs' | 'lineId'>;

const readable = (db: Db, channel: string, { personId, apart }: Reader) => {
  const all = db
    .selectFrom('lines')
    .selectAll()
    .where('channel', '=', channel)
    .where((is) => is.or([is('hiddenFrom', 'is', null), is('hiddenFrom', '!=', personId)]));
  return apart.length === 0 ? all : all.where('fromId', 'not in', apart);
};

/** The latest first. */
function olderThan(db: Db, channel: string, reader: Reader, place: Place | undefined, limit: number): Promise<Row[]> {
  const all = readable(db, channel, reader);
  const some = place ? all.where((is) => is(is.refTuple('atMs', 'lineId'), '<', is.tuple(place.atMs, place.lineId))) : all;
  return some.orderBy('atMs', 'desc').orderBy('lineId', 'desc').limit(limit).execute();
}

function newerThan(db: Db, channel: string, reader: Reader, place: Place, limit: number): Promise<Row[]> {
  return readable(db, channel, reader)
    .where((is) => is(is.refTuple('atMs', 'lineId'), '>', is.tuple(place.atMs, place.lineId)))
    .orderBy('atMs')
    .orderBy('lineId')
    .limit(limit)
    .execute();
}

export const history = {
  /** @returns undefined when there is no such line in this channel */
  page: ask(async (db, { channel, reader, before, after, around, limit }: PageAsk): Promise<Page | undefined> => {
    const at = before ?? after ?? around;
    let place: Row | undefined;
    if (at !== undefined) {
      place = await readable(db, channel, reader).where('lineId', '=', at).executeTakeFirst();
      if (!place) return undefined;
    }
    if (place && after !== undefined) {
      const rows = await newerThan(db, channel, reader, place, limit + 1);
      return { lines: await withAll(db, rows.slice(0, limit)), more: true, later: rows.length > limit };
    }
    const side = around === undefined ? limit : Math.floor((limit - 1) / 2);
    const older = await olderThan(db, channel, reader, place, side + 1);
    const newer = place && around !== undefined ? await newerThan(db, channel, reader, place, side + 1) : [];
    const rows = [...older.slice(0, side).reverse(), ...(place && around !== undefined ? [place] : []), ...newer.slice(0, side)];
    return { lines: await withAll(db, rows), more: older.length > side, later: before !== undefined || newer.length > side };
  }),

  /** The latest of those whom somebody writes with, the oldest first. */
  direct: ask(async (db, { reader, pairs, each }: { reader: Reader; pairs: number; each: number }): Promise<StoredLine[]> => {
    const known = await db
      .selectFrom('readMarks')
      .innerJoin('channels', 'channels.channel', 'readMarks.channel')
      .select('channels.channel')
      .where('readMarks.personId', '=', reader.personId)
      .where('readMarks.channel', 'like', 'pair:%')
      .orderBy('channels.latestMs', 'desc')
      .limit(pairs)
      .execute();
    const rows: Row[] = [];
    for (const { channel } of known) rows.push(...(await olderThan(db, channel, reader, undefined, each)));
    return withAll(db, rows.sort(inOrder));
  }),

  /** Of two, what both may read. */
  between: ask(async (db, { one, other, limit }: { one: string; other: string; limit: number }): Promise<StoredLine[]> => {
    const all = db.selectFrom('lines').selectAll().where('channel', '=', pairChannel(one, other)).where('hiddenFrom', 'is', null);
    const rows = await all.orderBy('atMs', 'desc').orderBy('lineId', 'desc').limit(limit).execute();
    return withAll(db, rows.reverse());
  }),

  /** Lines that somebody said to everybody in an office, or in its topics. */
  openBy: ask(async (db, { office, personId }: { office: string; personId: string }): Promise<{ lineId: string }[]> => {
    const rows = await db
      .selectFrom('lines')
      .select(['lineId', 'channel'])
      .where('fromId', '=', personId)
      .where('office', '=', office)
      .execute();
    return rows.filter(({ channel }) => !isPair(channel));
  }),
};

const inOrder = (a: Row, b: Row): number => a.atMs - b.atMs || (a.lineId < b.lineId ? -1 : 1);
