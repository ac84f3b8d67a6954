// Which offices a process takes and which it gives back, so that each has about as many.

export interface Shares {
  mine: readonly string[];
  /** That nobody runs, since when: how many rounds. */
  free: ReadonlyMap<string, number>;
  /** Of offices, everywhere. */
  count: number;
  /** How many each of the other processes runs. */
  others: readonly number[];
  isEmpty(officeId: string): boolean;
}

/** Whoever should have taken it has had the time: an office that stays shut is worse than one too many here. */
const PATIENCE_ROUNDS = 3;

export function toTake({ mine, free, count, others }: Shares): string[] {
  const room = Math.ceil(count / (others.length + 1)) - mine.length;
  const ids = [...free.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  return [...new Set([...ids.slice(0, Math.max(0, room)), ...ids.filter((id) => (free.get(id) ?? 0) >= PATIENCE_ROUNDS)])];
}

/** One at a time, and only one in which nobody is: for a process that has come later. */
export function toGive({ mine, free, count, others, isEmpty }: Shares): string | undefined {
  const fair = Math.ceil(count / (others.length + 1));
  if (free.size > 0 || mine.length <= fair || !others.some((theirs) => theirs < Math.floor(count / (others.length + 1)))) return undefined;
  return mine.find(isEmpty);
}
