// The lines of each channel: which there are, how many are kept here, how many are unread.
import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { type Channel, channelOf, topicIdOf } from './channelNames.ts';
import type { Talk } from './Talk.ts';

const mostOf = (channel: Channel): number => (channel === 'conversation' ? tuning.conversationLinesKept : tuning.officeLinesKept);

const isEarlier = (a: Line, b: Line): number => a.atMs - b.atMs || (a.id < b.id ? -1 : 1);

/**
 * Takes lines into their channels: those already known are not taken twice, the oldest give way, but for where older ones were asked for.
 * @param isUnread of those that others said
 * @returns the lines that are new
 */
export function takeLines(talk: Talk, lines: readonly Line[], myId: string | undefined, isUnread: (line: Line) => boolean): Line[] {
  const channels = new Map(talk.lines.peek());
  const unread = new Map(talk.unread.peek());
  const mentions = new Map(talk.kept.mentions.peek());
  const taken: Line[] = [];
  for (const line of lines) {
    // a late line of a conversation I have left
    if (line.to.kind === 'conversation' && line.conversation !== talk.conversation.peek()?.id) continue;
    const channel = channelOf(line.to, line.from, myId);
    const known = channels.get(channel) ?? [];
    if (known.some(({ id }) => id === line.id)) continue;
    taken.push(line);
    const most = mostOf(channel);
    channels.set(channel, [...known, line].sort(isEarlier).slice(known.length > most ? 0 : -most));
    if (known.length === most) talk.kept.page(channel, { more: true, state: talk.kept.pages.peek().get(channel)?.state ?? 'there' });
    if (line.from === myId || !isUnread(line)) continue;
    unread.set(channel, (unread.get(channel) ?? 0) + 1);
    if (myId !== undefined && line.mentions.includes(myId)) mentions.set(channel, (mentions.get(channel) ?? 0) + 1);
  }
  if (taken.length > 0) {
    talk.lines.value = channels;
    talk.unread.value = unread;
    talk.kept.mentions.value = mentions;
  }
  return taken;
}

/** Lines of one channel, put together in their order, each once: what is told last of a line holds. */
export function mergeLines(known: readonly Line[], told: readonly Line[]): Line[] {
  const byId = new Map(known.map((line) => [line.id, line]));
  for (const line of told) byId.set(line.id, line);
  return [...byId.values()].sort(isEarlier);
}

/**
 * A page of a channel's past.
 * @param isLatest it ends with the latest line: what is known from before a gap is let go
 */
export function takeHistory(
  talk: Talk,
  channel: Channel,
  { lines, more }: { lines: readonly Line[]; more: boolean },
  isLatest: boolean,
): void {
  const known = talk.lines.peek().get(channel) ?? [];
  const [first] = lines;
  const isGap = isLatest && more && first !== undefined && !known.some(({ id }) => id === first.id);
  const joined = mergeLines(isGap ? known.filter((line) => isEarlier(line, first) > 0) : known, lines);
  talk.lines.value = new Map(talk.lines.peek()).set(channel, joined);
  // the latest page may be shorter than what is here already
  const isShort = isLatest && joined[0] !== undefined && joined[0].id !== first?.id;
  talk.kept.page(channel, { more: isShort ? true : more, state: 'there' });
}

/** Whoever looks somewhere else needs the latest lines only. */
export function letGoOfHistory(talk: Talk, channel: Channel): void {
  const lines = talk.lines.peek().get(channel);
  const most = mostOf(channel);
  if (!lines || lines.length <= most) return;
  talk.lines.value = new Map(talk.lines.peek()).set(channel, lines.slice(-most));
  talk.kept.page(channel, { more: true, state: 'there' });
}

/** Edited, or with other reactions. */
export function changeLine(talk: Talk, line: Line, myId: string | undefined): void {
  const swap = (lines: readonly Line[]): readonly Line[] => lines.map((known) => (known.id === line.id ? line : known));
  const channel = channelOf(line.to, line.from, myId);
  const known = talk.lines.peek().get(channel);
  if (known?.some(({ id }) => id === line.id)) talk.lines.value = new Map(talk.lines.peek()).set(channel, swap(known));
  const excerpt = talk.kept.excerpt.peek();
  if (excerpt?.channel === channel) talk.kept.excerpt.value = { ...excerpt, lines: swap(excerpt.lines) };
}

/** Lines that nobody is to read any more. */
export function dropLines(talk: Talk, ids: ReadonlySet<string>, myId: string | undefined): void {
  const channels = new Map(talk.lines.peek());
  const unread = new Map(talk.unread.peek());
  for (const [channel, lines] of channels) {
    const left = lines.filter(({ id }) => !ids.has(id));
    if (left.length === lines.length) continue;
    channels.set(channel, left);
    // what is unread are the last ones that others said
    const others = lines.filter(({ from }) => from !== myId);
    const gone = others.slice(others.length - (unread.get(channel) ?? 0)).filter(({ id }) => ids.has(id)).length;
    if (gone > 0) unread.set(channel, (unread.get(channel) ?? 0) - gone);
  }
  talk.lines.value = channels;
  talk.unread.value = unread;
  const excerpt = talk.kept.excerpt.peek();
  if (excerpt) talk.kept.excerpt.value = { ...excerpt, lines: excerpt.lines.filter(({ id }) => !ids.has(id)) };
}

export function markRead(talk: Talk, channel: Channel): void {
  if (talk.kept.mentions.peek().get(channel)) {
    const mentions = new Map(talk.kept.mentions.peek());
    mentions.delete(channel);
    talk.kept.mentions.value = mentions;
  }
  if (!talk.unread.peek().get(channel)) return;
  const unread = new Map(talk.unread.peek());
  unread.delete(channel);
  talk.unread.value = unread;
}

/** The server's word on everything that stays: how much of it is unread, read on another device or not. */
export function countUnread(talk: Talk, facts: readonly { channel: Channel; unread: number; mentions: number }[]): void {
  const conversation = talk.unread.peek().get('conversation');
  const unread = new Map<Channel, number>(conversation === undefined ? [] : [['conversation', conversation]]);
  const mentions = new Map<Channel, number>();
  for (const fact of facts) {
    if (fact.unread > 0) unread.set(fact.channel, fact.unread);
    if (fact.mentions > 0) mentions.set(fact.channel, fact.mentions);
  }
  talk.unread.value = unread;
  talk.kept.mentions.value = mentions;
}

/** How many unread lines want me: of topics only those in which I am named. Reading it follows them. */
export function callsForMe({ unread, kept }: Talk): number {
  let sum = 0;
  for (const [channel, n] of unread.value) sum += topicIdOf(channel) === undefined ? n : (kept.mentions.value.get(channel) ?? 0);
  return sum;
}

/** What was said in a conversation goes with it. */
export function forgetConversation(talk: Talk): void {
  markRead(talk, 'conversation');
  talk.bubbles.clear();
  if (!talk.lines.peek().has('conversation')) return;
  const channels = new Map(talk.lines.peek());
  channels.delete('conversation');
  talk.lines.value = channels;
}

/** Of an earlier visit nothing stays. */
export function forgetChannels({ kept }: Talk): void {
  kept.topics.value = [];
  kept.latestMs.value = new Map();
  kept.people.value = new Map();
  kept.mentions.value = new Map();
  kept.pages.value = new Map();
  kept.excerpt.value = undefined;
  kept.goal.value = undefined;
}
