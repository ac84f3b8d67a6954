// The lines of each channel: which there are, how many are kept, how many are unread.
import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { type Channel, channelOf, type Talk } from './Talk.ts';

const mostOf = (channel: Channel): number =>
  channel === 'conversation' ? tuning.conversationLinesKept : channel === 'office' ? tuning.officeLinesKept : tuning.directLinesKept;

const isEarlier = (a: Line, b: Line): number => a.atMs - b.atMs || (a.id < b.id ? -1 : 1);

/**
 * Takes lines into their channels: those already known are not taken twice, the oldest give way.
 * @param isUnread of those that others said
 * @returns the lines that are new
 */
export function takeLines(talk: Talk, lines: readonly Line[], myId: string | undefined, isUnread: (line: Line) => boolean): Line[] {
  const channels = new Map(talk.lines.peek());
  const unread = new Map(talk.unread.peek());
  const taken: Line[] = [];
  for (const line of lines) {
    // a late line of a conversation I have left
    if (line.to.kind === 'conversation' && line.conversation !== talk.conversation.peek()?.id) continue;
    const channel = channelOf(line.to, line.from, myId);
    const known = channels.get(channel) ?? [];
    if (known.some(({ id }) => id === line.id)) continue;
    taken.push(line);
    channels.set(channel, [...known, line].sort(isEarlier).slice(-mostOf(channel)));
    if (line.from !== myId && isUnread(line)) unread.set(channel, (unread.get(channel) ?? 0) + 1);
  }
  if (taken.length > 0) {
    talk.lines.value = channels;
    talk.unread.value = unread;
  }
  return taken;
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
}

export function markRead(talk: Talk, channel: Channel): void {
  if (!talk.unread.peek().get(channel)) return;
  const unread = new Map(talk.unread.peek());
  unread.delete(channel);
  talk.unread.value = unread;
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
