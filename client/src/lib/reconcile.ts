// Follow a signal with an effect that has a clean-up: the latest value wins, and the effect of the one before is ended first.
import { effect, type ReadonlySignal } from '@preact/signals-core';

/**
 * Calls `enter(value, aborted)` for each new value; before the next value (and at the end) the signal aborts and the clean-up runs.
 * `enter` returns its clean-up at once and goes on by itself; its later errors go to `onError`.
 * @returns ends the following
 */
export function reconcile<T>(
  source: ReadonlySignal<T>,
  enter: (value: T, aborted: AbortSignal) => (() => void) | undefined,
  onError: (error: unknown) => void,
): () => void {
  return effect(() => {
    const value = source.value;
    const controller = new AbortController();
    let leave: (() => void) | undefined;
    try {
      leave = enter(value, controller.signal);
    } catch (error) {
      onError(error);
    }
    return () => {
      controller.abort();
      try {
        leave?.();
      } catch (error) {
        onError(error);
      }
    };
  });
}
