import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TapeHead } from '../media/tapeFormat.ts';
import { BLACK_FRAME } from './blackFrame.ts';
import { choosePictures } from './choosePictures.ts';
import { PictureTrack } from './PictureTrack.ts';
import { groupTapes, readTapes } from './readTapes.ts';
import { type TestRecord, tapesFolder, writeSights, writeTape } from './testTapes.ts';

let dir: string;
beforeEach(() => {
  dir = tapesFolder();
});
afterEach(() => rmSync(dir, { recursive: true }));

const ADA: TapeHead = { personId: 'ada', as: 'camera' };
const BOB: TapeHead = { personId: 'bob', as: 'camera' };
const SCREEN: TapeHead = { personId: 'bob', as: 'screen' };

/** Ten a second; a keyframe every `keys` ms. */
const frames = (letter: string, fromMs: number, untilMs: number, keys = 5000): TestRecord[] =>
  Array.from({ length: (untilMs - fromMs) / 100 }, (_, n) => ({
    ms: fromMs + n * 100,
    isKey: (n * 100) % keys === 0,
    payload: Buffer.from(letter),
  }));

/** Whose pictures from when on, `-` is black; and whether each run begins with a keyframe. */
function runs(without: readonly string[] = []): [string, number][] {
  const { tapes, wishes, durationMs } = readTapes(dir, () => undefined);
  const groups = groupTapes(tapes.filter(({ personId }) => !without.includes(personId)));
  const tracks = new Map([...groups].map(([key, of]) => [key, new PictureTrack(of)]));
  const seen: [string, number][] = [];
  let lastMs = -1;
  for (const { ms, isKey, bytes } of choosePictures((key) => tracks.get(key), wishes, durationMs)) {
    expect(ms).toBeGreaterThan(lastMs);
    lastMs = ms;
    const letter = bytes.equals(BLACK_FRAME) ? '-' : bytes.toString();
    if (seen.at(-1)?.[0] === letter) continue;
    expect(isKey).toBe(true);
    seen.push([letter, ms]);
  }
  return seen;
}

describe('the picture of a recording', () => {
  it('[K64] is what the hall showed, changed at keyframes', () => {
    writeTape(dir, 'a', ADA, frames('a', 0, 20_000), 20_000);
    writeTape(dir, 'b', BOB, [...frames('b', 0, 8000), ...frames('b', 8000, 20_000)], 20_000);
    writeSights(dir, 'x', [
      { atMs: 0, shows: ADA },
      { atMs: 7600, shows: BOB },
      { atMs: 14_000, shows: ADA },
    ]);
    // bob's next keyframe is 400 ms away: until then ada stays
    expect(runs()).toEqual([
      ['a', 0],
      ['b', 8000],
      ['a', 15_000],
    ]);
  });

  it('[K64] is black where nobody shows anything, and while somebody cannot be seen yet', () => {
    writeTape(dir, 'a', ADA, frames('a', 2000, 6000), 6000);
    writeTape(dir, 'b', SCREEN, frames('b', 9000, 20_000, 100_000), 20_000);
    writeSights(dir, 'x', [
      { atMs: 2000, shows: ADA },
      { atMs: 7000, shows: null },
      { atMs: 8000, shows: SCREEN },
    ]);
    expect(runs()).toEqual([
      ['-', 0],
      ['a', 2000],
      ['-', 6000],
      ['b', 9000],
    ]);
  });

  it('[K64] stays where a screen on which nothing moves sends nothing', () => {
    writeTape(dir, 'b', SCREEN, [...frames('b', 0, 100), { ms: 30_000, isKey: false, payload: Buffer.from('b') }], 40_000);
    writeSights(dir, 'x', [{ atMs: 0, shows: SCREEN }]);
    expect(runs()).toEqual([['b', 0]]);
  });

  it('[K65] goes on in the files of the next worker: black in between, with the times of the talk', () => {
    writeTape(dir, 'a', ADA, frames('a', 0, 5000));
    writeTape(dir, 'a2', ADA, frames('A', 9000, 12_000), 12_000);
    writeSights(dir, 'x', [{ atMs: 0, shows: ADA }]);
    writeSights(dir, 'y', [{ atMs: 8900, shows: ADA }]);
    expect(runs()).toEqual([
      ['a', 0],
      ['-', 4901],
      ['A', 9000],
    ]);
  });

  it('[K68] is black for as long as somebody was shown who has withdrawn', () => {
    writeTape(dir, 'a', ADA, frames('a', 0, 20_000), 20_000);
    writeTape(dir, 'b', BOB, frames('b', 0, 20_000, 1000), 20_000);
    writeSights(dir, 'x', [
      { atMs: 0, shows: ADA },
      { atMs: 4000, shows: BOB },
      { atMs: 12_000, shows: ADA },
    ]);
    expect(runs(['bob'])).toEqual([
      ['a', 0],
      ['-', 4000],
      ['a', 15_000],
    ]);
  });

  it('[K64] of a recording without a picture is black from beginning to end', () => {
    writeTape(dir, 'm', { personId: 'ada', as: 'microphone' }, frames('m', 0, 12_000), 12_000);
    expect(runs()).toEqual([['-', 0]]);
  });
});
