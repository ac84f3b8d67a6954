import { composeAvatar } from '@comptoir/assets/avatar/composeAvatar';
import { FEET_Y, frameRect } from '@comptoir/assets/avatar/frames';
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import { expect, test } from 'vitest';
import { printOnCardboard } from './cardboard.ts';

test('[O44] a cut-out is paler than the person, has the white border of the cut, and stands on a board', () => {
  const person = composeAvatar(DEFAULT_APPEARANCE);
  const board = composeAvatar(DEFAULT_APPEARANCE);
  printOnCardboard(board);
  const { x, y, w } = frameRect('down-0');
  const pixel = (picture: typeof person, px: number, py: number): number[] => [
    ...picture.data.slice(((y + py) * picture.width + x + px) * 4, ((y + py) * picture.width + x + px) * 4 + 4),
  ];
  expect(pixel(board, w / 2, 30)).not.toEqual(pixel(person, w / 2, 30));
  // beside the feet, where nothing was before
  expect(pixel(person, w / 2 - 10, FEET_Y)[3]).toBe(0);
  expect(pixel(board, w / 2 - 10, FEET_Y)[3]).toBe(255);
  const border = Array.from({ length: w }, (_, px) => pixel(board, px, 25).join()).filter((one) => one === '250,241,222,255');
  expect(border.length).toBeGreaterThanOrEqual(2);
});
