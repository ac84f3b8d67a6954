// Finding words in what was said: by the index of the database where texts are open, by reading where they are sealed.
import { foldWords, holdsWords, type Wanted } from '@comptoir/shared/foldWords';
import { sql } from 'kysely';
import { type InstanceKey, openText } from '../ops/sealText.ts';
import { dialectOf } from './dialect.ts';
import { scopeMark } from './foldedLine.ts';
import type { Reader } from './history.ts';
import { textSeal } from './seals.ts';
import { type StoredLine, withAll } from './storedLines.ts';
import type { Db, Tables } from './tables.ts';
import { ask } from './verb.ts';

export interface Search {
  wanted: Wanted;
  reader: Reader;
  /** Only what was kept before this one. */
  beforeSeq?: number | undefined;
  limit: number;
}

type Row = Tables['lines'];

/** Words hold letters and digits only (foldWords): there is nothing to escape in them. */
const inSqlite = (mark: string, { whole, begun }: Wanted): string =>
  [...[mark, ...whole].map((word) => `"${word}"`), ...(begun === undefined ? [] : [`"${begun}"*`])].join(' AND ');
const inPostgres = (mark: string, { whole, begun }: Wanted): string =>
  [mark, ...whole, ...(begun === undefined ? [] : [`${begun}:*`])].join(' & ');

/** Words that many lines hold are found among the latest ones at once; of the others the index knows the few there are. */
const LATEST = 5000;

async function findOpen(db: Db, scope: string, search: Search): Promise<Row[]> {
  const { wanted, reader, beforeSeq = Number.MAX_SAFE_INTEGER, limit } = search;
  const mark = scopeMark(scope);
  const isRead = reader.apart.length === 0 ? sql`` : sql`and ${sql.ref('lines.fromId')} not in (${sql.join(reader.apart)})`;
  if (dialectOf(db) === 'sqlite') {
    const query = sql<Row>`select lines.* from found join lines on lines.seq = found.rowid
      where found match ${inSqlite(mark, wanted)} and found.rowid < ${beforeSeq} ${isRead} order by found.rowid desc limit ${limit}`;
    return (await query.execute(db)).rows;
  }
  const words = sql`to_tsquery('simple', ${inPostgres(mark, wanted)})`;
  const latest = sql<Row>`select * from (select * from lines where seq < ${beforeSeq} order by seq desc limit ${LATEST}) as lines
    where found @@ ${words} ${isRead} order by seq desc limit ${limit}`;
  const { rows } = await latest.execute(db);
  if (rows.length === limit) return rows;
  // by its index in any case: going back line by line for a rare word takes seconds
  const all = sql<Row>`with hits as materialized (select * from lines where found @@ ${words} and seq < ${beforeSeq} ${isRead})
    select * from hits order by seq desc limit ${limit}`;
  return (await all.execute(db)).rows;
}

export const search = {
  /** @param scope names an office with all its topics (`all of <office>`), or one open channel. The latest first. */
  open: ask(async (db, { scope, ...search }: Search & { scope: string }): Promise<StoredLine[]> => {
    return withAll(db, await findOpen(db, scope, search));
  }),

  /** Of somebody's direct lines the latest `most`, opened here: where people walk nobody waits for it. The latest first. */
  direct: ask(
    async (
      db,
      { key, channel, wanted, reader, beforeSeq, limit, most }: Search & { key: InstanceKey; channel?: string | undefined; most: number },
    ): Promise<StoredLine[]> => {
      const { personId, apart } = reader;
      const mine = db.selectFrom('readMarks').select('channel').where('personId', '=', personId).where('channel', 'like', 'pair:%');
      let query = db
        .selectFrom('lines')
        .selectAll()
        .where((is) => is.or([is('hiddenFrom', 'is', null), is('hiddenFrom', '!=', personId)]));
      query = channel === undefined ? query.where('channel', 'in', mine) : query.where('channel', '=', channel);
      if (apart.length > 0) query = query.where('fromId', 'not in', apart);
      const rows = await query.orderBy('atMs', 'desc').limit(most).execute();
      const isFound = ({ text, lineId }: Row): boolean => holdsWords(foldWords(openText(key, text, textSeal(lineId)) ?? ''), wanted);
      const hits: Row[] = [];
      for (const row of rows) {
        if (hits.length >= limit) break;
        if ((beforeSeq === undefined || row.seq < beforeSeq) && isFound(row)) hits.push(row);
      }
      return withAll(db, hits);
    },
  ),
};
