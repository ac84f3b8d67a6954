import type { Point } from '@comptoir/shared/geometry';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { lockSpot } from './lockSpot.ts';

const SIZE = 10;

/** A floor with furniture on some tiles and chairs on others. */
function floorOf(furniture: readonly [number, number][], chairs: readonly [number, number][] = []) {
  const cells = new Uint8Array(SIZE * SIZE);
  for (const [x, y] of furniture) cells[y * SIZE + x] = 255;
  const seats = chairs.map(([tileX, tileY]) => ({ tileX, tileY }) as Seat);
  return { grid: { width: SIZE, height: SIZE, cells }, map: { seats } };
}

/** A ring around the middle of the floor. */
const RING: Point[] = Array.from({ length: 72 }, (_, i) => ({
  x: 160 + 90 * Math.cos((i / 72) * 2 * Math.PI),
  y: 160 + 70 * Math.sin((i / 72) * 2 * Math.PI),
}));
const at = (floor: Parameters<typeof lockSpot>[1]): Point => RING[lockSpot(RING, floor)] ?? { x: 0, y: 0 };
const tileOf = ({ x, y }: Point): [number, number] => [Math.floor(x / 32), Math.floor(y / 32)];

test('[U29] on free floor the padlock hangs at the south of its ring', () => {
  expect(at(floorOf([]))).toMatchObject({ x: 160, y: 230 });
  expect(at(undefined)).toMatchObject({ x: 160, y: 230 });
});

test('[U29] it stands neither on furniture nor on a chair, nor behind one, be it as high as a shelf', () => {
  for (const floor of [
    floorOf([
      [4, 7],
      [5, 7],
    ]),
    floorOf(
      [],
      [
        [4, 7],
        [5, 7],
      ],
    ),
    floorOf([
      [4, 8],
      [5, 8],
    ]),
    floorOf([
      [4, 9],
      [5, 9],
    ]),
  ]) {
    const spot = at(floor);
    expect(spot.y).toBeGreaterThan(160);
    for (const x of [spot.x - 8, spot.x + 8]) expect([4, 5]).not.toContain(tileOf({ x, y: spot.y })[0]);
  }
});

test('[U29] where something stands before every part of it, at least nothing stands on it; where all is furniture, it hangs at the south', () => {
  const all = Array.from({ length: SIZE * SIZE }, (_, n): [number, number] => [n % SIZE, Math.floor(n / SIZE)]);
  const hole = all.filter(([x, y]) => !([4, 5].includes(x) && [6, 7].includes(y)));
  expect(at(floorOf(hole))).toMatchObject({ x: 160, y: 230 });
  const aside = all.filter(([x, y]) => !([3, 4].includes(x) && [6, 7].includes(y)));
  expect(tileOf(at(floorOf(aside)))).toEqual([4, 7]);
  expect(at(floorOf(aside)).x).toBeLessThanOrEqual(152);
  expect(at(floorOf(all))).toMatchObject({ x: 160, y: 230 });
});
