// Two notes when the talk I am in begins to be recorded, and two when it no longer is: also where one does not want to be disturbed.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { ShortSounds } from './ShortSounds.ts';
import { chime } from './synthesise.ts';

/** Hz: a fifth. */
const BEGINS = [440, 659.25] as const;
const ENDS = [659.25, 440] as const;
const SOFT = 0.6;
const SECONDS = 0.6;

/** @param wanted false while the person has turned sounds off */
export function playRecording(scope: Scope, { auditorium }: World, sounds: ShortSounds, wanted: ReadonlySignal<boolean>): void {
  let was = false;
  scope.onEnd(
    effect(() => {
      const { state } = auditorium.recording.value?.view ?? {};
      const is = state === 'on' || (was && state === 'paused');
      const changed = is !== was;
      was = is;
      if (changed && wanted.peek()) sounds.play(SOFT, SECONDS, (context, out) => chime(context, out, is ? BEGINS : ENDS));
    }),
  );
}
