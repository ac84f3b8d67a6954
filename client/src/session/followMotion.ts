// Does the system ask for less motion? As a signal.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';

export function followMotion(scope: Scope): ReadonlySignal<boolean> {
  const media = matchMedia('(prefers-reduced-motion: reduce)');
  const reduced = signal(media.matches);
  scope.listen(media, 'change', () => {
    reduced.value = media.matches;
  });
  return reduced;
}
