// Who may write to whom: who is known here and lets themselves be written to, and to how many strangers somebody may write first.
import { foldWords } from '@comptoir/shared/foldWords';
import { findMentions, type Nameable } from '@comptoir/shared/words';
import { findBan } from './bans.ts';
import { pairChannel } from './channelKeys.ts';
import type { Db } from './tables.ts';
import { ask } from './verb.ts';

export interface FirstContact {
  /** People, since then (ms since 1970). */
  most: number;
  sinceMs: number;
}

/** Were they in one conversation, or has the other one written? */
async function knowEachOther(db: Db, fromId: string, toId: string): Promise<boolean> {
  const [oneId, otherId] = fromId < toId ? [fromId, toId] : [toId, fromId];
  const met = await db.selectFrom('met').select('oneId').where('oneId', '=', oneId).where('otherId', '=', otherId).executeTakeFirst();
  if (met) return true;
  const written = await db
    .selectFrom('lines')
    .select('lineId')
    .where('channel', '=', pairChannel(fromId, toId))
    .where('fromId', '=', toId)
    .where((is) => is.or([is('hiddenFrom', 'is', null), is('hiddenFrom', '!=', fromId)]))
    .limit(1)
    .executeTakeFirst();
  return written !== undefined;
}

/** Notes the first words to a stranger. @returns false when they wrote to as many strangers as they may */
export async function mayContact(
  db: Db,
  personId: string,
  otherId: string,
  atMs: number,
  { most, sinceMs }: FirstContact,
): Promise<boolean> {
  const contacts = db.selectFrom('firstContacts').where('personId', '=', personId);
  if (await contacts.select('otherId').where('otherId', '=', otherId).executeTakeFirst()) return true;
  if (await knowEachOther(db, personId, otherId)) return true;
  const lately = await contacts.select('otherId').where('atMs', '>', sinceMs).limit(most).execute();
  if (lately.length >= most) return false;
  await db.insertInto('firstContacts').values({ personId, otherId, atMs }).execute();
  return true;
}

/** Somebody who is not here, as far as whoever writes to them may know. */
export interface Addressee {
  name: string;
  /** They block whoever writes. */
  blocks: boolean;
}

export interface KnownHere {
  personId: string;
  name: string;
  trade: string;
  appearance: string;
}

export interface FindPeople {
  office: string;
  nowMs: number;
  /** By name or trade; empty: everybody. */
  text: string;
  not: readonly string[];
  limit: number;
}

/** 0: so begins their name; 1: it is in it; 2: it is in their trade. Undefined: not meant. */
function rankFor(wanted: readonly string[], { name, trade }: KnownHere): number | undefined {
  const begins = (folded: string, word: string): boolean => ` ${folded}`.includes(` ${word}`);
  const [ofName, ofTrade] = [foldWords(name), foldWords(trade)];
  if (!wanted.every((word) => begins(ofName, word) || begins(ofTrade, word))) return undefined;
  if (ofName.startsWith(wanted.join(' '))) return 0;
  return wanted.every((word) => begins(ofName, word)) ? 1 : 2;
}

/** Above that an office has more people than anybody looks through. */
const MOST_KNOWN = 5000;

/** Of an office: whoever has been in it, may be everywhere in it, and is not shut out; the last ones there of very many. */
async function knownIn(db: Db, office: string, nowMs: number): Promise<KnownHere[]> {
  const banned = db.selectFrom('bans').where((is) => is.or([is('untilMs', 'is', null), is('untilMs', '>', nowMs)]));
  const bannedPersons = banned.select('personId').where('personId', 'is not', null);
  const bannedDevices = banned.select('deviceHash').where('deviceHash', 'is not', null);
  return await db
    .selectFrom('positions')
    .innerJoin('persons', 'persons.personId', 'positions.personId')
    .leftJoin('passes', (join) => join.onRef('passes.personId', '=', 'persons.personId').on('passes.office', '=', office))
    .select(['persons.personId', 'persons.name', 'persons.trade', 'persons.appearance'])
    .where('positions.office', '=', office)
    .where((is) => is.or([is('passes.area', 'is', null), is('persons.rank', '!=', 'visitor')]))
    .where('persons.personId', 'not in', bannedPersons)
    .where((is) => is.or([is('persons.deviceHash', 'is', null), is('persons.deviceHash', 'not in', bannedDevices)]))
    .orderBy('positions.atMs', 'desc')
    .limit(MOST_KNOWN)
    .execute();
}

/** Of one name those who are here; else the one who is not, where there is only one. */
function meant(personIds: readonly string[], here: ReadonlySet<string>): readonly string[] {
  const present = personIds.filter((id) => here.has(id));
  return present.length > 0 ? present : personIds.length === 1 ? personIds : [];
}

export const contacts = {
  /** @returns undefined: nobody of this office, on a visit to one place of it, or shut out */
  addressee: ask(
    async (
      db,
      { toId, fromId, office, nowMs }: { toId: string; fromId: string; office: string; nowMs: number },
    ): Promise<Addressee | undefined> => {
      const person = await db
        .selectFrom('persons')
        .innerJoin('positions', 'positions.personId', 'persons.personId')
        .leftJoin('passes', (join) => join.onRef('passes.personId', '=', 'persons.personId').on('passes.office', '=', office))
        .select(['persons.name', 'persons.deviceHash', 'persons.rank', 'passes.area'])
        .where('persons.personId', '=', toId)
        .where('positions.office', '=', office)
        .executeTakeFirst();
      if (!person || (person.area !== null && person.rank === 'visitor')) return undefined;
      if (await findBan(db, { personId: toId, deviceHash: person.deviceHash ?? undefined, nowMs })) return undefined;
      const block = await db
        .selectFrom('blocks')
        .select('personId')
        .where('personId', '=', toId)
        .where('blockedId', '=', fromId)
        .executeTakeFirst();
      return { name: person.name, blocks: block !== undefined };
    },
  ),

  /** By name: when they were there is not told. */
  find: ask(async (db, { office, nowMs, text, not, limit }: FindPeople): Promise<KnownHere[]> => {
    const rows = await knownIn(db, office, nowMs);
    const words = foldWords(text);
    const wanted = words === '' ? [] : words.split(' ');
    const ranked = rows.flatMap((row) => {
      const rank = not.includes(row.personId) ? undefined : rankFor(wanted, row);
      return rank === undefined ? [] : [{ row, rank, key: foldWords(row.name) }];
    });
    ranked.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : Number(a.key > b.key)));
    return ranked.slice(0, limit).map(({ row }) => row);
  }),

  /** W6: whom an @ in a text names, of those who are here and of those who are known. */
  mentioned: ask(async (db, { office, nowMs, text, here }: { office: string; nowMs: number; text: string; here: readonly Nameable[] }) => {
    const ids = new Set(here.map(({ personId }) => personId));
    const absent = (await knownIn(db, office, nowMs)).filter(({ personId }) => !ids.has(personId));
    const named = findMentions(text, [...here, ...absent]).map(({ personIds }) => personIds);
    return [...new Set(named.flatMap((some) => meant(some, ids)))];
  }),

  /** How people are called, also those who are not here. */
  named: ask(async (db, { personIds }: { personIds: readonly string[] }): Promise<KnownHere[]> => {
    if (personIds.length === 0) return [];
    return await db.selectFrom('persons').select(['personId', 'name', 'trade', 'appearance']).where('personId', 'in', personIds).execute();
  }),
};
