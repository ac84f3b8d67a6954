// Waits for a signal to have a value.
import { effect, type ReadonlySignal } from '@preact/signals-core';

/** The value as soon as there is one; undefined when there is none after `ms`. */
export function untilDefined<T>(source: ReadonlySignal<T | undefined>, ms: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    const finish = (value: T | undefined): void => {
      clearTimeout(timer);
      // an effect runs once while it is being made, before it can be stopped
      queueMicrotask(() => stop?.());
      resolve(value);
    };
    const timer = setTimeout(() => finish(undefined), ms);
    stop = effect(() => {
      if (source.value !== undefined) finish(source.value);
    });
  });
}
