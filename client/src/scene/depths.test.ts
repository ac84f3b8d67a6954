import { describe, expect, test } from 'vitest';
import { avatarDepth, DEPTH, spriteDepth } from './depths.ts';
import { frameAt, isBehind } from './SpriteField.ts';
import { paneDepth } from './WindowPanes.ts';

describe('order', () => {
  test('[U23] who stands farther south is drawn in front', () => {
    expect(avatarDepth(101)).toBeGreaterThan(avatarDepth(100));
  });

  test('[U23] on a thing’s own line one stands before it, a px farther north behind it', () => {
    const table = spriteDepth(320, -12, undefined);
    expect(avatarDepth(308)).toBeGreaterThan(table);
    expect(avatarDepth(307)).toBeLessThan(table);
  });

  test('[U23] a sitter is between the halves of the seat', () => {
    const base = 400;
    const back = spriteDepth(base, 0, base - 14);
    const front = spriteDepth(base, 0, undefined);
    const sitter = base - 2;
    expect(back).toBeLessThan(sitter);
    expect(sitter).toBeLessThan(front);
  });

  test('[U23] the largest map lies between what is below and what is above', () => {
    expect(DEPTH.marks).toBeLessThan(0);
    expect(avatarDepth(512 * 32)).toBeLessThan(DEPTH.above);
  });
});

describe('fading', () => {
  const crown = { box: { x: 100, y: 100, width: 90, height: 110 }, depth: 205 };

  test('[U23] a crown fades before whoever stands behind it', () => {
    expect(isBehind({ x: 145, y: 170 }, crown)).toBe(true);
  });

  test('[U23] and not for those before it, beside it or far behind', () => {
    expect(isBehind({ x: 145, y: 206 }, crown)).toBe(false);
    expect(isBehind({ x: 60, y: 170 }, crown)).toBe(false);
    expect(isBehind({ x: 145, y: 90 }, crown)).toBe(false);
  });
});

test('[U23] a pane lies on the wall that holds it, and its frame, but not on the plant before them', () => {
  const wall = { box: { x: 0, y: 0, width: 200, height: 60 }, depth: 60 };
  const frame = { box: { x: 20, y: 10, width: 40, height: 30 }, depth: 61 };
  const plant = { box: { x: 10, y: 0, width: 60, height: 90 }, depth: 90 };
  const pane = { x: 24, y: 14, width: 30, height: 20 };
  expect(paneDepth(pane, [wall, frame, plant])).toBeCloseTo(61.3);
  expect(paneDepth({ ...pane, x: 900 }, [wall, frame, plant])).toBeUndefined();
});

test('[U27] animated tiles follow their own times', () => {
  const frames = [{ ms: 100 }, { ms: 300 }];
  expect([0, 99, 100, 399, 400].map((ms) => frameAt(frames, ms))).toEqual([0, 0, 1, 1, 0]);
  expect(frameAt([{ ms: 0 }], 1234)).toBe(0);
});
