// Neck and torso in their top, without the arms.
import type { Appearance } from '@comptoir/shared/people';
import { Cells } from './Cells.ts';
import type { Stance } from './frames.ts';
import { sideSkirt, skirtFront } from './legs.ts';
import { ACCENT, code, EDGE, PLAIN, SKIN, TOP } from './materials.ts';
import { shade } from './shade.ts';
import { drawTopBack } from './topBack.ts';
import { drawTopFront } from './topFront.ts';
import { drawTopSide } from './topSide.ts';

/** Row of the neck; the torso is the twelve rows below it. */
export const NECK_Y = 29;

const A = (level: number): number => code(ACCENT, level);

/** `dy`: px the body is lowered. */
export function drawTorso(on: Cells, appearance: Appearance, stance: Stance, dy: number): void {
  const y = NECK_Y + 1 + dy;
  const mask = new Cells();
  if (stance.side === 'right')
    mask.spans(
      y,
      [
        [13, 18],
        [12, 19],
        [12, 19],
        [12, 20],
        [12, 20],
        [12, 20],
        [12, 20],
        [12, 20],
        [12, 20],
        [12, 20],
        [12, 20],
        [12, 19],
      ],
      1,
    );
  else mask.halves(y, [5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6], 1);
  shade(on, mask, TOP);
  if (stance.side === 'right') on.row(13, y - 1, 5, code(SKIN, EDGE));
  else on.row(13, y - 1, 6, code(SKIN, EDGE));
  if (stance.side === 'down') drawTopFront(on, appearance, y);
  else if (stance.side === 'up') drawTopBack(on, appearance, y);
  else drawTopSide(on, appearance, y);
  drawTails(on, appearance, stance, y);
}

// What hangs below the waist: the kurta and the dress. Seated, the lap shows it (legs.ts).
function drawTails(on: Cells, appearance: Appearance, stance: Stance, y: number): void {
  if (stance.seated) return;
  const ahead = stance.step === 0 ? undefined : stance.step === 1 ? 0 : 1;
  if (appearance.top === 'kurta') {
    if (stance.side === 'right')
      sideSkirt(
        on,
        TOP,
        [
          [12, 20],
          [12, 20],
          [11, 20],
          [11, 20],
          [11, 21],
          [11, 21],
        ],
        y + 11,
        false,
      );
    else {
      skirtFront(on, TOP, [6, 7, 7, 7, 7, 7], y + 11, undefined);
      on.row(9, y + 16, 14, A(PLAIN)).dot(22, y + 16, A(EDGE));
    }
  }
  if (appearance.top === 'dress') {
    if (stance.side === 'right')
      sideSkirt(
        on,
        TOP,
        [
          [12, 20],
          [12, 20],
          [11, 20],
          [11, 21],
          [10, 21],
          [10, 22],
          [10, 22],
        ],
        y + 10,
        stance.step !== 0,
      );
    else skirtFront(on, TOP, [6, 7, 7, 8, 8, 8, 9, 9], y + 10, ahead);
    if (stance.side === 'down')
      on.dot(12, y + 13, A(PLAIN))
        .dot(16, y + 14, A(PLAIN))
        .dot(20, y + 13, A(PLAIN))
        .dot(10, y + 16, A(PLAIN))
        .dot(14, y + 16, A(PLAIN))
        .dot(19, y + 16, A(PLAIN));
  }
}
