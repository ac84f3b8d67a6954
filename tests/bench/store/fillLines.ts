// A database as years of writing fill it: lines of an office, its topics and a neighbour, with words as often as words are, and what is asked of it.
import { officeChannel, PER_MS, topicChannel } from '@comptoir/server/store/channelKeys';
import { foldedLine } from '@comptoir/server/store/foldedLine';
import type { Db, Tables } from '@comptoir/server/store/tables';
import { seededRandom } from '../../support/seededRandom.ts';

export interface FillLines {
  count: number;
  office: string;
  seed?: number;
}

const WORDS = 30_000;
const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ra', 'mé', 'ni', 'lo', 'pu', 'sa', 'té', 'vi', 'zo', 'chou', 'tre', 'bli', 'ment'];
const WRITERS = 200;
const TOPICS = 40;
/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 1000;
/** A line every half a minute. */
const STEP_MS = 30_000;
const NEIGHBOUR_SHARE = 0.1;
const TOPIC_SHARE = 0.4;

function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 7; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** The most frequent word is of rank 0; the n-th is about n times as rare (Zipf). */
const rankBy = (random: () => number): number => Math.floor(WORDS ** random()) - 1;

const topicIds = (): string[] => Array.from({ length: TOPICS }, (_, n) => `topic-${n}`);

/** Writes straight into an open, empty database; what is said last is the latest now. */
export async function fillLines(db: Db, { count, office, seed = 1 }: FillLines): Promise<void> {
  const random = seededRandom(seed);
  const topics = topicIds();
  const fromMs = Date.now() - count * STEP_MS;
  const lineAt = (n: number): Tables['lines'] => {
    const where = random() < NEIGHBOUR_SHARE ? `${office}-beside` : office;
    const topic = topics[Math.floor(random() * TOPICS)] ?? '';
    const channel = where === office && random() < TOPIC_SHARE ? topicChannel(topic) : officeChannel(where);
    const text = Array.from({ length: 4 + Math.floor(random() * 16) }, () => wordOf(rankBy(random))).join(' ');
    const atMs = Math.floor(fromMs + n * STEP_MS);
    const fromId = `writer-${Math.floor(random() * WRITERS)}`;
    return {
      ...{ seq: atMs * PER_MS, lineId: `line-${n}`, office: where, channel, fromId, toId: null, name: fromId, text, mentions: '[]', atMs },
      ...{ editedMs: null, replyToId: null, replyFrom: null, replyName: null, replyText: null, hiddenFrom: null },
      folded: foldedLine(where, channel, text),
    };
  };
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => lineAt(from + n));
    await db.insertInto('lines').values(rows).execute();
  }
}

/** Words that people look for: some in every tenth line, most rare, pairs, beginnings, and what was never said. */
export function searchesFor(count: number, seed = 2): string[] {
  const random = seededRandom(seed);
  const some = (): string => wordOf(rankBy(random));
  const ways = [
    some,
    () => wordOf(Math.floor(random() * WORDS)),
    () => `${some()} ${some()}`,
    () => some().slice(0, 3),
    () => `${some()} ${some().slice(0, 2)}`,
  ];
  return Array.from({ length: count }, (_, n) => (n % 10 === 9 ? 'xylophone' : (ways[n % ways.length]?.() ?? '')));
}
