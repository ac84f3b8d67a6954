// Recordings of talks: real pictures and sounds go through the media server onto its disk, and come out of the finished files.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '@comptoir/server/ops/log';
import { Recordings } from '@comptoir/server/recording/Recordings';
import type { RecordedFiles } from '@comptoir/server/recording/recordingFile';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { type Colour, PACKETS_PER_S, PICTURES_PER_S, pictures, tones } from '../support/media/samples.ts';
import { ALL, useMedia } from '../support/media/useMedia.ts';
import { beginningsOf, type Film, loudnessOf, readFilm, seenAt } from '../support/readFilm.ts';

const stage = useMedia({ isHall: true });
let dir: string;
let recordings: Recordings;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recording-'));
  recordings = new Recordings(dir, createLog('silent'));
  stage.open();
});

afterEach(async () => {
  await recordings.close();
  rmSync(dir, { recursive: true, force: true });
});

const camera = { as: 'camera', mark: 'A', packetsPerS: PICTURES_PER_S, bytes: 0 } as const;
const microphone = { as: 'microphone', mark: 'a', packetsPerS: PACKETS_PER_S, bytes: 0 } as const;

const HZ = { ada: 500, bob: 1500 } as const;
const LOUD = 0.1;
const QUIET = 0.02;

async function speak(name: keyof typeof HZ, colour: Colour): Promise<SyntheticParticipant> {
  const person = stage.join(name, ALL);
  person.publish({ ...microphone, samples: await tones([{ hz: HZ[name], ms: 1000 }]) });
  person.publish({ ...camera, samples: pictures([{ colour, ms: 1000 }]) });
  await eventually(`${name} sends`, async () => ((await person.sent('camera'))?.packets ?? 0) > 5);
  return person;
}

const begin = (): void => stage.media.record(stage.callId, recordings.begin('talk', Date.now()));

async function end(): Promise<RecordedFiles> {
  stage.media.record(stage.callId, undefined);
  await recordings.end('talk');
  return ready();
}

function ready(): RecordedFiles {
  expect(recordings.stateOf('talk')).toBe('ready');
  const files = recordings.replayOf('talk');
  if (!files) throw new Error('there is no film');
  return files;
}

/** As the server does when it starts. */
async function startAgain(): Promise<RecordedFiles> {
  await recordings.close();
  recordings = new Recordings(dir, createLog('silent'));
  recordings.repair();
  expect(recordings.stateOf('talk')).toBe('finishing');
  await eventually('it is made', () => recordings.stateOf('talk') !== 'finishing');
  return ready();
}

const isHeard = (film: Film, name: keyof typeof HZ, fromMs: number): boolean => {
  const loudness = loudnessOf(film, HZ[name], fromMs, fromMs + 300);
  expect(loudness > LOUD || loudness < QUIET).toBe(true);
  return loudness > LOUD;
};
const energyOf = ({ sound }: Film): number => sound.reduce((sum, sample) => sum + sample * sample, 0);
/** What is to be seen without the black before the first picture. */
const coloursOf = ({ shown }: Film): string[] => shown.map(({ colour }) => colour).filter((colour, n) => n > 0 || colour !== 'black');

describe('recordings', { timeout: 60_000 }, () => {
  it('[K61] whoever speaks is seen and heard in the film, both within 80 ms, and one can go anywhere in it', async () => {
    const ada = stage.join('ada', ALL);
    begin();
    const clap = [
      { hz: 1000, ms: 200 },
      { hz: 0, ms: 800 },
    ];
    ada.publish({ ...microphone, samples: await tones(clap) });
    const flash = [
      { colour: 'white', ms: 200 },
      { colour: 'red', ms: 800 },
    ] as const;
    // the picture takes longer on its way than the voice
    ada.publish({ ...camera, samples: pictures(flash), delayMs: 300 });
    await sleep(9000);
    const files = await end();
    const film = await readFilm(files.path);
    expect(film.durationMs).toBeGreaterThan(8500);
    expect(Math.abs(film.durationMs - files.durationMs)).toBeLessThan(100);
    const flashes = film.shown.filter(({ colour, fromMs }) => colour === 'white' && fromMs > 3000).map(({ fromMs }) => fromMs);
    const beeps = beginningsOf(film);
    expect(flashes.length).toBeGreaterThan(3);
    for (const atMs of flashes) expect(Math.min(...beeps.map((beep) => Math.abs(beep - atMs)))).toBeLessThan(80);
    expect(seenAt(film, (flashes[1] ?? 0) + 500)).toBe('red');
    const gaps = film.keyframesMs.map((ms, n) => ms - (film.keyframesMs[n - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(6500);
    // the sound alone is the same; as MP3 it comes 23 ms later (1105 samples of encoder and decoder)
    const sound = await readFilm(files.audioPath);
    expect(beginningsOf(sound).length).toBe(beeps.length);
    for (const [n, ms] of beginningsOf(sound).entries()) expect(Math.abs(ms - (beeps[n] ?? Number.NaN))).toBeLessThan(60);
    expect(sound.shown).toEqual([]);
  });

  it('[K70] the sound alone is MP3, as long and as loud as in the film', async () => {
    begin();
    await speak('ada', 'green');
    await sleep(2500);
    const files = await end();
    const [film, sound] = [await readFilm(files.path), await readFilm(files.audioPath)];
    expect([files.audioType, files.audioBytes]).toEqual(['audio/mpeg', statSync(files.audioPath).size]);
    expect(readFileSync(files.audioPath).readUInt16BE(0) & 0xfffe).toBe(0xfffa);
    expect(Math.abs(sound.durationMs - film.durationMs)).toBeLessThan(100);
    // the encoder leaves half a decibel of room
    expect(energyOf(sound) / energyOf(film)).toBeGreaterThan(0.85);
    expect(energyOf(sound) / energyOf(film)).toBeLessThan(1.05);
    expect(isHeard(sound, 'ada', 1500)).toBe(true);
  });

  it('[K64][K68] is who speaks, all voices together; somebody who withdraws is neither heard nor seen, and the tapes go with it', async () => {
    begin();
    const ada = await speak('ada', 'green');
    await sleep(2500);
    ada.speak(127);
    await speak('bob', 'blue');
    await sleep(6500);
    const whole = await readFilm((await end()).path);
    expect(coloursOf(whole)).toEqual(['green', 'blue']);
    const bobsMs = whole.shown.find(({ colour }) => colour === 'blue')?.fromMs ?? 0;
    for (const name of ['ada', 'bob'] as const) expect(isHeard(whole, name, bobsMs + 1000)).toBe(true);

    expect(recordings.withdraw('talk', 'bob')).toBe('ok');
    expect(recordings.replayOf('talk')).toBeUndefined();
    expect(existsSync(join(dir, 'recordings/talk/replay.webm'))).toBe(false);
    await eventually('it is made anew', () => recordings.stateOf('talk') === 'ready');
    const without = await readFilm(ready().path);
    expect(coloursOf(without)).toEqual(['green', 'black']);
    expect(isHeard(without, 'ada', bobsMs + 1000)).toBe(true);
    expect(isHeard(without, 'bob', bobsMs + 1000)).toBe(false);
    expect(Math.abs(without.durationMs - whole.durationMs)).toBeLessThan(100);

    await recordings.remove('talk');
    expect(recordings.stateOf('talk')).toBe('none');
    for (const name of ['tapes', 'replay.webm', 'replay.mp3', 'recording.json'])
      expect(existsSync(join(dir, 'recordings/talk', name))).toBe(false);
  });

  it('[K66][K65] a worker killed with all it had loses less than 5 s; the next goes on, and a film comes of both at the next start', async () => {
    begin();
    await speak('ada', 'green');
    await sleep(4000);
    const killedMs = Date.now();
    const [pid] = stage.media.pids();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    const dead = stage.callId;
    await eventually('the call is over', () => stage.died.includes(dead));
    stage.open();
    begin();
    const againMs = Date.now();
    await speak('bob', 'yellow');
    await sleep(4000);
    // the server too
    for (const other of stage.media.pids()) process.kill(other, 'SIGKILL');
    const endedMs = Date.now();
    const files = await startAgain();
    const film = await readFilm(files.path);
    const at = (ms: number): number => ms - files.beganMs;
    const greenMs = film.shown.find(({ colour }) => colour === 'green')?.fromMs ?? 0;
    const blackMs = film.shown.find(({ colour, fromMs }) => colour === 'black' && fromMs > greenMs)?.fromMs ?? 0;
    expect(at(killedMs) - blackMs).toBeLessThan(2000);
    expect(film.durationMs).toBeGreaterThan(at(endedMs) - 2000);
    expect(coloursOf(film)).toEqual(['green', 'black', 'yellow']);
    expect(isHeard(film, 'ada', greenMs + 500)).toBe(true);
    expect(isHeard(film, 'ada', at(againMs) + 1500)).toBe(false);
    expect(isHeard(film, 'bob', film.durationMs - 1500)).toBe(true);
    expect(film.shown.find(({ colour }) => colour === 'yellow')?.fromMs).toBeGreaterThan(at(againMs) - 100);
    expect(statSync(files.audioPath).size).toBe(files.audioBytes);
  });
});
