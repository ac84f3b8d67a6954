// Short notes that go by themselves: at most two at a time, six seconds each, some with something to undo.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { MessageKey, Words } from '../../i18n/translate.ts';

export interface Toast {
  id: number;
  key: MessageKey;
  words?: Words;
  /** What the button does ("Undo"); without it there is none. */
  undo?: () => void;
  /** Another thing that one may do about it. */
  act?: { label: MessageKey; run: () => void };
}

const SHOWN_AT_ONCE = 2;
const SHOWN_MS = 6000;

export class ToastQueue {
  readonly #toasts: Signal<readonly Toast[]> = signal([]);
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;

  /** Oldest first. */
  get shown(): ReadonlySignal<readonly Toast[]> {
    return this.#toasts;
  }

  /** Shows it; the oldest makes place. The same sentence is not shown twice. */
  add(toast: Omit<Toast, 'id'>): void {
    const id = this.#next++;
    const others = this.#toasts
      .peek()
      .filter((other) => other.key !== toast.key || JSON.stringify(other.words) !== JSON.stringify(toast.words));
    this.#toasts.value = [...others, { ...toast, id }].slice(-SHOWN_AT_ONCE);
    this.hold(id, false);
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#toasts.value = this.#toasts.peek().filter((toast) => toast.id !== id);
  }

  /** Held (pointer or focus on it), a toast stays; let go, its time starts anew. */
  hold(id: number, held: boolean): void {
    clearTimeout(this.#timers.get(id));
    if (!held)
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), SHOWN_MS),
      );
  }
}
