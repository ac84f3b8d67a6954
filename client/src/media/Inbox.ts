// Letters of the others and of the media server, by epoch: kept for a moment, for they may come before the call they are meant for is ready.

const KEPT_MS = 8000;
const MOST_KEPT = 500;

/** One of these for members' letters, one for the server's: `T` is what a letter holds. */
export class Inbox<T> {
  readonly #listeners = new Map<number, (content: T) => void>();
  #kept: { epoch: number; atMs: number; content: T }[] = [];

  receive(epoch: number, content: T, nowMs: number): void {
    const listener = this.#listeners.get(epoch);
    if (listener) return listener(content);
    this.#kept = this.#kept.filter(({ atMs }) => nowMs - atMs < KEPT_MS).slice(-MOST_KEPT);
    this.#kept.push({ epoch, atMs: nowMs, content });
  }

  /** From now on letters of this epoch go there, those that came too early first. @returns ends it */
  open(epoch: number, listener: (content: T) => void): () => void {
    this.#listeners.set(epoch, listener);
    const early = this.#kept.filter((letter) => letter.epoch === epoch);
    this.#kept = this.#kept.filter((letter) => letter.epoch !== epoch);
    for (const { content } of early) listener(content);
    return () => {
      if (this.#listeners.get(epoch) === listener) this.#listeners.delete(epoch);
    };
  }
}
