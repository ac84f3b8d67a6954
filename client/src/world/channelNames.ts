// How lists of lines are called, and what the server calls them.
import type { KeptChannel } from '@comptoir/shared/protocol/channels';
import type { Audience } from '@comptoir/shared/protocol/talk';

/** Names a list of lines: 'conversation', 'office', `topic:` with its id, or the personId of whom I write with. */
export type Channel = 'conversation' | 'office' | (string & {});

const TOPIC = 'topic:';

export const channelOfTopic = (id: string): Channel => TOPIC + id;

export const topicIdOf = (channel: Channel): string | undefined => (channel.startsWith(TOPIC) ? channel.slice(TOPIC.length) : undefined);

export const isPerson = (channel: Channel): boolean =>
  channel !== 'conversation' && channel !== 'office' && topicIdOf(channel) === undefined;

export const channelOf = (to: Audience, from: string, myId: string | undefined): Channel =>
  to.kind === 'person' ? (from === myId ? to.id : from) : to.kind === 'topic' ? channelOfTopic(to.id) : to.kind;

export const channelOfKept = (of: KeptChannel): Channel =>
  of.kind === 'office' ? 'office' : of.kind === 'topic' ? channelOfTopic(of.id) : of.id;

export function audienceOf(channel: Channel): Audience {
  if (channel === 'conversation') return { kind: 'conversation' };
  if (channel === 'office') return { kind: 'office' };
  const topic = topicIdOf(channel);
  return topic === undefined ? { kind: 'person', id: channel } : { kind: 'topic', id: topic };
}

/** Undefined of a conversation: nothing of it stays. */
export function keptOf(channel: Channel): KeptChannel | undefined {
  const to = audienceOf(channel);
  return to.kind === 'conversation' ? undefined : to;
}
