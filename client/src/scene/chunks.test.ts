import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkKey, chunkRect, chunksIn, levelFor, overlaps } from './chunks.ts';

test('[U27] a window at zoom 2 needs few squares, the nearest to its middle first', () => {
  const places = chunksIn({ x: 900, y: 500, width: 683, height: 384 }, 2560, 1792, 0);
  expect(new Set(places.map(chunkKey))).toEqual(new Set(['0/1/0', '0/1/1', '0/2/0', '0/2/1', '0/3/0', '0/3/1']));
  expect(chunkRect(places[0] ?? { column: 0, row: 0, level: 0 })).toEqual({ x: 1024, y: 512, width: 512, height: 512 });
});

test('[U27] the squares cover every visible part of the map and nothing else', () => {
  const view = fc.record({
    x: fc.integer({ min: -900, max: 3000 }),
    y: fc.integer({ min: -900, max: 3000 }),
    width: fc.integer({ min: 1, max: 2000 }),
    height: fc.integer({ min: 1, max: 1200 }),
  });
  fc.assert(
    fc.property(view, fc.integer({ min: 0, max: 3 }), (rect, level) => {
      const chunks = chunksIn(rect, 2560, 1792, level).map(chunkRect);
      for (const chunk of chunks) expect(overlaps(chunk, rect)).toBe(true);
      for (const [x, y] of [
        [rect.x, rect.y],
        [rect.x + rect.width - 1, rect.y],
        [rect.x, rect.y + rect.height - 1],
        [rect.x + rect.width - 1, rect.y + rect.height - 1],
      ] as const) {
        if (x < 0 || y < 0 || x >= 2560 || y >= 1792) continue;
        expect(chunks.some((chunk) => overlaps(chunk, { x, y, width: 1, height: 1 }))).toBe(true);
      }
    }),
  );
});

test('[U27] the whole of the largest map needs few squares', () => {
  const level = levelFor(768 / (512 * 32));
  expect(chunksIn({ x: 0, y: 0, width: 16384, height: 16384 }, 16384, 16384, level).length).toBeLessThanOrEqual(16);
  expect(levelFor(1)).toBe(0);
  expect(levelFor(3)).toBe(0);
  expect(levelFor(0.42)).toBe(1);
});
