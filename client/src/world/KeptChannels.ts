// What is written and stays, as the server tells: topics, with whom I write, and how much of each channel is here. Part of Talk.
import type { KnownPerson, TopicView } from '@comptoir/shared/protocol/channels';
import type { Line } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals-core';
import type { Channel } from './channelNames.ts';

/** How much of a channel is here: everything from its oldest line here to the latest one. */
export interface ChannelPage {
  /** There are older lines than those here. */
  more: boolean;
  state: 'there' | 'loading' | 'failed';
}

/** Lines around one that was looked for, further back than what is here. */
export interface Excerpt {
  channel: Channel;
  lines: readonly Line[];
  more: boolean;
  later: boolean;
}

export type Acquaintance = Omit<KnownPerson, 'here'>;

export class KeptChannels {
  readonly topics = signal<readonly TopicView[]>([]);
  /** Of those that the server told of, when the last line was written; ms since 1970. */
  readonly latestMs = signal<ReadonlyMap<Channel, number>>(new Map());
  /** Whom I know of, here or not, by personId. */
  readonly people = signal<ReadonlyMap<string, Acquaintance>>(new Map());
  /** Unread lines in which I am named. */
  readonly mentions = signal<ReadonlyMap<Channel, number>>(new Map());
  readonly pages = signal<ReadonlyMap<Channel, ChannelPage>>(new Map());
  readonly excerpt = signal<Excerpt | undefined>(undefined);
  /** The line to look at; a new object at each wish. */
  readonly goal = signal<{ channel: Channel; line: string } | undefined>(undefined);
  /** What the chat is asked to search; a new object at each wish. */
  readonly wishToSearch = signal<{ text: string } | undefined>(undefined);

  page(channel: Channel, page: ChannelPage | undefined): void {
    const pages = new Map(this.pages.peek());
    if (page) pages.set(channel, page);
    else pages.delete(channel);
    this.pages.value = pages;
  }

  meet(people: Iterable<Acquaintance>): void {
    const known = new Map(this.people.peek());
    for (const { personId, name, trade, appearance } of people) known.set(personId, { personId, name, trade, appearance });
    this.people.value = known;
  }

  topicOf(area: string | undefined): TopicView | undefined {
    return area === undefined ? undefined : this.topics.value.find((topic) => topic.area === area && !topic.closed);
  }
}
