import { expect, test } from 'vitest';
import { Claps, signsFor } from './Claps.ts';

const ROWS = { x: 0, y: 0, width: 100, height: 100 };

test('[T124] applause of all together: few signs for a few, not many for hundreds', () => {
  expect(signsFor(0)).toBe(0);
  expect(signsFor(1)).toBe(2);
  expect(signsFor(500)).toBe(10);
  const claps = new Claps(() => 0.5);
  for (let i = 0; i < 30; i++) claps.add({ clap: 200, heart: 200 }, [], ROWS, 0);
  expect(claps.at(400).length).toBe(40);
});

test('[T124] signs rise over heads, and go', () => {
  const claps = new Claps(() => 0);
  claps.add({ clap: 1 }, [{ x: 40, y: 60 }], ROWS, 0);
  const [early] = claps.at(100);
  const [late] = claps.at(900);
  expect(early?.reaction).toBe('clap');
  expect(Math.abs((early?.x ?? 0) - 40)).toBeLessThanOrEqual(3);
  expect(late?.y).toBeLessThan(early?.y ?? 0);
  expect(late?.alpha).toBeLessThanOrEqual(1);
  expect(claps.at(1600)).toEqual([]);
  expect(claps.any).toBe(false);
});
