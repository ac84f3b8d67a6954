// Which lines of the notes stand as captions now: the last two, each as long as one reads it.
import type { NoteLine } from '@comptoir/shared/protocol/replay';

const LEAST_MS = 6000;
const MS_PER_CHARACTER = 70;
const MOST_MS = 15_000;
const MOST_LINES = 2;

export interface Caption {
  line: NoteLine;
  /** By this computer's clock. */
  cameMs: number;
}

export const captionMs = ({ text }: Pick<NoteLine, 'text'>): number => Math.min(MOST_MS, LEAST_MS + text.length * MS_PER_CHARACTER);

/**
 * @param seen ids that are known: what was written before one came is read in the panel. Grows.
 * @param nowMs by this computer's clock
 */
export function nextCaptions(before: readonly Caption[], notes: readonly NoteLine[], seen: Set<string>, nowMs: number): Caption[] {
  const byId = new Map(notes.map((line) => [line.id, line]));
  // as they are now: corrected, or taken away
  const standing = before.flatMap(({ line, cameMs }) => {
    const now = byId.get(line.id);
    return now && nowMs - cameMs < captionMs(now) ? [{ line: now, cameMs }] : [];
  });
  const fresh = notes.filter(({ id }) => !seen.has(id)).map((line) => ({ line, cameMs: nowMs }));
  for (const { id } of notes) seen.add(id);
  return [...standing, ...fresh].slice(-MOST_LINES);
}
