import type { Direction } from '@comptoir/shared/movement';
import { beforeEach, describe, expect, test } from 'vitest';
import { frameRateFor } from './Crowd.ts';
import { CrowdStage, type Onlooker } from './CrowdStage.ts';
import { SLOTS_PER_S } from './startTicking.ts';

let stage: CrowdStage;
beforeEach(() => {
  stage = new CrowdStage();
});

describe('frame rate', () => {
  test.each([
    [1, 50],
    [300, 50],
    [301, 20],
    [2200, 20],
    [2201, 100 / 9],
    [60_000, 100 / 9],
  ])('[M10] with %i people %i frames a second', (people, hz) => expect(frameRateFor(people)).toBe(hz));

  test.each([
    [10, 50],
    [310, 20],
    [2210, 100 / 9],
  ])('[M10] each of %i people is written to at most %i times a second, evenly', (people, hz) => {
    for (let n = 0; n < people; n++) stage.enter(n, (n % 40) / 8, 0.5);
    const onlookers = Array.from({ length: 10 }, (_, n) => stage.onlook(n));
    stage.pass(SLOTS_PER_S);
    const seconds = 9;
    const writtenAt = onlookers.map((): number[] => []);
    for (let n = 0; n < seconds * SLOTS_PER_S; n++) {
      stage.crowd.mark(5, { direction: (n % 8) as Direction });
      const before = onlookers.map(({ frames }) => frames);
      stage.pass(1);
      onlookers.forEach((onlooker, i) => {
        if (onlooker.frames !== before[i]) writtenAt[i]?.push(stage.slot);
      });
    }
    for (const slots of writtenAt) {
      expect(slots).toHaveLength(seconds * hz);
      slots.slice(1).forEach((at, i) => void expect(at - (slots[i] ?? 0)).toBe(SLOTS_PER_S / hz));
    }
    expect(new Set(writtenAt.map((slots) => (slots[0] ?? 0) % (SLOTS_PER_S / hz))).size).toBe(Math.min(10, SLOTS_PER_S / hz));
  });

  test('[M10] what happens in the outermost cells of a wide view may wait one turn, in the middle nothing waits', () => {
    for (let n = 0; n < 310; n++) stage.enter(n, 2.5, 1.5);
    stage.enter(400, 1.5, 1.5);
    const wide = stage.onlook(5, { left: 1, top: 0, right: 4, bottom: 3 });
    const narrow = stage.onlook(10, { left: 1, top: 0, right: 3, bottom: 2 });
    const waitOf = (onlooker: Onlooker, change: () => void): number => {
      stage.pass(20);
      const { frames } = onlooker;
      change();
      for (let slots = 1; slots <= 20; slots++) {
        stage.pass(1);
        if (onlooker.frames > frames) return slots;
      }
      return Number.POSITIVE_INFINITY;
    };
    const atTheRim = (): void => stage.crowd.mark(400, { cup: true });
    const inTheMiddle = (): void => stage.crowd.mark(3, { cup: true });
    expect(waitOf(wide, inTheMiddle)).toBeLessThanOrEqual(5);
    expect(waitOf(narrow, atTheRim)).toBeLessThanOrEqual(5);
    const waited = waitOf(wide, atTheRim);
    expect(waited).toBeGreaterThan(0);
    expect(waited).toBeLessThanOrEqual(10);
    // told of at once when something in the middle goes out anyway
    expect(waitOf(wide, () => [atTheRim(), inTheMiddle()])).toBeLessThanOrEqual(5);
    expect(wide.known.get(400)).toMatchObject({ cup: true });
  });

  test('[M10] half as many frames while there is more to do than time, and all again afterwards', () => {
    for (let n = 0; n < 310; n++) stage.enter(n, 0.5, 0.5);
    const onlooker = stage.onlook(7);
    const framesIn = (flushes: number, slotsEach: number): number => {
      const { frames } = onlooker;
      for (let n = 0; n < flushes; n++) {
        stage.slot += slotsEach - 1;
        stage.crowd.mark(5, { direction: (n % 8) as Direction });
        stage.pass(1);
      }
      return onlooker.frames - frames;
    };
    framesIn(100, 4);
    expect(framesIn(100, 4)).toBeLessThanOrEqual((100 * 4) / 10 + 1);
    framesIn(100, 1);
    expect(framesIn(100, 1)).toBe(20);
  });

  test('[M10] slots that were missed are caught up with one frame', () => {
    for (let n = 0; n < 310; n++) stage.enter(n, 0.5, 0.5);
    const onlooker = stage.onlook(7);
    stage.pass(5);
    const { frames } = onlooker;
    stage.crowd.mark(5, { gait: 'walk' });
    stage.slot += 23;
    stage.pass(1);
    expect(onlooker.frames).toBe(frames + 1);
  });
});
