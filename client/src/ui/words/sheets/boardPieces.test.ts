import { tuning } from '@comptoir/shared/tuning';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOARD, boardSvg, isTouched, outlineOf, readPiece, strokeOf } from './boardPieces.ts';

const STROKE = { kind: 'stroke', ink: 'teal', size: 6, points: [0, 0, 100, 0, 100, 100] } as const;
const LABEL = { kind: 'label', ink: 'ink', x: 10, y: 50, text: 'plan' } as const;

test('[W13] what this page makes is believed', () => {
  expect(readPiece(STROKE)).toEqual(STROKE);
  expect(readPiece(LABEL)).toEqual(LABEL);
});

test.each([
  ['nothing', undefined],
  ['no kind', { ...STROKE, kind: 'image', href: 'https://example.org' }],
  ['a colour of its own', { ...STROKE, ink: 'url(#x)' }],
  ['a size of its own', { ...STROKE, size: 4000 }],
  ['half a point', { ...STROKE, points: [1, 2, 3] }],
  ['a point that is no number', { ...STROKE, points: [1, '2'] }],
  ['a point nowhere', { ...STROKE, points: [Number.NaN, 1] }],
  ['a point far outside', { ...STROKE, points: [1e9, 1] }],
  ['too many points', { ...STROKE, points: Array.from({ length: 4000 }, () => 1) }],
  ['a label without words', { ...LABEL, text: ' \u200b' }],
  ['a label nowhere', { ...LABEL, x: Number.POSITIVE_INFINITY }],
  ['a label that is no text', { ...LABEL, text: ['x'] }],
])('[W13] %s is no piece of a board', (_what, value) => {
  expect(readPiece(value)).toBeUndefined();
});

test('[W13] whatever is in the document, reading it breaks nothing, and what is read can be drawn', () => {
  const guess = fc.record(
    {
      kind: fc.constantFrom('stroke', 'label', 'x'),
      ink: fc.constantFrom('ink', 'rust', 'x'),
      size: fc.constantFrom(6, 14, 5),
      points: fc.oneof(fc.array(fc.double()), fc.array(fc.integer({ min: 0, max: 1000 })), fc.anything()),
      x: fc.oneof(fc.double(), fc.anything()),
      y: fc.double(),
      text: fc.oneof(fc.string(), fc.anything()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(guess, fc.anything()), (value) => {
      const piece = readPiece(value);
      if (!piece) return;
      const svg = boardSvg([piece], 'sans-serif');
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg.match(/<(?!\/?(?:svg|rect|path|text)\b)/)).toBeNull();
    }),
  );
});

test('[W11] a saved board holds text as text', () => {
  const svg = boardSvg([{ ...LABEL, text: '<script>alert(1)</script> & "so on"' }], 'system-ui');
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so on&quot;');
  expect(svg).not.toContain('<script');
});

test('[W11] a line is whole numbers without points that say nothing, and never too long', () => {
  const path = Array.from({ length: 5000 }, (_, n) => ({ x: n / 2, y: n % 7 }));
  const { points } = strokeOf('ink', 6, path);
  expect(points.every(Number.isInteger)).toBe(true);
  expect(points.length).toBeLessThanOrEqual(3000);
  expect(readPiece(strokeOf('ink', 6, [{ x: 3, y: 4 }]))).toBeDefined();
  expect(outlineOf(strokeOf('ink', 14, [{ x: 3, y: 4 }]))).toMatch(/^M.*Z$/);
  expect(JSON.stringify(points).length).toBeLessThan(tuning.noteUpdateBytes);
});

test.each([
  ['on the line', STROKE, 50, 2, true],
  ['beside it', STROKE, 50, 60, false],
  ['between its corners', STROKE, 100, 50, true],
  ['on a label', LABEL, 30, 40, true],
  ['below a label', LABEL, 30, BOARD.height, false],
])('[W11] an eraser %s takes the piece or leaves it', (_where, piece, x, y, touched) => {
  expect(isTouched({ ...piece } as Parameters<typeof isTouched>[0], x, y, 10)).toBe(touched);
});
