// What one hears of applause in the talk one is in: hands that clap, softer than any voice. Other reactions are silent.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import { applauseSamples } from './applauseSamples.ts';
import type { ShortSounds } from './ShortSounds.ts';

const SECONDS = 1;
/** At most two overlap. */
const EVERY_MS = 400;

/** @param wanted false while the person has turned sounds off */
export function playApplause(scope: Scope, { auditorium }: World, sounds: ShortSounds, wanted: ReadonlySignal<boolean>): void {
  let lastMs = Number.NEGATIVE_INFINITY;
  let missed = 0;
  scope.onEnd(
    auditorium.onApplause(({ clap = 0 }) => {
      if (clap === 0 || !wanted.peek()) return;
      const nowMs = performance.now();
      missed += clap;
      if (nowMs - lastMs < EVERY_MS) return;
      lastMs = nowMs;
      const n = missed;
      missed = 0;
      sounds.play(1, SECONDS, (context, out) => {
        const samples = applauseSamples(n, context.sampleRate, Math.random);
        const buffer = context.createBuffer(1, samples.length, context.sampleRate);
        buffer.copyToChannel(samples, 0);
        const source = context.createBufferSource();
        source.buffer = buffer;
        source.connect(out);
        source.start();
      });
    }),
  );
}
