// Somebody knocks at the office's door: hosts hear it.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { ShortSounds } from './ShortSounds.ts';
import { knock } from './synthesise.ts';

/** As soft as a knock at a conversation. */
const VOLUME = 0.55;
const SECONDS = 1;

/** @param wanted false while the person has turned sounds off */
export function playDoor(scope: Scope, { hosting }: World, sounds: ShortSounds, wanted: ReadonlySignal<boolean>): void {
  let known = new Set(hosting.knocks.peek().map(({ id }) => id));
  scope.onEnd(
    effect(() => {
      const knocks = hosting.knocks.value;
      const isFresh = knocks.some(({ id }) => !known.has(id));
      known = new Set(knocks.map(({ id }) => id));
      if (isFresh && wanted.peek()) sounds.play(VOLUME, SECONDS, knock);
    }),
  );
}
