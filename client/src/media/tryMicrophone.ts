// Three seconds of my microphone, recorded here and played back to me: nothing leaves the browser.
import type { Signal } from '@preact/signals-core';

export type Trial = 'idle' | 'recording' | 'playing' | 'done';

const TRIAL_MS = 3000;

type Player = HTMLAudioElement & { setSinkId?(id: string): Promise<void> };

function record(track: MediaStreamTrack): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(new MediaStream([track]));
    const chunks: Blob[] = [];
    recorder.ondataavailable = ({ data }) => chunks.push(data);
    recorder.onstop = () => resolve(new Blob(chunks, { type: recorder.mimeType }));
    recorder.onerror = () => reject(new Error('The microphone could not be recorded.'));
    recorder.start();
    setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), TRIAL_MS);
  });
}

async function play(recording: Blob, speaker: string | undefined): Promise<void> {
  const url = URL.createObjectURL(recording);
  const player: Player = new Audio(url);
  try {
    if (speaker !== undefined) await player.setSinkId?.(speaker).catch(() => undefined);
    await player.play();
    await new Promise<void>((resolve) => {
      player.onended = () => resolve();
      player.onerror = () => resolve();
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

export async function recordAndPlay(track: MediaStreamTrack, speaker: string | undefined, trial: Signal<Trial>): Promise<void> {
  try {
    trial.value = 'recording';
    const recording = await record(track);
    trial.value = 'playing';
    await play(recording, speaker);
    trial.value = 'done';
  } catch (error) {
    console.warn('The microphone could not be tried.', error);
    trial.value = 'idle';
  }
}
