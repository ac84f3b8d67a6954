// The channels as the chat offers them now.
import type { Channel } from '../../../world/channelNames.ts';
import type { World } from '../../../world/World.ts';
import { arrangeChannels, type ChannelRow } from './arrangeChannels.ts';

/** Follows everything it reads. */
export function channelRows(world: World, shown: Channel): ChannelRow[] {
  const { talk, people } = world;
  const { kept } = talk;
  return arrangeChannels({
    ...{ lines: talk.lines.value, unread: talk.unread.value, mentions: kept.mentions.value, people: people.value },
    ...{ known: kept.people.value, topics: kept.topics.value, latestMs: kept.latestMs.value, shown },
    talking: talk.conversation.value !== undefined,
    isVisit: world.confinedTo.value !== undefined,
  });
}
