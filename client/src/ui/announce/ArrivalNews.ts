// Who came near or came in, told at most once every five seconds and then all together.

export const NEWS_EVERY_MS = 5000;

export type ArrivalKind = 'near' | 'arrived';

export class ArrivalNews {
  readonly #waiting = new Map<string, { name: string; kind: ArrivalKind }>();
  #toldMs = Number.NEGATIVE_INFINITY;

  /** Somebody came. Told later, unless gone by then. */
  came(personId: string, name: string, kind: ArrivalKind): void {
    if (this.#waiting.get(personId)?.kind !== 'near') this.#waiting.set(personId, { name, kind });
  }

  /** Gone before it was told: nothing to tell. */
  left(personId: string): void {
    this.#waiting.delete(personId);
  }

  /** What to say now; undefined while nothing waits or the last news is too fresh. Who came near goes before who came in. */
  take(nowMs: number): { kind: ArrivalKind; names: string[] } | undefined {
    if (this.#waiting.size === 0 || nowMs - this.#toldMs < NEWS_EVERY_MS) return undefined;
    const all = [...this.#waiting.values()];
    const kind: ArrivalKind = all.some((one) => one.kind === 'near') ? 'near' : 'arrived';
    const told = all.filter((one) => one.kind === kind);
    for (const [id, one] of this.#waiting) if (one.kind === kind) this.#waiting.delete(id);
    this.#toldMs = nowMs;
    return { kind, names: told.map((one) => one.name) };
  }
}
