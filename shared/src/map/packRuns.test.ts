import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRuns, unpackRuns } from './packRuns.ts';

it('[O20] numbers come back as they were, and long runs are short', () => {
  const numbers = fc.array(fc.oneof(fc.constant(0), fc.nat(300), fc.integer({ min: 0, max: 0xffff_ffff })), { maxLength: 400 });
  fc.assert(
    fc.property(numbers, (values) => {
      expect([...unpackRuns(packRuns(values), values.length)]).toEqual(values);
    }),
  );
  expect(packRuns(new Uint8Array(262_144)).length).toBeLessThan(10);
  expect(packRuns([])).toBe('');
});

it('[O20] the text is ordinary base64', () => {
  // 3 x 0, 1 x 255 as bytes: 03 00 01 ff 01
  expect(packRuns([0, 0, 0, 255])).toBe('AwAB/wE=');
  expect([...unpackRuns('AwAB/wE=', 4)]).toEqual([0, 0, 0, 255]);
});

it('[O20] text of any kind gives exactly as many numbers as asked for', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(200), (text, count) => {
      expect(unpackRuns(text, count)).toHaveLength(count);
    }),
  );
});
