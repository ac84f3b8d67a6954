// Ten minutes of a talk on the disk: sound and picture stay together from the first minute to the last, and one can go anywhere.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '@comptoir/server/ops/log';
import { Recordings } from '@comptoir/server/recording/Recordings';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PACKETS_PER_S, PICTURES_PER_S, pictures, tones } from '../support/media/samples.ts';
import { ALL, useMedia } from '../support/media/useMedia.ts';
import { beginningsOf, readFilm } from '../support/readFilm.ts';

const MINUTES = 10;
const MS = MINUTES * 60_000;

const stage = useMedia({ isHall: true });
const dir = mkdtempSync(join(tmpdir(), 'recording-'));
const recordings = new Recordings(dir, createLog('silent'));
beforeAll(() => stage.open());
afterAll(async () => {
  await recordings.close();
  rmSync(dir, { recursive: true, force: true });
});

it(`[K61][K64] a film of ${MINUTES} minutes: sound and picture within 80 ms in every minute, a keyframe every few seconds`, async () => {
  const ada = stage.join('ada', ALL);
  stage.media.record(stage.callId, recordings.begin('talk', Date.now()));
  const clap = [
    { hz: 1000, ms: 200 },
    { hz: 0, ms: 800 },
  ];
  ada.publish({ as: 'microphone', mark: 'a', packetsPerS: PACKETS_PER_S, bytes: 0, samples: await tones(clap) });
  const flash = [
    { colour: 'white', ms: 200 },
    { colour: 'red', ms: 800 },
  ] as const;
  ada.publish({ as: 'camera', mark: 'A', packetsPerS: PICTURES_PER_S, bytes: 0, samples: pictures(flash), delayMs: 200 });
  await sleep(MS);
  stage.media.record(stage.callId, undefined);
  await recordings.end('talk');
  const film = await readFilm(recordings.replayOf('talk')?.path ?? '');
  expect(Math.abs(film.durationMs - MS)).toBeLessThan(3000);
  const beeps = beginningsOf(film);
  const flashes = film.shown.filter(({ colour }) => colour === 'white').map(({ fromMs }) => fromMs);
  for (let minute = 0; minute < MINUTES; minute++) {
    const claps = flashes.filter((ms) => ms > minute * 60_000 + 3000 && ms < (minute + 1) * 60_000);
    expect(claps.length).toBeGreaterThan(40);
    const apart = claps.map((flashMs) => Math.min(...beeps.map((beepMs) => Math.abs(beepMs - flashMs))));
    expect(Math.max(...apart)).toBeLessThan(80);
  }
  const gaps = film.keyframesMs.map((ms, n) => ms - (film.keyframesMs[n - 1] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(6500);
});
