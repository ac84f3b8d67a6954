// What one hears when a host calls everybody, is about to speak to everybody, or ends the conversation one is in: never where one does not want to be disturbed.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { ShortSounds } from './ShortSounds.ts';
import { chime } from './synthesise.ts';

/** Hz: up a fourth and up again, as a call across a place. */
const CALL = [523.25, 698.46, 880] as const;
const ENDING = [659.25, 523.25] as const;
/** Share of the full chime, which is itself far below a voice. */
const SOFT = 0.55;
const SECONDS = 1;

/** @param wanted false while the person has turned sounds off */
export function playHosting(scope: Scope, world: World, sounds: ShortSounds, wanted: ReadonlySignal<boolean>): void {
  const { hosting } = world;
  const play = (tones: readonly number[]): void => {
    if (!wanted.peek() || world.me.peek()?.availability === 'doNotDisturb') return;
    sounds.play(SOFT, SECONDS, (context, out) => chime(context, out, tones));
  };
  /** Plays whenever there is a new one that is not mine. */
  const onNew = <T extends { by?: string; untilTick: number | null }>(
    news: ReadonlySignal<T | undefined>,
    tones: readonly number[],
  ): void => {
    let known = news.peek()?.untilTick;
    scope.onEnd(
      effect(() => {
        const now = news.value;
        const isNew = now !== undefined && now.untilTick !== known && now.by !== world.myId.peek();
        known = now?.untilTick;
        if (isNew) play(tones);
      }),
    );
  };
  onNew(hosting.gathering, CALL);
  onNew(hosting.announcement, CALL);
  onNew(hosting.notice, CALL);
  onNew(hosting.ending, ENDING);
}
