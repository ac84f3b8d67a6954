// Head, face, ears, neck, beard and glasses, drawn on the head grid (skull rows 12-25).
import type { Appearance } from '@comptoir/shared/people';
import { Cells } from './Cells.ts';
import type { Side, Stance } from './frames.ts';
import {
  BLUSH,
  BROW,
  code,
  EDGE,
  EYE,
  EYE_GLINT,
  EYE_WHITE,
  GAP,
  HAIR,
  LIP,
  LIP_CORNER,
  LIT,
  OPEN_MOUTH,
  PLAIN,
  RIM,
  SKIN,
  STUBBLE,
  THIN_RIM,
} from './materials.ts';
import { shade } from './shade.ts';
import type { Shape } from './shapes.ts';
import { halves, maskOf, rows } from './shapes.ts';

const SKULL: Shape = {
  down: [halves(12, '5 6 7x9 6 5 4')],
  up: [halves(12, '5 6 7x9 6 5 4')],
  right: [rows(12, '11-20 10-21 9-22x9 10-22 11-21 13-20')],
};

/** Skull, ears and nape, without a face. */
export function drawSkull(on: Cells, side: Side): void {
  shade(on, maskOf(SKULL[side]), SKIN);
  if (side === 'right') {
    on.dot(23, 20, code(SKIN, LIT)).dot(23, 21, code(SKIN, PLAIN));
    on.rect(13, 19, 2, 3, code(SKIN, EDGE)).dot(13, 20, code(SKIN, GAP)).dot(13, 19, code(SKIN, PLAIN));
    return;
  }
  on.column(8, 19, 3, code(SKIN, PLAIN)).column(23, 19, 3, code(SKIN, EDGE));
  if (side === 'up') {
    on.dot(8, 19, code(SKIN, LIT));
    // the nape: two tendons and the shadow under the skull
    on.row(12, 24, 8, code(SKIN, EDGE)).row(12, 25, 8, code(SKIN, GAP)).row(13, 23, 6, code(SKIN, EDGE));
  }
}

/** Eyes, brows, nose, cheeks and mouth. Nothing from behind. */
export function drawFace(on: Cells, side: Side, face: Stance['face']): void {
  if (side === 'up') return;
  const eyes = side === 'down' ? [12, 18] : [19];
  for (const x of eyes) {
    on.row(x, 17, 2, BROW);
    if (face === 'calm') on.rect(x, 19, 2, 3, EYE).dot(x, 19, EYE_WHITE).dot(x, 20, EYE_GLINT);
    else if (face === 'blink') on.row(x, 21, 2, EYE);
    else
      on.row(x, 19, 2, EYE)
        .dot(x - 1, 20, EYE)
        .dot(x + 2, 20, EYE);
  }
  if (side === 'right') {
    on.row(17, 22, 2, BLUSH).row(20, 23, 2, LIP);
    return;
  }
  on.row(10, 22, 2, BLUSH).row(20, 22, 2, BLUSH).row(15, 21, 2, code(SKIN, EDGE));
  if (face === 'laugh') on.row(14, 22, 4, LIP).row(14, 23, 4, OPEN_MOUTH).row(15, 24, 2, LIP);
  else on.dot(14, 23, LIP_CORNER).row(15, 23, 2, LIP).dot(17, 23, LIP_CORNER);
}

const FULL_BEARD: Shape = {
  down: [rows(20, '9,22 9-10,21-22 9-11,20-22 9-13,18-22 10-13,18-21 10-21 12-19'), rows(22, '13-18')],
  up: [],
  right: [rows(20, '13-14 13-15 13-16,20-22 13-19 13-20 13-22 14-21')],
};
const SHORT_BEARD: Shape = {
  down: [rows(21, '9,22 9-10,21-22 10-11,20-21 10-13,18-21 12-19'), rows(22, '14-17')],
  up: [],
  right: [rows(21, '13-14 13-15,20-21 13-17 13-21 14-20')],
};

/** Beards leave the lips free. */
export function drawBeard(on: Cells, appearance: Appearance, side: Side): void {
  if (appearance.beard === 'none' || side === 'up') return;
  const mask = maskOf((appearance.beard === 'short' ? SHORT_BEARD : FULL_BEARD)[side]);
  if (appearance.beard === 'stubble') {
    mask.rect(0, 26, 32, 1, 0);
    const before = new Cells().stamp(on);
    shade(on, mask, STUBBLE);
    // the lips and the ear stay
    for (let y = 20; y < 25; y++) for (let x = 9; x < 23; x++) if (before.codes[y * 32 + x] === LIP) on.dot(x, y, LIP);
    return;
  }
  shade(on, mask, HAIR);
}

/** Thin frames: one solid top bar, the rest half mixed into the skin. */
export function drawGlasses(on: Cells, side: Side): void {
  if (side === 'up') return;
  if (side === 'right') {
    on.row(17, 18, 6, RIM).row(18, 22, 4, THIN_RIM).column(22, 19, 3, THIN_RIM).column(17, 19, 3, THIN_RIM).row(14, 19, 3, RIM);
    return;
  }
  for (const x of [11, 17]) {
    on.row(x, 18, 4, RIM)
      .row(x, 22, 4, THIN_RIM)
      .column(x - 1, 19, 3, THIN_RIM)
      .column(x + 4, 19, 3, THIN_RIM);
  }
  on.row(15, 19, 2, RIM).dot(9, 19, THIN_RIM).dot(22, 19, THIN_RIM);
}
