import { expect, test } from 'vitest';
import type { WallTheme } from './wallCell.ts';
import { EAST, NORTH, SOUTH, WEST, wallCell } from './wallCell.ts';

const THEMES: readonly WallTheme[] = ['inner', 'hall', 'north', 'facade', 'glass'];
const ALL_MASKS = Array.from({ length: 16 }, (_, mask) => mask);

test.each(THEMES)('[O30] the sixteen pieces of the %s wall are all different and equally large', (theme) => {
  const pieces = ALL_MASKS.map((mask) => wallCell(theme, mask));
  expect(new Set(pieces.map(({ surface }) => surface.data.join())).size).toBe(16);
  expect(new Set(pieces.map(({ name }) => name)).size).toBe(16);
  expect(new Set(pieces.map(({ surface }) => `${surface.width}x${surface.height}`)).size).toBe(1);
});

test.each(THEMES)('[O30] a %s wall reaches the edge of its cell exactly where a neighbour goes on', (theme) => {
  for (const mask of ALL_MASKS) {
    const { surface: s, baseY } = wallCell(theme, mask);
    const middle = baseY - 2;
    expect(s.alpha(31, middle) > 0, `east of ${mask}`).toBe((mask & EAST) !== 0);
    expect(s.alpha(0, middle) > 0, `west of ${mask}`).toBe((mask & WEST) !== 0);
    expect(s.alpha(16, 0) > 0, `north of ${mask}`).toBe((mask & NORTH) !== 0);
    const lastCapRow = 31;
    const hasCapAtSouth = s.alpha(16, lastCapRow) === 255 && s.get(16, lastCapRow)[0] < 220;
    if ((mask & SOUTH) !== 0) expect(hasCapAtSouth, `south of ${mask}`).toBe(true);
  }
});

test('[O30] facades glow in the evening where they have windows, and nowhere else', () => {
  expect(wallCell('facade', EAST | WEST, 'window').glows).toHaveLength(2);
  expect(wallCell('facade', EAST | WEST, 'plain').glows).toHaveLength(0);
  expect(wallCell('facade', EAST, 'window').glows).toHaveLength(0);
});

test('[O30] one looks through glass: its panes are translucent, its frame is not', () => {
  const { surface: s } = wallCell('glass', EAST | WEST);
  const alphas = new Set<number>();
  for (let y = 0; y < s.height; y++) for (let x = 0; x < s.width; x++) alphas.add(s.alpha(x, y));
  expect([...alphas].some((alpha) => alpha > 0 && alpha < 128)).toBe(true);
  expect(alphas.has(255)).toBe(true);
});
