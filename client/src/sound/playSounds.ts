// What one hears in the office besides voices: the machine that brews nearby, the sound of the area one is in, who comes and who knocks.
import { tuning } from '@comptoir/shared/tuning';
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import { playApplause } from './playApplause.ts';
import { playDoor } from './playDoor.ts';
import { playHosting } from './playHosting.ts';
import { playRecording } from './playRecording.ts';
import { playTalk } from './playTalk.ts';
import { ShortSounds } from './ShortSounds.ts';
import { brew } from './synthesise.ts';

/** Beyond this the machine is not heard; half way it is half as loud. px */
const HEARD_PX = 420;

/** @param wanted false while the person has turned sounds off */
export function playSounds(scope: Scope, world: World, wanted: ReadonlySignal<boolean>): void {
  const sounds = new ShortSounds(scope);
  playBrewing(scope, world, sounds, wanted);
  playAmbience(scope, world, wanted);
  playTalk(scope, world, sounds, wanted);
  playDoor(scope, world, sounds, wanted);
  playHosting(scope, world, sounds, wanted);
  playApplause(scope, world, sounds, wanted);
  playRecording(scope, world, sounds, wanted);
}

function playBrewing(scope: Scope, world: World, sounds: ShortSounds, wanted: ReadonlySignal<boolean>): void {
  let known = world.brewing.peek();
  scope.onEnd(
    effect(() => {
      const brewing = world.brewing.value;
      const before = known;
      known = brewing;
      if (!wanted.peek()) return;
      for (const [id, untilTick] of brewing) {
        if (before.get(id) === untilTick) continue;
        const thing = world.ground.peek().map.things.find((candidate) => candidate.id === id);
        if (!thing) continue;
        const { x, y, width, height } = thing.shape;
        const px = Math.hypot(world.own.x - x - width / 2, world.own.y - y - height / 2);
        if (px > HEARD_PX) continue;
        const seconds = tuning.brewMs / 1000;
        sounds.play(1 - px / HEARD_PX, seconds, (context, out) => brew(context, out, seconds));
      }
    }),
  );
}

/** Plays `world.ambience`; says there when the browser waits for a click first. */
function playAmbience(scope: Scope, world: World, wanted: ReadonlySignal<boolean>): void {
  let playing: { url: string; audio: HTMLAudioElement } | undefined;
  const stop = (): void => {
    playing?.audio.pause();
    playing = undefined;
  };
  scope.onEnd(stop);
  scope.onEnd(
    effect(() => {
      const ambience = world.ambience.value;
      if (!ambience || !wanted.value) return stop();
      if (playing?.url !== ambience.url) {
        stop();
        playing = { url: ambience.url, audio: new Audio(ambience.url) };
      }
      const { audio } = playing;
      audio.loop = ambience.loop;
      audio.volume = ambience.volume;
      if (ambience.blocked || !audio.paused) return;
      audio.play().catch(() => {
        if (world.ambience.peek()?.url === ambience.url) world.ambience.value = { ...ambience, blocked: true };
      });
    }),
  );
}
