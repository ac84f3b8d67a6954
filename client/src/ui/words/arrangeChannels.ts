// Which channels the chat offers, in which order, and what they are called.
import type { Line } from '@comptoir/shared/protocol/talk';
import type { Channel } from '../../world/Talk.ts';

export interface ChannelRow {
  id: Channel;
  kind: 'conversation' | 'office' | 'person';
  /** Of the person one writes with; undefined when nobody remembers it. */
  name: string | undefined;
  /** The person one writes with has left. */
  gone: boolean;
  unread: number;
}

interface ChannelFacts {
  lines: ReadonlyMap<Channel, readonly Line[]>;
  unread: ReadonlyMap<Channel, number>;
  /** By personId; everybody here. */
  people: ReadonlyMap<string, { name: string }>;
  /** Offered although nothing was said there yet. */
  shown: Channel;
  /** On a visit to one area nobody reads what is said to everybody. */
  isVisit?: boolean;
}

const isPerson = (channel: Channel): boolean => channel !== 'conversation' && channel !== 'office';

/** The conversation, the office, then people by who wrote last. */
export function arrangeChannels({ lines, unread, people, shown, isVisit }: ChannelFacts): ChannelRow[] {
  const lastMs = (channel: Channel): number => lines.get(channel)?.at(-1)?.atMs ?? Number.POSITIVE_INFINITY;
  const direct = [...new Set([...lines.keys(), shown])].filter(isPerson).sort((a, b) => lastMs(b) - lastMs(a) || (a < b ? -1 : 1));
  const row = (id: Channel, kind: ChannelRow['kind']): ChannelRow => ({
    ...{ id, kind, unread: unread.get(id) ?? 0 },
    name: kind === 'person' ? (people.get(id)?.name ?? lines.get(id)?.findLast(({ from }) => from === id)?.name) : undefined,
    gone: kind === 'person' && !people.has(id),
  });
  return [row('conversation', 'conversation'), ...(isVisit ? [] : [row('office', 'office')]), ...direct.map((id) => row(id, 'person'))];
}
