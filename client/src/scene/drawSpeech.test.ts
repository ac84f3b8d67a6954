import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureSpeech } from './drawSpeech.ts';

/** Seven px for each sign, as a canvas would say. */
const context = { measureText: (text: string) => ({ width: [...text].length * 7 }) } as unknown as CanvasRenderingContext2D;
const measure = (text: string) => measureSpeech(context, { text, dot: -1, evening: false, mostLines: 3 });

describe('[U53] a speech bubble', () => {
  test('is as wide as what is said', () => {
    expect(measure('Yes!')).toMatchObject({ lines: ['Yes!'], width: 48 });
  });

  test('wraps, and line breaks of who wrote are spaces', () => {
    expect(measure('Shall we look at the plan\nof the garden?').lines).toEqual(['Shall we look at the plan', 'of the garden?']);
  });

  test('of something long ends with dots', () => {
    const { lines } = measure('word '.repeat(60));
    expect(lines).toHaveLength(3);
    expect(lines[2]?.endsWith('…')).toBe(true);
  });

  test('in a low window has one line', () => {
    const { lines, height } = measureSpeech(context, { text: 'word '.repeat(60), dot: -1, evening: false, mostLines: 1 });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('…')).toBe(true);
    expect(height).toBe(29);
  });

  test('is never wider than a bubble nor higher than three lines, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        const { lines, width } = measure(text);
        expect(lines.length).toBeLessThanOrEqual(3);
        expect(width).toBeLessThanOrEqual(190 + 7 + 20);
      }),
    );
  });

  test('of somebody who is writing has no words', () => {
    expect(measureSpeech(context, { text: undefined, dot: 0, evening: false, mostLines: 3 }).lines).toEqual([]);
  });
});
