// The first value of a signal as a promise.
import { effect, type ReadonlySignal } from '@preact/signals';

/** Resolves with the first defined value; with undefined when none came within `giveUpMs`. */
export function awaitSignal<T>(source: ReadonlySignal<T | undefined>, giveUpMs: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => finish(undefined), giveUpMs);
    const finish = (value: T | undefined): void => {
      clearTimeout(timer);
      stop?.();
      resolve(value);
    };
    stop = effect(() => {
      const value = source.value;
      if (value !== undefined) queueMicrotask(() => finish(value));
    });
  });
}
