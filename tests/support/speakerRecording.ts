// What really comes out of a speaker, behind everything that a browser does with sound.
import { spawn } from 'node:child_process';
import { endNow } from './endNow.ts';

const RECORDER = '/usr/bin/parec';
const RATE = 48_000;
/** Of 32,767. */
const LOUD = 1600;

/** When sounds began after a silence, ms since 1970. @param env names the sound server */
export async function listenToSpeakers(env: Record<string, string>, ms: number, silenceMs: number): Promise<number[]> {
  const format = ['--raw', '--format=s16le', `--rate=${RATE}`, '--channels=1', '--latency-msec=5'];
  const recorder = spawn(RECORDER, ['--device=@DEFAULT_MONITOR@', ...format], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts: Buffer[] = [];
  let bytes = 0;
  // samples come in lumps, some late, none early: the earliest of all says when the first was played
  let beganMs = Number.POSITIVE_INFINITY;
  recorder.stdout.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
    beganMs = Math.min(beganMs, performance.timeOrigin + performance.now() - (bytes / 2 / RATE) * 1000);
  });
  await new Promise((resolve) => setTimeout(resolve, ms));
  await endNow(recorder);
  const sound = Buffer.concat(parts);
  const begins: number[] = [];
  // what is heard at once may have begun before
  let loudMs = 0;
  for (let n = 0; n < sound.length >> 1; n++) {
    if (Math.abs(sound.readInt16LE(2 * n)) < LOUD) continue;
    const atMs = (n / RATE) * 1000;
    if (atMs - loudMs > silenceMs) begins.push(beganMs + atMs);
    loudMs = atMs;
  }
  return begins;
}
