import type { Direction } from '@comptoir/shared/movement';
import { CELL_UNITS } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { beforeEach, describe, expect, test } from 'vitest';
import { CrowdStage, EVERYTHING, Onlooker } from './CrowdStage.ts';
import { SLOTS_PER_S } from './startTicking.ts';

let stage: CrowdStage;
beforeEach(() => {
  stage = new CrowdStage();
});

describe('what an onlooker learns', () => {
  test('[M8] everybody in view at first, then only what changes, then nothing', () => {
    stage.enter(1, 0.5, 0.5);
    stage.enter(2, 1.5, 0.5);
    const onlooker = stage.onlook(1);
    stage.pass(2);
    expect([...onlooker.known.keys()].sort((a, b) => a - b)).toEqual([1, 2]);
    expect(onlooker.frames).toBe(1);
    stage.pass(100);
    expect(onlooker.frames).toBe(1);
    stage.crowd.mark(2, { gait: 'walk', direction: 4 });
    stage.pass(4);
    expect(onlooker.frames).toBe(2);
    expect(onlooker.known.get(2)).toMatchObject({ gait: 'walk', direction: 4, x: 1.5 * CELL_UNITS });
    expect(onlooker.tick).toBeGreaterThan(50);
  });

  test('[M8] nothing of what happens out of view', () => {
    stage.enter(1, 0.5, 0.5);
    stage.enter(2, 4.5, 3.5);
    const onlooker = stage.onlook(1, { left: 0, top: 0, right: 1, bottom: 1 });
    stage.pass(4);
    const { frames } = onlooker;
    stage.crowd.mark(2, { gait: 'run' });
    stage.crowd.emote(2, 0);
    stage.pass(10);
    expect(onlooker.frames).toBe(frames);
    expect(onlooker.known.has(2)).toBe(false);
  });

  test('[M8] steps along a foreseen way cost nothing until a cell is crossed', () => {
    stage.enter(1, 0.5, 0.5);
    stage.enter(2, 0.9, 0.5);
    stage.crowd.mark(2, { gait: 'walk' });
    const onlooker = stage.onlook(1);
    stage.pass(4);
    const { frames } = onlooker;
    stage.crowd.move(2, 0.95 * CELL_UNITS, 0.5 * CELL_UNITS);
    stage.pass(4);
    expect(onlooker.frames).toBe(frames);
    stage.crowd.move(2, 1.05 * CELL_UNITS, 0.5 * CELL_UNITS);
    stage.pass(4);
    expect(onlooker.frames).toBe(frames + 1);
    expect(onlooker.known.get(2)).toMatchObject({ cell: 1 });
  });

  test('[M8] people who leave the view or the office are gone', () => {
    stage.enter(1, 0.5, 0.5);
    stage.enter(2, 1.5, 0.5);
    stage.enter(3, 1.5, 1.5);
    const onlooker = stage.onlook(1, { left: 0, top: 0, right: 1, bottom: 1 });
    stage.pass(2);
    stage.crowd.move(2, 2.5 * CELL_UNITS, 0.5 * CELL_UNITS);
    stage.crowd.leave(3);
    stage.pass(4);
    expect([...onlooker.known.keys()]).toEqual([1]);
  });

  test('[M8] a cell that left the view and came back between two frames is told again', () => {
    stage.enter(1, 0.5, 0.5);
    stage.enter(2, 4.5, 0.5);
    const onlooker = stage.onlook(1);
    stage.pass(4);
    for (const view of [{ left: 0, top: 0, right: 1, bottom: 1 }, EVERYTHING]) {
      onlooker.watch(view);
      stage.crowd.setView(1, view);
    }
    expect(onlooker.known.has(2)).toBe(false);
    stage.pass(4);
    expect(onlooker.known.has(2)).toBe(true);
  });

  test('[M12] an emote is told once, to those who look', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    stage.pass(2);
    stage.crowd.emote(1, 3);
    stage.pass(50);
    expect(onlooker.emotes).toEqual([1]);
  });

  test('[R2] a new socket of the same person gets a full view, the old one nothing more', () => {
    stage.enter(1, 0.5, 0.5);
    stage.enter(2, 1.5, 0.5);
    const before = stage.onlook(1);
    stage.pass(2);
    const { frames } = before;
    const after = new Onlooker();
    stage.crowd.attach(1, after);
    stage.crowd.mark(2, { cup: true });
    stage.pass(4);
    expect(before.frames).toBe(frames);
    expect([...after.known.keys()].sort((a, b) => a - b)).toEqual([1, 2]);
    expect(after.known.get(2)).toMatchObject({ cup: true });
  });

  test('[O3] on another map everybody is told anew, those outside it stand at its edge', () => {
    stage.enter(1, 0.5, 0.5);
    stage.enter(2, 4.5, 3.5);
    const onlooker = stage.onlook(1);
    stage.pass(2);
    onlooker.known.clear();
    stage.crowd.useMap({ widthTiles: 40, heightTiles: 16 });
    stage.pass(2);
    expect(onlooker.known.get(2)).toMatchObject({ x: 4.5 * CELL_UNITS, y: 2 * CELL_UNITS - 1 });
    expect(onlooker.known.size).toBe(2);
  });
});

describe('enclosures', () => {
  test('[M8] go to everybody once, with the frame of their turn, and to those who come later', () => {
    for (let n = 0; n < 310; n++) stage.enter(n, 0.5, 0.5);
    const onlookers = Array.from({ length: 20 }, (_, n) => stage.onlook(n));
    stage.pass(10);
    const writes = onlookers.map(({ frames }) => frames);
    stage.crowd.mark(5, { gait: 'walk' });
    stage.crowd.enclose(Buffer.from('counts'));
    stage.pass(20);
    onlookers.forEach((onlooker, n) => {
      expect(onlooker.enclosures).toEqual(['counts']);
      expect(onlooker.frames).toBe((writes[n] ?? 0) + 1);
      expect(onlooker.known.get(5)).toMatchObject({ gait: 'walk' });
    });
    const late = stage.onlook(300);
    stage.pass(10);
    expect(late.enclosures).toEqual(['counts']);
  });

  test('[M8] need no view and no change, only half a second of patience', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = new Onlooker();
    stage.crowd.attach(1, onlooker);
    stage.crowd.enclose(Buffer.from('old'));
    stage.crowd.enclose(Buffer.from('new'));
    stage.pass(48);
    expect(onlooker.enclosures).toEqual([]);
    stage.pass(4);
    expect(onlooker.enclosures).toEqual(['new']);
  });
});

describe('what all share', () => {
  test('[M8] goes with the next turn, every message, in order, before the frame; to nobody who is not in yet', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    const newcomer = stage.onlook(2);
    newcomer.ready = false;
    stage.pass(4);
    const { frames } = onlooker;
    stage.crowd.share(Buffer.from('first'));
    stage.crowd.share(Buffer.from('second'));
    stage.crowd.mark(1, { cup: true });
    newcomer.ready = true;
    stage.pass(4);
    expect(onlooker.enclosures).toEqual(['first', 'second']);
    expect(onlooker.frames).toBe(frames + 1);
    expect(onlooker.known.get(1)).toMatchObject({ cup: true });
    expect(newcomer.enclosures).toEqual([]);
    stage.crowd.share(Buffer.from('third'));
    stage.pass(4);
    expect(onlooker.enclosures).toEqual(['first', 'second', 'third']);
    expect(newcomer.enclosures).toEqual(['third']);
  });

  test('[M9] reaches those whose socket is behind, too', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    stage.pass(4);
    onlooker.burden = tuning.backPressureBytes + 1;
    stage.crowd.share(Buffer.from('first'));
    stage.pass(4);
    onlooker.burden = 0;
    stage.crowd.share(Buffer.from('second'));
    stage.pass(4);
    expect(onlooker.enclosures).toEqual(['first', 'second']);
  });
});

describe('slow readers', () => {
  test('[M9] get no frames while their socket is full, and a full view when it has drained', () => {
    stage.enter(1, 0.5, 0.5);
    for (let n = 2; n < 200; n++) stage.enter(n, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    stage.pass(2);
    onlooker.stalled = true;
    for (let round = 0; round < 2000; round++) {
      for (let n = 2; n < 200; n++) stage.crowd.mark(n, { direction: (round % 8) as Direction });
      stage.pass(2);
    }
    expect(onlooker.writableLength).toBeLessThan(tuning.backPressureBytes + 2000);
    expect(stage.crowd.totals.skipped).toBeGreaterThan(1000);
    expect(stage.stuck).toEqual([]);
    for (let n = 2; n < 100; n++) stage.crowd.leave(n);
    for (let n = 100; n < 200; n++) stage.crowd.mark(n, { seated: true });
    stage.pass(300);
    onlooker.stalled = false;
    onlooker.read();
    stage.pass(2);
    expect(onlooker.known.size).toBe(101);
    expect(onlooker.known.get(150)).toMatchObject({ seated: true });
  });

  test('[M9] frames that wait are never changed afterwards', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    stage.pass(2);
    onlooker.stalled = true;
    const directions: Direction[] = [0, 3, 5, 1, 7];
    const heard: number[] = [];
    onlooker.record = ({ direction }) => heard.push(direction);
    for (const direction of directions) {
      stage.crowd.mark(1, { direction });
      stage.pass(2);
    }
    onlooker.read();
    expect(heard).toEqual(directions);
  });

  test('[M9] who is stuck for ten seconds with a megabyte waiting is named, to be closed', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    stage.pass(2);
    onlooker.burden = tuning.slowReaderBytes + 1;
    stage.pass((tuning.slowReaderMs / 1000) * SLOTS_PER_S - 20);
    expect(stage.stuck).toEqual([]);
    stage.pass(40);
    expect(stage.stuck).toContain(1);
  });

  test('[M9] who drains now and then is not', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    for (let second = 0; second < 30; second++) {
      onlooker.burden = second % 8 === 7 ? 0 : tuning.slowReaderBytes + 1;
      stage.pass(SLOTS_PER_S);
    }
    expect(stage.stuck).toEqual([]);
  });

  test('[M9] a socket that has not joined yet is not written to', () => {
    stage.enter(1, 0.5, 0.5);
    const onlooker = stage.onlook(1);
    onlooker.ready = false;
    stage.pass(20);
    expect(onlooker.frames).toBe(0);
    onlooker.ready = true;
    stage.pass(2);
    expect(onlooker.known.size).toBe(1);
  });
});

test('[M8] 2,000 people, three of them changing: one small frame for those who look there', () => {
  for (let n = 0; n < 2000; n++) stage.enter(n, (n % 50) / 10, Math.floor(n / 50) / 10);
  const onlooker = stage.onlook(0, { left: 0, top: 0, right: 1, bottom: 1 });
  stage.pass(SLOTS_PER_S);
  const before = stage.crowd.totals.bytes;
  for (const n of [0, 1, 2]) stage.crowd.mark(n, { gait: 'walk' });
  stage.pass(5);
  expect(onlooker.known.get(2)).toMatchObject({ gait: 'walk' });
  // WebSocket 2, message 2, tick 4, cell 3, records 18
  expect(stage.crowd.totals.bytes - before).toBe(29);
});
