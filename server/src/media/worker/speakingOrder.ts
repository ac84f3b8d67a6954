// Who is shown as speaking to a hall: whoever spoke last, with patience, so that a cough or a "yes" changes nothing. Pure.

/** Between two words somebody goes on speaking. */
const PAUSE_MS = 500;
/** K46: after so much speech, begun while the others fell silent, somebody is who speaks. */
const LONG_ENOUGH_MS = 1000;
/** Who speaks into somebody's words for so long is shown all the same, but not more often than ... */
const INSISTING_MS = 4000;
/** ... this: two who quarrel do not flicker. */
const PATIENCE_MS = 10_000;

export interface SpeakingOrder {
  /** personIds, whoever speaks or spoke last first; at the end who has not spoken yet, in the order they came. */
  people: readonly string[];
  /** Speaks, with pauses, since when and until when. */
  runs: ReadonlyMap<string, { sinceMs: number; lastMs: number }>;
  /** When the first of them changed by speaking. */
  changedMs: number;
}

export const newOrder = (): SpeakingOrder => ({ people: [], runs: new Map(), changedMs: Number.NEGATIVE_INFINITY });

/** K46. A few times a second. @param voices personId -> when they last spoke */
export function nextOrder(before: SpeakingOrder, voices: ReadonlyMap<string, number>, nowMs: number): SpeakingOrder {
  const runs = new Map<string, { sinceMs: number; lastMs: number }>();
  for (const [personId, spokeMs] of voices) {
    if (nowMs - spokeMs > PAUSE_MS) continue;
    runs.set(personId, { sinceMs: before.runs.get(personId)?.sinceMs ?? spokeMs, lastMs: spokeMs });
  }
  const known = before.people.filter((personId) => voices.has(personId));
  const people = [...known, ...[...voices.keys()].filter((personId) => !known.includes(personId))];
  const hasAnybodySpoken = before.changedMs !== Number.NEGATIVE_INFINITY;
  const next = challenger(people, runs, hasAnybodySpoken ? nowMs - before.changedMs : Number.POSITIVE_INFINITY, hasAnybodySpoken);
  if (next === undefined) return { people, runs, changedMs: before.changedMs };
  return { people: [next, ...people.filter((personId) => personId !== next)], runs, changedMs: nowMs };
}

function challenger(
  people: readonly string[],
  runs: SpeakingOrder['runs'],
  sinceChangeMs: number,
  hasAnybodySpoken: boolean,
): string | undefined {
  const [first] = people;
  // whoever speaks longest
  const speaking = [...runs].sort(([, a], [, b]) => a.sinceMs - b.sinceMs);
  if (!hasAnybodySpoken) return speaking[0]?.[0];
  const others = speaking.filter(([personId]) => personId !== first);
  const isFirstSpeaking = first !== undefined && runs.has(first);
  const mostMs = isFirstSpeaking ? INSISTING_MS : LONG_ENOUGH_MS;
  if (isFirstSpeaking && sinceChangeMs < PATIENCE_MS) return undefined;
  return others.find(([, { sinceMs, lastMs }]) => lastMs - sinceMs >= mostMs)?.[0];
}
