// Every seat with somebody on it, drawn in the same order as the game does: shows at once who hides whom.
import { composeAvatar } from '../avatar/composeAvatar.ts';
import { FEET_Y, frameRect } from '../avatar/frames.ts';
import { randomAppearance } from '../avatar/randomAppearance.ts';
import { oakFloor } from '../floors/indoorFloors.ts';
import { fillFloor } from '../floors/macroTile.ts';
import { chair, officeChair, pouf, stool } from '../furniture/chairs.ts';
import { deskFar, deskNear } from '../furniture/desks.ts';
import { hallSeat } from '../furniture/hall.ts';
import { parkBench, plainBench } from '../furniture/outdoorSeats.ts';
import type { Facing, Sprite } from '../furniture/Sprite.ts';
import { armchair, sofa } from '../furniture/sofas.ts';
import { cafeTable } from '../furniture/tables.ts';
import { ringBench } from '../furniture/trees.ts';
import { INK } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';
import { Surface } from '../pixels/Surface.ts';

interface Drawn {
  surface: Surface;
  left: number;
  top: number;
  depth: number;
}

const random = () => rng(20260);

/** The pictures of one seat at (x, base line) and, when `facing` is given, of its sitters. */
function seatParts(sprite: Sprite, x: number, base: number, facing: Facing | undefined, next: () => number): Drawn[] {
  const left = x - sprite.originX;
  const top = base - sprite.baseY;
  const parts: Drawn[] = [{ surface: sprite.surface, left, top, depth: sprite.cut === undefined ? base : base - 14 }];
  if (sprite.cut !== undefined) {
    const h = sprite.surface.height - sprite.cut;
    parts.push({ surface: sprite.surface.crop(0, sprite.cut, sprite.surface.width, h), left, top: top + sprite.cut, depth: base });
  }
  if (!facing) return parts;
  for (const { dx, feetDy, depthDy, clip } of sprite.sitters ?? []) {
    const sheet = composeAvatar(randomAppearance(next));
    const whole = new Surface(sheet.width, sheet.height);
    whole.data.set(sheet.data);
    const { x: fx, y: fy, w, h } = frameRect(facing === 'left' || facing === 'right' ? 'sit-right' : `sit-${facing}`);
    const frame = whole.crop(fx, fy, w, clip ?? h);
    parts.push({
      surface: facing === 'left' ? frame.flip() : frame,
      left: x + dx - 16,
      top: base + feetDy - FEET_Y,
      depth: base + depthDy,
    });
  }
  return parts;
}

/** All kinds of seats, some of them at a table or desk. */
export function seatSheet(): Surface {
  const next = random();
  const sheet = new Surface(640, 420);
  fillFloor(sheet, oakFloor(), 0, 0, sheet.width, sheet.height);
  const drawn: Drawn[] = [];
  const put = (sprite: Sprite, x: number, base: number, facing?: Facing) => {
    for (const { shape, dx, dy, w, h } of sprite.shadows) {
      if (shape === 'ellipse') sheet.ell(x + dx + w / 2, base + dy + h / 2, w / 2, h / 2, INK, 0.26);
      else sheet.rr(x + dx, base + dy, w, h, 2, INK, 0.26);
    }
    drawn.push(...seatParts(sprite, x, base, facing, next));
  };
  const facings: readonly Facing[] = ['down', 'up', 'right', 'left'];
  facings.forEach((facing, k) => {
    put(chair({ facing, fabric: 'teal' }), 30 + k * 40, 70, facing);
    put(armchair({ facing, fabric: k % 2 ? 'ochre' : 'teal' }), 210 + k * 56, 70, facing);
    put(officeChair({ facing }), 450 + k * 44, 70, facing);
    put(sofa({ facing, tiles: 2, variant: k }), 50 + k * 84, 170, facing);
    put(parkBench({ facing }), 400 + k * 70, 170, facing);
  });
  put(stool(), 30, 240, 'down');
  put(pouf(), 70, 240, 'left');
  put(plainBench({ tiles: 2 }), 130, 240, 'up');
  put(plainBench({ along: 'y', tiles: 2 }), 190, 250, 'right');
  for (let k = 0; k < 4; k++) put(hallSeat({ variant: k }), 250 + k * 32, 250, k === 1 ? undefined : 'up');
  put(ringBench(), 460, 330, 'down');
  put(cafeTable({ variant: 1 }), 90, 340);
  put(chair({ facing: 'down' }), 90, 312, 'down');
  put(chair({ facing: 'up' }), 90, 368, 'up');
  put(chair({ facing: 'right' }), 51, 346, 'right');
  put(chair({ facing: 'left' }), 129, 346, 'left');
  for (let k = 0; k < 3; k++) {
    const x = 200 + k * 64;
    put(deskFar({ variant: k }), x, 330);
    put(deskNear({ variant: k + 1 }), x, 355);
    put(officeChair({ facing: 'down', fabric: 'plum' }), x, 298, k === 1 ? undefined : 'down');
    put(officeChair({ facing: 'up', fabric: 'ochre' }), x, 385, k === 2 ? undefined : 'up');
  }
  drawn.sort((a, b) => a.depth - b.depth);
  for (const { surface, left, top } of drawn) sheet.blit(surface, left, top);
  return sheet;
}
