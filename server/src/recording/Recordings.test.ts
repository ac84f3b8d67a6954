import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEncoder } from 'libopus-wasm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../ops/log.ts';
import { type RecordingProblem, Recordings } from './Recordings.ts';
import { newFacts, pathsIn, type RecordingFacts, type RecordingPaths, writeFacts } from './recordingFile.ts';
import { FRAME } from './sound.ts';
import { writeTape } from './testTapes.ts';

const DAY_MS = 24 * 3_600_000;
let dataDir: string;
let paths: RecordingPaths;
let recordings: Recordings | undefined;
let problems: RecordingProblem[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'recordings-'));
  paths = pathsIn(join(dataDir, 'recordings/talk'));
  problems = [];
});
afterEach(async () => {
  await recordings?.close();
  recordings = undefined;
  rmSync(dataDir, { recursive: true });
});

function open(): Recordings {
  const opened = new Recordings(dataDir, createLog('silent'));
  opened.onProblem((_talk, problem) => problems.push(problem));
  recordings = opened;
  return opened;
}

/** Somebody's silence, as an earlier run of the server left it. */
async function leave(facts: Partial<RecordingFacts>, ...people: string[]): Promise<void> {
  mkdirSync(paths.tapes, { recursive: true });
  writeFacts(paths, { ...newFacts(Date.now() - DAY_MS), ...facts });
  const encoder = await createEncoder({ channels: 1 });
  const payload = encoder.encodeFloat(new Float32Array(FRAME)).slice();
  for (const personId of people)
    writeTape(paths.tapes, personId, { personId, as: 'microphone' }, [
      { ms: 100, payload },
      { ms: 1900, payload },
    ]);
  encoder.free();
}

const over = async (of: Recordings): Promise<string> => {
  await expect.poll(() => of.stateOf('talk'), { timeout: 20_000 }).not.toBe('finishing');
  return of.stateOf('talk');
};

describe('recordings of talks', { timeout: 30_000 }, () => {
  it('[K66] left by a server that was killed are made into films, unless the talk goes on', async () => {
    await leave({ state: 'finishing' }, 'ada');
    const first = open();
    first.repair();
    expect(first.stateOf('talk')).toBe('finishing');
    expect(await over(first)).toBe('ready');
    expect(first.replayOf('talk')).toMatchObject({ durationMs: 1900 });
    await first.close();

    await leave({ state: 'on' }, 'ada');
    const second = open();
    const order = second.begin('talk', Date.now());
    second.repair();
    expect(second.stateOf('talk')).toBe('recording');
    // the times go on
    expect(order?.beganMs).toBeLessThan(Date.now() - DAY_MS + 60_000);
    await second.end('talk');
    expect(second.stateOf('talk')).toBe('ready');
  });

  it('[K66] begun again while its film is being made goes on; the film is made at the end', async () => {
    await leave({ state: 'finishing', endedMs: Date.now() }, 'ada');
    const again = open();
    again.repair();
    expect(again.begin('talk', Date.now())?.dir).toBe(paths.tapes);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(again.stateOf('talk')).toBe('recording');
    expect(existsSync(paths.video)).toBe(false);
    await again.end('talk');
    expect(again.stateOf('talk')).toBe('ready');
    expect(existsSync(paths.video)).toBe(true);
  });

  it('[K68] can be left for seven days; the tapes of whoever leaves are gone at once, all of them after that time', async () => {
    await leave({ state: 'ready', endedMs: Date.now() - 6 * DAY_MS, durationMs: 1900 }, 'ada', 'bob');
    const young = open();
    young.repair();
    expect(young.withdraw('talk', 'bob')).toBe('ok');
    expect(existsSync(join(paths.tapes, 'bob.tape'))).toBe(false);
    expect(await over(young)).toBe('ready');
    expect(existsSync(join(paths.tapes, 'ada.tape'))).toBe(true);
    expect(JSON.parse(readFileSync(paths.facts, 'utf8'))).toMatchObject({ withdrawn: ['bob'], durationMs: 1900 });
    await young.close();

    await leave({ state: 'ready', endedMs: Date.now() - 7 * DAY_MS - 1000 }, 'ada');
    const old = open();
    old.repair();
    await expect.poll(() => existsSync(paths.tapes)).toBe(false);
    expect(old.withdraw('talk', 'ada')).toBe('tooLate');
    expect(old.withdraw('another', 'ada')).toBe('none');
    expect(old.withdrawableUntilMs('talk')).toBeUndefined();
  });

  it('[K66] whose film cannot be made says so, and stops nothing', async () => {
    await leave({ state: 'finishing' }, 'ada');
    rmSync(paths.tapes, { recursive: true });
    writeFileSync(paths.tapes, 'no folder');
    const broken = open();
    broken.repair();
    expect(await over(broken)).toBe('failed');
    expect(problems).toEqual(['cannotFinish']);
    expect(broken.replayOf('talk')).toBeUndefined();
    await broken.remove('talk');
    expect(existsSync(paths.facts)).toBe(false);
  });

  it('[K67] that the disk does not take do not begin; a name that is none leads nowhere', () => {
    writeFileSync(join(dataDir, 'recordings'), '', { flag: 'w' });
    rmSync(join(dataDir, 'recordings'));
    const none = open();
    writeFileSync(paths.dir, 'no folder');
    expect(none.begin('talk', Date.now())).toBeUndefined();
    expect(none.begin('../elsewhere', Date.now())).toBeUndefined();
    expect(none.stateOf('talk')).toBe('none');
    none.stopped('talk', 'noRoom');
    expect(problems).toEqual(['noRoom']);
  });
});
