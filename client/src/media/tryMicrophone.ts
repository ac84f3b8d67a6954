// Three seconds of my microphone, recorded here and played back to me: nothing leaves the browser.
import type { Signal } from '@preact/signals-core';
import { playBack, record } from './recording.ts';
import type { Sound } from './Sound.ts';

export type Trial = 'idle' | 'recording' | 'playing' | 'done';

const TRIAL_MS = 3000;

export async function recordAndPlay(track: MediaStreamTrack, sound: Sound, trial: Signal<Trial>): Promise<void> {
  try {
    trial.value = 'recording';
    const recording = record(track);
    await new Promise((resolve) => setTimeout(resolve, TRIAL_MS));
    const blob = await recording.take();
    trial.value = 'playing';
    await (await playBack(sound, blob)).ended;
    trial.value = 'done';
  } catch (error) {
    console.warn('The microphone could not be tried.', error);
    trial.value = 'idle';
  }
}
