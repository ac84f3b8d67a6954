// Which channels the chat offers, in which order, and what they are called.
import type { TopicView } from '@comptoir/shared/protocol/channels';
import type { Line } from '@comptoir/shared/protocol/talk';
import { type Channel, channelOfTopic, isPerson } from '../../../world/channelNames.ts';

export interface ChannelRow {
  id: Channel;
  kind: 'conversation' | 'office' | 'topic' | 'person';
  /** Of the topic, or the person one writes with; undefined when nobody remembers it. */
  name: string | undefined;
  /** The person one writes with is not here now. */
  gone: boolean;
  unread: number;
  /** Unread lines that name me. */
  mentions: number;
  /** Of a topic that is closed. */
  closed?: true;
}

interface Named {
  name: string;
}

export interface ChannelFacts {
  lines: ReadonlyMap<Channel, readonly Line[]>;
  unread: ReadonlyMap<Channel, number>;
  mentions: ReadonlyMap<Channel, number>;
  /** By personId; everybody here. */
  people: ReadonlyMap<string, Named>;
  /** By personId; whom I know of. */
  known: ReadonlyMap<string, Named>;
  topics: readonly TopicView[];
  /** When the server says the last line was written. */
  latestMs: ReadonlyMap<Channel, number>;
  /** Offered although nothing was said there yet. */
  shown: Channel;
  talking: boolean;
  /** On a visit to one area nobody reads what is said to everybody. */
  isVisit?: boolean;
}

/** The conversation I am in, the office, topics and then people, by what was written last; topics that are closed at the end. */
export function arrangeChannels(facts: ChannelFacts): ChannelRow[] {
  const { lines, unread, mentions, people, known, topics, latestMs, shown, talking, isVisit } = facts;
  const lastMs = (channel: Channel): number => lines.get(channel)?.at(-1)?.atMs ?? latestMs.get(channel) ?? Number.POSITIVE_INFINITY;
  const byLast = (a: Channel, b: Channel): number => lastMs(b) - lastMs(a) || (a < b ? -1 : 1);
  const row = (id: Channel, kind: ChannelRow['kind'], more: Partial<ChannelRow> = {}): ChannelRow => ({
    ...{ id, kind, name: undefined, gone: false },
    ...{ unread: unread.get(id) ?? 0, mentions: mentions.get(id) ?? 0 },
    ...more,
  });
  const nameOf = (id: string): string | undefined =>
    people.get(id)?.name ?? known.get(id)?.name ?? lines.get(id)?.findLast(({ from }) => from === id)?.name;
  const direct = [...new Set([...lines.keys(), ...latestMs.keys(), ...unread.keys(), shown])].filter(isPerson).sort(byLast);
  const topicMs = (topic: TopicView): number => {
    const ms = lastMs(channelOfTopic(topic.id));
    return Number.isFinite(ms) ? ms : topic.createdMs;
  };
  const isTalk = talking || shown === 'conversation' || (unread.get('conversation') ?? 0) > 0;
  return [
    ...(isTalk || isVisit ? [row('conversation', 'conversation')] : []),
    ...(isVisit ? [] : [row('office', 'office')]),
    ...[...topics]
      .sort((a, b) => Number(a.closed) - Number(b.closed) || topicMs(b) - topicMs(a) || (a.id < b.id ? -1 : 1))
      .map(({ id, title, closed }) => row(channelOfTopic(id), 'topic', { name: title, ...(closed ? { closed: true as const } : {}) })),
    ...direct.map((id) => row(id, 'person', { name: nameOf(id), gone: !people.has(id) })),
  ];
}

const QUICK = 5;

/** The few that stand in one row: what is always there, what is shown, what waits to be read, and the latest others. */
export function quickChannels(rows: readonly ChannelRow[], shown: Channel): ChannelRow[] {
  const always = (row: ChannelRow): boolean => row.kind === 'conversation' || row.kind === 'office' || row.id === shown;
  const waits = (row: ChannelRow): boolean => row.mentions > 0 || (row.unread > 0 && row.kind === 'person');
  const chosen = new Set(rows.filter(always));
  for (const isWanted of [waits, (row: ChannelRow) => row.unread > 0, (row: ChannelRow) => row.kind === 'person', () => true])
    for (const row of rows) if (chosen.size < QUICK && row.closed !== true && isWanted(row)) chosen.add(row);
  return rows.filter((row) => chosen.has(row));
}

/** The channel before or behind the one shown, round about. */
export function besideChannel(rows: readonly ChannelRow[], shown: Channel, step: 1 | -1): Channel | undefined {
  const open = rows.filter((row) => row.closed !== true || row.id === shown);
  const at = open.findIndex(({ id }) => id === shown);
  return open[(Math.max(0, at) + step + open.length) % open.length]?.id;
}

/** What is unread outside of the channel shown and wants me: of topics only where I am named. */
export const unreadElsewhere = (rows: readonly ChannelRow[], shown: Channel): number =>
  rows.reduce((sum, row) => (row.id === shown ? sum : sum + (row.kind === 'topic' ? row.mentions : row.unread)), 0);
