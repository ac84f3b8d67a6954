// Who has read how far, on whatever device: what is unread in each channel.
import { isPair, otherOf } from './channelKeys.ts';
import type { Reader } from './history.ts';
import type { Db } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export interface ChannelState {
  channel: string;
  /** As many as are counted, at most. */
  unread: number;
  mentions: number;
  latestMs: number;
}

/** More are not counted: nobody reads a number of three digits. */
const COUNTED = 100;
/** Pairs, the latest ones. */
const PAIRS = 200;

interface Mark {
  atMs: number;
  lineId: string;
}

async function countUnread(
  db: Db,
  channel: string,
  { personId, apart }: Reader,
  mark: Mark,
): Promise<Pick<ChannelState, 'unread' | 'mentions'>> {
  const all = db
    .selectFrom('lines')
    .select('mentions')
    .where('channel', '=', channel)
    .where('fromId', 'not in', [personId, ...apart])
    .where((is) => is.or([is('hiddenFrom', 'is', null), is('hiddenFrom', '!=', personId)]))
    .where((is) => is(is.refTuple('atMs', 'lineId'), '>', is.tuple(mark.atMs, mark.lineId)));
  const rows = await all.orderBy('atMs', 'desc').limit(COUNTED).execute();
  const named = JSON.stringify(personId);
  return { unread: rows.length, mentions: rows.filter(({ mentions }) => mentions.includes(named)).length };
}

export const readMarks = {
  /** What was said before somebody came for the first time is not unread. */
  begin: write(async (db, { personId, channel, atMs }: { personId: string; channel: string; atMs: number }) => {
    await db
      .insertInto('readMarks')
      .values({ personId, channel, sinceMs: atMs, atMs, lineId: '' })
      .onConflict((conflict) => conflict.columns(['personId', 'channel']).doNothing())
      .execute();
  }),

  /** @returns whether somebody had not read so far before; undefined when there is no such line in this channel */
  readUpTo: keep(
    async (db, { personId, channel, lineId }: { personId: string; channel: string; lineId: string }): Promise<boolean | undefined> => {
      const line = await db
        .selectFrom('lines')
        .select('atMs')
        .where('lineId', '=', lineId)
        .where('channel', '=', channel)
        .executeTakeFirst();
      if (!line) return undefined;
      const { atMs } = line;
      const marks = db.selectFrom('readMarks').where('personId', '=', personId).where('channel', '=', channel);
      const mark = await marks.select(['atMs', 'lineId']).executeTakeFirst();
      if (mark && (mark.atMs > atMs || (mark.atMs === atMs && mark.lineId >= lineId))) return false;
      await db
        .insertInto('readMarks')
        .values({ personId, channel, sinceMs: atMs, atMs, lineId })
        .onConflict((conflict) => conflict.columns(['personId', 'channel']).doUpdateSet({ atMs, lineId }))
        .execute();
      return true;
    },
  ),

  /**
   * Of these channels those with something unread; and all pairs of this person.
   * @param since names the channel whose first mark holds for those that have none: what was said before they came is not unread
   */
  of: ask(
    async (db, { reader, channels, since }: { reader: Reader; channels: readonly string[]; since: string }): Promise<ChannelState[]> => {
      const { personId } = reader;
      const marks = new Map(
        (await db.selectFrom('readMarks').selectAll().where('personId', '=', personId).execute()).map((mark) => [mark.channel, mark]),
      );
      const pairs = [...marks.keys()].filter(isPair).filter((channel) => !reader.apart.includes(otherOf(channel, personId) ?? ''));
      const asked = [...channels, ...pairs];
      if (asked.length === 0) return [];
      const all = await db.selectFrom('channels').selectAll().where('channel', 'in', asked).orderBy('latestMs', 'desc').execute();
      const beganMs = marks.get(since)?.sinceMs ?? Number.MAX_SAFE_INTEGER;
      const states: ChannelState[] = [];
      for (const { channel, latestMs } of [
        ...all.filter(({ channel }) => !isPair(channel)),
        ...all.filter(({ channel }) => isPair(channel)).slice(0, PAIRS),
      ]) {
        const mark = marks.get(channel) ?? { atMs: beganMs, lineId: '' };
        const counted = latestMs >= mark.atMs ? await countUnread(db, channel, reader, mark) : { unread: 0, mentions: 0 };
        if (counted.unread > 0 || isPair(channel)) states.push({ channel, latestMs, ...counted });
      }
      return states;
    },
  ),
};
