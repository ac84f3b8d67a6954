// Reactions on a line: mine added or taken back.
import type { Line } from '@comptoir/shared/protocol/talk';

/** The line as it will be; those that nobody has any more are gone. */
export function withReaction(line: Line, emoji: string, personId: string, on: boolean): Line {
  const all = line.reactions ?? [];
  const known = all.find((reaction) => reaction.emoji === emoji);
  if (!known) return on ? { ...line, reactions: [...all, { emoji, people: [personId] }] } : line;
  const others = known.people.filter((id) => id !== personId);
  const people = on ? [...others, personId] : others;
  if (on === known.people.includes(personId)) return line;
  return {
    ...line,
    reactions: all.flatMap((reaction) => (reaction !== known ? [reaction] : people.length > 0 ? [{ emoji, people }] : [])),
  };
}

export const hasReacted = (line: Line, emoji: string, personId: string | undefined): boolean =>
  personId !== undefined && line.reactions?.find((reaction) => reaction.emoji === emoji)?.people.includes(personId) === true;
