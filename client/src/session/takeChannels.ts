// Writes what the server says of what stays into world.talk: topics, what is unread, lines that changed.
import type { ChannelServerMessages } from '@comptoir/shared/protocol/channels';
import { batch } from '@preact/signals-core';
import { channelOfKept } from '../world/channelNames.ts';
import { changeLine, countUnread } from '../world/lines.ts';
import type { World } from '../world/World.ts';

type Sink = { [T in keyof ChannelServerMessages]: (message: ChannelServerMessages[T]) => void };

export function takeChannels(world: World): Sink {
  const { talk } = world;
  return {
    lineChanged: (line) => changeLine(talk, line, world.myId.peek()),
    topics(topics) {
      talk.kept.topics.value = topics;
    },
    channels(told) {
      const facts = told.map((fact) => ({ ...fact, channel: channelOfKept(fact.of) }));
      batch(() => {
        talk.kept.meet(facts.flatMap(({ person }) => person ?? []));
        talk.kept.latestMs.value = new Map(facts.map(({ channel, latestMs }) => [channel, latestMs]));
        countUnread(talk, facts);
      });
    },
  };
}
