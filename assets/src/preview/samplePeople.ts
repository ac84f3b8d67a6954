// People for the pictures: some sit on the map's own seats, some stand at the machine, walk or talk in circles.
import { composeAvatar } from '../avatar/composeAvatar.ts';
import type { AvatarFrame } from '../avatar/frames.ts';
import { FEET_Y, FRAME_H, FRAME_W, frameRect } from '../avatar/frames.ts';
import { randomAppearance } from '../avatar/randomAppearance.ts';
import { hash, rng } from '../pixels/random.ts';
import { Surface } from '../pixels/Surface.ts';
import type { WrittenMap } from './readWrittenMap.ts';
import { numberOf, propertyOf } from './readWrittenMap.ts';
import type { Extra } from './renderMap.ts';

type Facing = 'up' | 'down' | 'left' | 'right';

function drawPerson(seed: number, frame: AvatarFrame, mirrored: boolean, clip?: number): Surface {
  const sheet = composeAvatar(randomAppearance(rng(seed * 7919 + 3)));
  const from = frameRect(frame);
  const picture = new Surface(FRAME_W, FRAME_H);
  for (let y = 0; y < (clip ?? FRAME_H); y++) {
    const start = ((from.y + y) * sheet.width + from.x) * 4;
    picture.data.set(sheet.data.subarray(start, start + FRAME_W * 4), y * FRAME_W * 4);
  }
  return mirrored ? picture.flip() : picture;
}

function sideOf(facing: Facing): 'up' | 'down' | 'right' {
  return facing === 'left' ? 'right' : facing;
}

function stand(seed: number, x: number, y: number, facing: Facing, kind: 'idle' | 'walk' | 'cup' = 'idle'): Extra {
  const step = kind === 'walk' ? (seed % 2 ? 1 : 3) : 0;
  const side = sideOf(facing);
  const frame: AvatarFrame = kind === 'cup' ? `cup-${side}-0` : `${side}-${step}`;
  return { surface: drawPerson(seed, frame, facing === 'left'), x: Math.round(x - FRAME_W / 2), y: Math.round(y - FEET_Y), depth: y };
}

/** A circle of people who face one another, middle in px. */
function circle(seed: number, x: number, y: number, count: number, cups: readonly number[] = []): Extra[] {
  return Array.from({ length: count }, (_, k) => {
    const angle = -2.4 + (k / count) * Math.PI * 2;
    const px = x + Math.cos(angle) * 44;
    const py = y + Math.sin(angle) * 32;
    const facing: Facing = Math.abs(x - px) > Math.abs(y - py) ? (px < x ? 'right' : 'left') : py < y ? 'down' : 'up';
    return stand(seed + k, px, py, facing, cups.includes(k) ? 'cup' : 'idle');
  });
}

/** Walkers and standers as [tile x, tile y, facing, kind]. */
const STANDING: readonly (readonly [number, number, Facing, 'idle' | 'walk' | 'cup'])[] = [
  [36.6, 21.7, 'down', 'idle'],
  [37, 24.7, 'up', 'idle'],
  [41, 24.8, 'down', 'cup'],
  [42.4, 24.6, 'up', 'idle'],
  [44.4, 27, 'right', 'walk'],
  [38.6, 34.4, 'up', 'walk'],
  [41.6, 36.6, 'up', 'walk'],
  [56, 19, 'left', 'walk'],
  [25.2, 30.6, 'right', 'walk'],
  [10, 26.6, 'down', 'walk'],
  [20.4, 30.9, 'right', 'walk'],
  [45.6, 13.6, 'up', 'walk'],
  [55.6, 4.6, 'right', 'idle'],
  [66.4, 11.6, 'down', 'idle'],
  [63.6, 11.4, 'right', 'idle'],
  [40, 45.6, 'up', 'walk'],
  [39.3, 47, 'up', 'walk'],
  [47, 38.4, 'left', 'walk'],
  [12.4, 43.8, 'down', 'idle'],
  [66, 47.8, 'left', 'cup'],
  [25.4, 30.2, 'up', 'idle'],
  [60.2, 30.8, 'right', 'walk'],
];

export function samplePeople(map: WrittenMap): Extra[] {
  const people: Extra[] = STANDING.map(([column, row, facing, kind], k) =>
    stand(k + 1, column * map.tilePx, row * map.tilePx, facing, kind),
  );
  people.push(
    ...circle(60, 33.4 * 32, 32 * 32, 3, [1]),
    ...circle(70, 55 * 32, 32.4 * 32, 3),
    ...circle(80, 40 * 32, 39.6 * 32, 3),
    ...circle(90, 47.4 * 32, 31.9 * 32, 4, [0]),
  );
  const seats = map.layers.find(({ name }) => name === 'seats')?.objects ?? [];
  seats.forEach((seat, k) => {
    const isHall = seat.name.startsWith('hall');
    if (hash(k, 5, 12) > (isHall ? 0.24 : 0.27)) return;
    const facing = String(propertyOf(seat, 'facing')) as Facing;
    const side = sideOf(facing);
    const hasCup = side !== 'up' && hash(k, 6, 12) < 0.2;
    const x = numberOf(seat, 'feetX') ?? 0;
    const y = numberOf(seat, 'feetY') ?? 0;
    const surface = drawPerson(200 + k, hasCup ? `cup-sit-${side}` : `sit-${side}`, facing === 'left', numberOf(seat, 'clip'));
    people.push({ surface, x: x - FRAME_W / 2, y: y - FEET_Y, depth: numberOf(seat, 'depth') ?? y });
  });
  return people;
}
