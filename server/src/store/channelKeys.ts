// How channels are named in the store, and the order in which their lines are kept.

export const officeChannel = (office: string): string => `office:${office}`;
export const topicChannel = (topic: string): string => `topic:${topic}`;
/** Of two people, whoever of them asks. */
export const pairChannel = (one: string, other: string): string => (one < other ? `pair:${one} ${other}` : `pair:${other} ${one}`);

export const isPair = (channel: string): boolean => channel.startsWith('pair:');

/** The other one of a pair. */
export function otherOf(channel: string, personId: string): string | undefined {
  if (!isPair(channel)) return undefined;
  const [one, other] = channel.slice('pair:'.length).split(' ');
  return one === personId ? other : one;
}

export const topicOf = (channel: string): string | undefined => (channel.startsWith('topic:') ? channel.slice('topic:'.length) : undefined);

/** `seq` says the order in which lines were kept: their moment, and room for so many of one millisecond. A whole number until the year 2248. */
export const PER_MS = 1024;
