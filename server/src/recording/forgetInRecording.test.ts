import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { HEAD, recordHead, writeHead } from '../media/tapeFormat.ts';
import { createLog } from '../ops/log.ts';
import { Recordings } from './Recordings.ts';
import { newFacts, pathsIn, type RecordingFacts, readFacts, writeFacts } from './recordingFile.ts';

const DAY_MS = 86_400_000;
const folders: string[] = [];
const opened: Recordings[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Two people are in it, with a tape each, and the hall has shown one of them. */
function recorded(facts: Partial<RecordingFacts>): { dataDir: string; dir: string; recordings: Recordings } {
  const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-recordings-'));
  folders.push(dataDir);
  const paths = pathsIn(join(dataDir, 'recordings', 'talk'));
  mkdirSync(paths.tapes, { recursive: true });
  for (const personId of ['ada-ada', 'bob-bob']) {
    const head = writeHead({ personId, as: 'microphone' });
    writeFileSync(join(paths.tapes, `${personId.length}${personId[0]}.tape`), Buffer.concat([recordHead(head.length, 0, HEAD), head]));
  }
  writeFileSync(
    join(paths.tapes, 'part.jsonl'),
    '{"atMs":0,"active":null,"presenter":null,"pictures":[{"personId":"ada-ada","as":"camera"}]}\n',
  );
  const names = ['ada-ada', 'bob-bob'].map((personId) => JSON.stringify({ atMs: 0, kind: 'name', personId, name: `${personId}'s name` }));
  writeFileSync(join(paths.tapes, 'journal.jsonl'), `${names.join('\n')}\n`);
  for (const path of [paths.video, paths.audio]) writeFileSync(path, 'media');
  const people = ['ada-ada', 'bob-bob'];
  writeFacts(paths, { ...newFacts(1), state: 'ready', endedMs: Date.now() - DAY_MS, by: 'ada-ada', people, agreed: people, ...facts });
  const recordings = new Recordings(dataDir, createLog('silent'));
  opened.push(recordings);
  return { dataDir, dir: paths.dir, recordings };
}
const everything = (dir: string): string =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'latin1')}`)
    .join('\n');

it('[P124] whoever is erased is taken out of a recording, with their tapes, their name and their id; others stay in it', async () => {
  const { dir, recordings } = recorded({});
  await recordings.forget('ada-ada');
  expect(everything(dir)).not.toContain('ada-ada');
  expect(everything(dir)).toContain("bob-bob's name");
  expect(readFacts(pathsIn(dir))).toMatchObject({ by: '', people: ['bob-bob'], agreed: ['bob-bob'], withdrawn: [] });
  // made anew without them
  expect(existsSync(join(dir, 'replay.webm'))).toBe(false);
  expect(recordings.stateOf('talk')).toBe('finishing');
});

it('[P124] a recording that nobody can be taken out of any more goes as a whole, and others are left alone', async () => {
  const { dir, recordings } = recorded({ areTapesGone: true, endedMs: Date.now() - 30 * DAY_MS });
  await recordings.forget('eve-eve');
  expect(recordings.stateOf('talk')).toBe('ready');
  await recordings.forget('ada-ada');
  expect(recordings.stateOf('talk')).toBe('none');
  expect(everything(dir)).toBe('');
});

it('[P124] while it is on their id keeps them out of it, and is gone once it is over', async () => {
  const { dir, recordings } = recorded({ state: 'on', endedMs: null });
  await recordings.forget('ada-ada');
  expect(recordings.isIn('talk', 'ada-ada')).toBe(false);
  expect(readFacts(pathsIn(dir))).toMatchObject({ state: 'on', withdrawn: ['ada-ada'], erased: ['ada-ada'] });
  recordings.repair();
  expect(everything(dir)).not.toContain('ada-ada');
});
