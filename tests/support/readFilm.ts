// Reads the files of a recording as a player would: what is to be seen at every moment, and what is to be heard.
import { readFileSync } from 'node:fs';
import { createDecoder } from 'libopus-wasm';
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input, type InputAudioTrack } from 'mediabunny';
import { MPEGDecoder } from 'mpg123-decoder';
import { COLOURS, type Colour } from './media/samples.ts';

export interface Shown {
  fromMs: number;
  /** `black` for anything that is none of the samples. */
  colour: Colour | 'black';
}

export interface Film {
  durationMs: number;
  /** What is to be seen, whenever it changes. */
  shown: Shown[];
  /** ms of pictures from which a player can begin. */
  keyframesMs: number[];
  sound: Float32Array;
}

const RATE = 48_000;
/** Above it there is a tone. */
const LOUD = 0.05;
const STEP_MS = 5;

const colourOf = (bytes: Uint8Array): Shown['colour'] => {
  const text = Buffer.from(bytes).toString('base64');
  return (Object.keys(COLOURS) as Colour[]).find((colour) => COLOURS[colour] === text) ?? 'black';
};

export async function readFilm(path: string): Promise<Film> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const film: Film = { durationMs: (await input.computeDuration()) * 1000, shown: [], keyframesMs: [], sound: new Float32Array(0) };
  const picture = await input.getPrimaryVideoTrack();
  if (picture)
    for await (const { type, timestamp, data } of new EncodedPacketSink(picture).packets()) {
      if (type !== 'key') continue;
      film.keyframesMs.push(timestamp * 1000);
      const colour = colourOf(data);
      if (film.shown.at(-1)?.colour !== colour) film.shown.push({ fromMs: timestamp * 1000, colour });
    }
  const sound = await input.getPrimaryAudioTrack();
  if (sound) film.sound = (await sound.getCodec()) === 'mp3' ? await decodeMp3(path) : await decode(sound);
  input.dispose();
  return film;
}

/** By another library than made it. */
async function decodeMp3(path: string): Promise<Float32Array> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const { channelData, sampleRate, errors } = decoder.decode(readFileSync(path));
  decoder.free();
  if (sampleRate !== RATE || errors.length > 0)
    throw new Error(`${path} is not as it should be: ${sampleRate} Hz, ${errors.length} errors`);
  return channelData[0] ?? new Float32Array(0);
}

async function decode(track: InputAudioTrack): Promise<Float32Array> {
  const decoder = await createDecoder({ channels: 1 });
  const parts: { at: number; samples: Float32Array }[] = [];
  let length = 0;
  for await (const { data, timestamp } of new EncodedPacketSink(track).packets()) {
    const part = { at: Math.max(0, Math.round(timestamp * RATE)), samples: decoder.decodeFloat(data).slice() };
    parts.push(part);
    length = Math.max(length, part.at + part.samples.length);
  }
  decoder.free();
  const sound = new Float32Array(length);
  for (const { at, samples } of parts) sound.set(samples, at);
  return sound;
}

/** What is to be seen then. */
export const seenAt = ({ shown }: Film, ms: number): Shown['colour'] | undefined => shown.findLast(({ fromMs }) => fromMs <= ms)?.colour;

/** How much of what is heard in between is this tone: 0 to 1 of its full loudness. */
export function loudnessOf({ sound }: Film, hz: number, fromMs: number, untilMs: number): number {
  const [from, until] = [fromMs, untilMs].map((ms) => Math.min(sound.length, Math.round((ms * RATE) / 1000))) as [number, number];
  let [real, imaginary] = [0, 0];
  for (let n = from; n < until; n++) {
    const angle = (2 * Math.PI * hz * n) / RATE;
    real += (sound[n] ?? 0) * Math.cos(angle);
    imaginary += (sound[n] ?? 0) * Math.sin(angle);
  }
  return until > from ? (2 * Math.hypot(real, imaginary)) / (until - from) : 0;
}

/** When it became loud after silence, ms. */
export function beginningsOf({ sound }: Film, silenceMs = 300): number[] {
  const beginnings: number[] = [];
  const step = (STEP_MS * RATE) / 1000;
  let loudMs = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < sound.length; at += step) {
    const ms = (at * 1000) / RATE;
    if (!sound.subarray(at, at + step).some((sample) => Math.abs(sample) > LOUD)) continue;
    if (ms - loudMs > silenceMs) beginnings.push(ms);
    loudMs = ms;
  }
  return beginnings;
}
