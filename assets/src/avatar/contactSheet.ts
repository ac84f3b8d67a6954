// Contact sheets of the avatars, to be looked at by people: every style, a crowd on each floor, the walk, the poses.
import type { Appearance } from '@comptoir/shared/people';
import { BOTTOMS, DEFAULT_APPEARANCE, HAIR_STYLES, HEAD_COVERINGS, TOPS } from '@comptoir/shared/people';
import { checkerFloor, deskCarpet, hallCarpet, oakFloor, stoneFloor } from '../floors/indoorFloors.ts';
import { fillFloor } from '../floors/macroTile.ts';
import { lawn } from '../floors/outdoorFloors.ts';
import { INK } from '../pixels/palette.ts';
import { rng } from '../pixels/random.ts';
import { Surface } from '../pixels/Surface.ts';
import { composeAvatar } from './composeAvatar.ts';
import { composePortrait, PORTRAIT_SIZE } from './composePortrait.ts';
import type { AvatarFrame } from './frames.ts';
import { AVATAR_FRAMES, FEET_Y, FRAME_W, frameRect } from './frames.ts';
import { randomAppearance } from './randomAppearance.ts';

export interface ContactSheet {
  readonly name: string;
  readonly surface: Surface;
  /** Enlargement at which it is best looked at. */
  readonly scale: number;
}

const CELL_W = 38;
const CELL_H = 62;
const CROWD_COLUMNS = 20;

const asSurface = (picture: { width: number; height: number; data: Uint8ClampedArray }): Surface => {
  const surface = new Surface(picture.width, picture.height);
  surface.data.set(picture.data);
  return surface;
};

function standOn(on: Surface, sheet: Surface, frame: AvatarFrame, x: number, feetY: number, isMirrored = false): void {
  const { x: left, y: top, w, h } = frameRect(frame);
  on.ell(x + FRAME_W / 2 + 1, feetY - 1, 10, 3.5, INK, 0.26);
  on.blit(sheet.crop(left, top, w, h), x, feetY - FEET_Y, 1, isMirrored);
}

/** People in rows on one floor; each row lists a person's frames. */
function drawRows(people: readonly Appearance[], frames: readonly (readonly [AvatarFrame, boolean])[]): Surface {
  const surface = new Surface(frames.length * CELL_W + 8, people.length * CELL_H + 4);
  fillFloor(surface, oakFloor(), 0, 0, surface.width, surface.height);
  people.forEach((person, row) => {
    const sheet = asSurface(composeAvatar(person));
    frames.forEach(([frame, isMirrored], column) => {
      standOn(surface, sheet, frame, 7 + column * CELL_W, 58 + row * CELL_H, isMirrored);
    });
  });
  return surface;
}

/** 120 people at random, twenty on each of six floors, in all directions and steps. */
function drawCrowd(): Surface {
  const random = rng(4321);
  const below = (count: number): number => Math.floor(random() * count);
  const floors = [stoneFloor, oakFloor, deskCarpet, checkerFloor, hallCarpet, lawn];
  const surface = new Surface(CROWD_COLUMNS * CELL_W + 8, floors.length * CELL_H);
  floors.forEach((floor, row) => {
    fillFloor(surface, floor(), 0, row * CELL_H, surface.width, (row + 1) * CELL_H);
    for (let column = 0; column < CROWD_COLUMNS; column++) {
      const sheet = asSurface(composeAvatar(randomAppearance(random)));
      const side = (['down', 'down', 'down', 'right', 'right', 'up'] as const)[below(6)] ?? 'down';
      const step = ([0, 1, 2, 3] as const)[below(4)] ?? 0;
      const frame: AvatarFrame = random() < 0.2 ? `cup-${side}-${step}` : `${side}-${step}`;
      standOn(surface, sheet, frame, 4 + column * CELL_W, 57 + row * CELL_H, side === 'right' && random() < 0.5);
    }
  });
  return surface;
}

function drawPortraits(): Surface {
  const random = rng(77);
  const cell = PORTRAIT_SIZE + 2;
  const surface = new Surface(16 * cell, 4 * cell).rect(0, 0, 16 * cell, 4 * cell, '#f7efe2');
  for (let n = 0; n < 64; n++)
    surface.blit(asSurface(composePortrait(randomAppearance(random))), (n % 16) * cell + 1, Math.floor(n / 16) * cell + 1);
  return surface;
}

/** Every style once, with colours that change from one to the next. */
function oneOfEach(): Appearance[] {
  const vary = (index: number): Appearance => ({
    ...DEFAULT_APPEARANCE,
    skin: index % 6,
    hairColor: (index * 4) % 11,
    headColor: (index * 5 + 8) % 12,
    topColor: (index * 5 + 6) % 12,
    bottomColor: (index * 7 + 7) % 12,
    glasses: index % 4 === 1,
  });
  return [
    ...HAIR_STYLES.map((hair, index) => ({ ...vary(index), hair, top: TOPS[index % TOPS.length] ?? 'tee' })),
    ...HEAD_COVERINGS.slice(1).map((head, index) => ({
      ...vary(index + 2),
      head,
      beard: index % 2 ? ('full' as const) : ('none' as const),
    })),
    ...BOTTOMS.map((bottom, index) => ({ ...vary(index + 4), bottom, hair: 'waves' as const, bag: index % 2 === 0 })),
    { ...vary(3), aid: 'wheelchair', hair: 'ponytail' },
    { ...vary(5), aid: 'cane', hearingAid: true, top: 'cardigan' },
  ];
}

/** All sheets, ready to be written as pictures. Deterministic. */
export function drawContactSheets(): ContactSheet[] {
  const people = oneOfEach();
  const walk = [0, 1, 2, 3] as const;
  const cycle = [
    ...walk.map((step) => [`down-${step}`, false] as const),
    ...walk.map((step) => [`right-${step}`, true] as const),
    ...walk.map((step) => [`right-${step}`, false] as const),
    ...walk.map((step) => [`up-${step}`, false] as const),
  ];
  const poses = AVATAR_FRAMES.slice(9, 30).map((frame) => [frame, false] as const);
  return [
    { name: 'avatars-crowd', surface: drawCrowd(), scale: 2 },
    { name: 'avatars-walk', surface: drawRows(people, cycle), scale: 2 },
    { name: 'avatars-poses', surface: drawRows(people, poses), scale: 2 },
    { name: 'avatars-portraits', surface: drawPortraits(), scale: 3 },
  ];
}
