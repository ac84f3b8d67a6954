// The sound of a recording: all microphones and the sound of screens, mixed. See docs/decisions/0007-recording-without-a-codec.md.
import { Application, createEncoder } from 'libopus-wasm';
import type { TapeFacts } from './readTapes.ts';
import { FRAME, PER_MS, RATE } from './sound.ts';
import { Voice } from './Voice.ts';

/** Voices need no more; the sound of a screen may be music, and has two sides. */
const VOICE_BITS_PER_S = 48_000;
const MUSIC_BITS_PER_S = 96_000;
/** Half of what is possible: a tenth of the time, and nobody hears it of voices. */
const COMPLEXITY = 5;
/** Above it loud voices together are bent down instead of cut off. */
const KNEE = 0.8;

export interface Sound {
  ms: number;
  /** Encoded. */
  bytes: Uint8Array;
  /** The same as it was; until the next one is asked for. */
  samples: Float32Array<ArrayBuffer>;
}

export interface Mix {
  channels: 1 | 2;
  /** Of the encoder, in samples: players leave them out. */
  preSkip: number;
  /** Every 20 ms from 0 on, without a gap. */
  packets: AsyncGenerator<Sound>;
}

export async function mixVoices(tapes: readonly TapeFacts[], durationMs: number): Promise<Mix> {
  const channels = tapes.some(({ as }) => as === 'screenAudio') ? 2 : 1;
  const bitrate = channels === 2 ? MUSIC_BITS_PER_S : VOICE_BITS_PER_S;
  const encoder = await createEncoder({ channels, bitrate, complexity: COMPLEXITY, application: Application.Audio });
  return { channels, preSkip: encoder.getLookahead(), packets: packets() };

  async function* packets(): AsyncGenerator<Sound> {
    const coming = [...tapes];
    const open = new Map<TapeFacts, Voice>();
    const mix = new Float32Array(FRAME * channels);
    for (let from = 0; from < durationMs * PER_MS; from += FRAME) {
      while (coming[0] && coming[0].fromMs * PER_MS < from + FRAME) {
        const tape = coming.shift();
        const voice = tape && (await Voice.open(tape.path, channels));
        if (tape && voice) open.set(tape, voice);
      }
      mix.fill(0);
      for (const [tape, voice] of open) {
        voice.addTo(mix, from);
        if (!voice.isOver) continue;
        voice.close();
        open.delete(tape);
      }
      soften(mix);
      yield { ms: (from / RATE) * 1000, bytes: encoder.encodeFloat(mix).slice(), samples: mix };
    }
    for (const voice of open.values()) voice.close();
    encoder.free();
  }
}

/** Where two would be too loud together. */
function soften(mix: Float32Array): void {
  for (const [n, sample] of mix.entries()) {
    const loud = Math.abs(sample);
    if (loud <= KNEE) continue;
    mix[n] = Math.sign(sample) * (KNEE + (1 - KNEE) * Math.tanh((loud - KNEE) / (1 - KNEE)));
  }
}
