import { expect, test } from 'vitest';
import { idlePauseMs } from './FrameLoop.ts';

test('[U4] idle frames are at most ten a second, fewer where they are dear, never frozen', () => {
  expect(idlePauseMs(0.4)).toBe(100);
  expect(idlePauseMs(2)).toBe(200);
  expect(idlePauseMs(40)).toBe(300);
});
