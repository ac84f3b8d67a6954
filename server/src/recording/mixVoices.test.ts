import { rmSync } from 'node:fs';
import { createDecoder, createEncoder } from 'libopus-wasm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TapeHead } from '../media/tapeFormat.ts';
import { mixVoices } from './mixVoices.ts';
import { readTapes } from './readTapes.ts';
import { FRAME, RATE } from './sound.ts';
import { type TestRecord, tapesFolder, writeTape } from './testTapes.ts';

let dir: string;
beforeEach(() => {
  dir = tapesFolder();
});
afterEach(() => rmSync(dir, { recursive: true }));

const microphone = (personId: string): TapeHead => ({ personId, as: 'microphone' });

/** Packets of a tone, 20 ms each. @param drift their clock runs so much slower than ours */
async function tone(hz: number, fromMs: number, untilMs: number, { loud = 0.3, drift = 1 } = {}): Promise<TestRecord[]> {
  const encoder = await createEncoder({ channels: 1, bitrate: 32_000, complexity: 0 });
  const records = Array.from({ length: Math.round((untilMs - fromMs) / 20) }, (_, n) => {
    const sound = Float32Array.from({ length: FRAME }, (_, i) => loud * Math.sin((2 * Math.PI * hz * (n * FRAME + i)) / RATE));
    return { ms: Math.round(fromMs + n * 20 * drift), payload: encoder.encodeFloat(sound).slice() };
  });
  encoder.free();
  return records;
}

async function heard(): Promise<Float32Array> {
  const { tapes, durationMs } = readTapes(dir, () => undefined);
  const { packets, preSkip, channels } = await mixVoices(tapes, durationMs);
  const decoder = await createDecoder({ channels });
  const parts: number[] = [];
  let expected = 0;
  for await (const { ms, bytes } of packets) {
    expect(ms).toBeCloseTo(expected);
    expected += 20;
    for (const [n, sample] of decoder.decodeFloat(bytes).entries()) if (n % channels === 0) parts.push(sample);
  }
  return Float32Array.from(parts.slice(preSkip));
}

function loudness(sound: Float32Array, hz: number, fromMs: number, untilMs: number): number {
  const [from, until] = [(fromMs * RATE) / 1000, (untilMs * RATE) / 1000];
  let [real, imaginary] = [0, 0];
  for (let n = from; n < until; n++) {
    real += (sound[n] ?? 0) * Math.cos((2 * Math.PI * hz * n) / RATE);
    imaginary += (sound[n] ?? 0) * Math.sin((2 * Math.PI * hz * n) / RATE);
  }
  return (2 * Math.hypot(real, imaginary)) / (until - from);
}

describe('the sound of a recording', () => {
  it('[K64] is all voices at once, each when it was said', async () => {
    writeTape(dir, 'a', microphone('ada'), await tone(500, 1000, 4000), 6000);
    writeTape(dir, 'b', microphone('bob'), await tone(1500, 3000, 5000), 6000);
    const sound = await heard();
    expect(loudness(sound, 500, 0, 900)).toBeLessThan(0.01);
    expect(loudness(sound, 500, 1100, 2900)).toBeGreaterThan(0.25);
    expect(loudness(sound, 1500, 1100, 2900)).toBeLessThan(0.01);
    for (const hz of [500, 1500]) expect(loudness(sound, hz, 3100, 3900)).toBeGreaterThan(0.25);
    expect(loudness(sound, 500, 4100, 4900)).toBeLessThan(0.01);
    expect(loudness(sound, 1500, 4100, 4900)).toBeGreaterThan(0.25);
    expect(sound.length / RATE).toBeCloseTo(6, 1);
  });

  it('[K64] of many who are loud together is not cut off', async () => {
    for (const [n, name] of ['a', 'b', 'c', 'd'].entries())
      writeTape(dir, name, microphone(name), await tone(400 + n * 300, 0, 2000, { loud: 0.5 }), 2000);
    const sound = await heard();
    expect(Math.max(...sound.subarray(4800).map(Math.abs))).toBeLessThan(1.15);
    expect(loudness(sound, 400, 500, 1500)).toBeGreaterThan(0.2);
  });

  it('[K64] goes on where packets were lost, and where a clock runs slower or faster', async () => {
    const records = await tone(500, 0, 7000);
    writeTape(
      dir,
      'a',
      microphone('ada'),
      records.filter((_, n) => n % 25 !== 7),
      20_000,
    );
    for (const [name, hz, drift] of [
      ['b', 1100, 1.01],
      ['c', 1700, 0.99],
    ] as const)
      writeTape(dir, name, microphone(name), await tone(hz, 0, 6500, { drift, loud: 0.2 }), 7000);
    const sound = await heard();
    for (let fromMs = 100; fromMs < 6400; fromMs += 20) {
      expect(loudness(sound, 500, fromMs, fromMs + 20)).toBeGreaterThan(0.1);
      for (const hz of [1100, 1700]) expect(loudness(sound, hz, fromMs, fromMs + 20)).toBeGreaterThan(0.05);
    }
  });

  it('[K64] of a screen has two sides; what is no sound is not heard', async () => {
    writeTape(dir, 's', { personId: 'ada', as: 'screenAudio' }, await tone(700, 0, 2000), 2000);
    writeTape(
      dir,
      'x',
      microphone('eve'),
      [
        { ms: 100, payload: new Uint8Array(40).fill(255) },
        { ms: 120, payload: new Uint8Array(1) },
      ],
      2000,
    );
    const { channels } = await mixVoices(readTapes(dir, () => undefined).tapes, 20);
    expect(channels).toBe(2);
    expect(loudness(await heard(), 700, 500, 1500)).toBeGreaterThan(0.25);
  });
});
