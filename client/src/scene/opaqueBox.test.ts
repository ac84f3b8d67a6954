import { expect, test } from 'vitest';
import { opaqueBox } from './opaqueBox.ts';

/** A picture of two frames of 4 x 3 px side by side; '#' is drawn. */
function pictureOf(...rows: string[]) {
  const width = rows[0]?.length ?? 0;
  const data = new Uint8ClampedArray(width * rows.length * 4);
  rows
    .join('')
    .split('')
    .forEach((dot, i) => {
      data[i * 4 + 3] = dot === '#' ? 255 : 0;
    });
  return { width, data };
}

const frame = { x: 4, y: 0, w: 4, h: 3 };

test('holds every drawn pixel of its frame, and none of the next', () => {
  const picture = pictureOf('####....', '####.#..', '####.##.');
  expect(opaqueBox(picture, frame)).toEqual({ x: 1, y: 1, w: 2, h: 2 });
  expect(opaqueBox(picture, { ...frame, x: 0 })).toEqual({ x: 0, y: 0, w: 4, h: 3 });
});

test('is never without a pixel', () => {
  expect(opaqueBox(pictureOf('####....', '####....', '####....'), frame)).toEqual({ x: 0, y: 0, w: 1, h: 1 });
});
