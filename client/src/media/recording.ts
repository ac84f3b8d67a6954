// A short recording of a track and playing it back to me: in memory of this browser only, and gone when it was heard.
import { Meter } from './Meter.ts';
import type { Sound } from './Sound.ts';

export interface Recording {
  /** Ends it. */
  take(): Promise<Blob>;
  /** Forgets it. */
  drop(): void;
}

export function record(track: MediaStreamTrack): Recording {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error('The microphone could not be recorded.'));
  });
  // whoever takes it learns of it
  ended.catch(() => undefined);
  recorder.start();
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  return {
    async take() {
      stop();
      await ended;
      return new Blob(chunks, { type: recorder.mimeType });
    },
    drop() {
      stop();
      chunks.length = 0;
    },
  };
}

export interface Playback {
  meter: Meter;
  /** Resolves when it was heard, or stopped. */
  ended: Promise<void>;
  stop(): void;
}

/** Through the speaker that was chosen. @param lastMs only the end of it */
export async function playBack(sound: Sound, recording: Blob, lastMs = Number.POSITIVE_INFINITY): Promise<Playback> {
  const endUse = sound.use();
  const { context, output } = sound;
  sound.unblock();
  const buffer = await context.decodeAudioData(await recording.arrayBuffer()).catch((error: unknown) => {
    endUse();
    throw error;
  });
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(output);
  const meter = new Meter(context, source);
  const ended = new Promise<void>((resolve) => {
    source.onended = () => {
      meter.end();
      source.disconnect();
      endUse();
      resolve();
    };
  });
  source.start(0, Math.max(0, buffer.duration - lastMs / 1000));
  return { meter, ended, stop: () => source.stop() };
}
