// What cannot be undone is done a moment later, so that it can be undone meanwhile. Whoever leaves or closes the page has decided.
import { type Signal, signal } from '@preact/signals-core';

/** As long as a note stands. */
export const UNDO_MS = 6000;

/** soon: may still be undone · done: was, or is being done. */
export type SoonState = 'soon' | 'done';

export class Soon {
  readonly states: Signal<ReadonlyMap<string, SoonState>> = signal(new Map());
  readonly #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; run: () => Promise<boolean> }>();

  /** @param run false: it did not work, and everything is as it was */
  add(id: string, run: () => Promise<boolean>): void {
    clearTimeout(this.#waiting.get(id)?.timer);
    this.#waiting.set(id, { timer: setTimeout(() => this.#finish(id), UNDO_MS), run });
    this.#set(id, 'soon');
  }

  /** Offered once more somewhere else: the time begins anew. */
  prolong(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting) this.add(id, waiting.run);
  }

  /** @returns false: too late */
  undo(id: string): boolean {
    const waiting = this.#waiting.get(id);
    if (!waiting) return false;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    this.#set(id, undefined);
    return true;
  }

  finishAll(): void {
    for (const id of [...this.#waiting.keys()]) this.#finish(id);
  }

  #finish(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    this.#set(id, 'done');
    void waiting.run().then((worked) => {
      if (!worked) this.#set(id, undefined);
    });
  }

  #set(id: string, state: SoonState | undefined): void {
    const states = new Map(this.states.peek());
    if (state) states.set(id, state);
    else states.delete(id);
    this.states.value = states;
  }
}
