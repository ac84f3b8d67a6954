// The ten tops from the front.
import type { Appearance } from '@comptoir/shared/people';
import type { Cells } from './Cells.ts';
import { ACCENT, BOTTOM, CREAM, code, EDGE, GAP, GOLD, LIT, PLAIN, SHEEN, SKIN, TOP } from './materials.ts';

const T = (level: number): number => code(TOP, level);
const A = (level: number): number => code(ACCENT, level);

function roundNeck(on: Cells, y: number): void {
  on.row(14, y, 4, code(SKIN, EDGE)).row(15, y + 1, 2, code(SKIN, PLAIN));
  on.dot(13, y, T(EDGE))
    .dot(18, y, T(EDGE))
    .dot(14, y + 1, T(EDGE))
    .dot(17, y + 1, T(EDGE))
    .row(15, y + 2, 2, T(EDGE));
}

/** Draws collar, fastening and pattern over the plain torso; `y` is its first row. */
export function drawTopFront(on: Cells, appearance: Appearance, y: number): void {
  switch (appearance.top) {
    case 'tee':
      roundNeck(on, y);
      // a ringer tee: the neck band and a small print in the second colour
      on.dot(13, y, A(PLAIN))
        .dot(18, y, A(PLAIN))
        .dot(14, y + 1, A(PLAIN))
        .dot(17, y + 1, A(PLAIN))
        .row(15, y + 2, 2, A(PLAIN))
        .rect(14, y + 6, 4, 2, A(PLAIN));
      return;
    case 'hoodie':
      on.row(11, y - 1, 2, T(LIT))
        .row(19, y - 1, 2, T(EDGE))
        .row(11, y, 10, T(PLAIN))
        .row(13, y, 6, T(GAP))
        .row(12, y + 1, 8, T(LIT))
        .row(13, y + 2, 6, T(EDGE));
      on.column(14, y + 2, 4, code(CREAM, PLAIN)).column(17, y + 2, 3, code(CREAM, EDGE));
      on.row(13, y + 7, 6, T(GAP))
        .rect(12, y + 8, 8, 3, T(EDGE))
        .row(13, y + 8, 6, T(PLAIN))
        .row(10, y + 11, 12, T(EDGE));
      return;
    case 'shirt':
      on.row(14, y, 4, code(SKIN, EDGE)).row(15, y + 1, 2, code(SKIN, PLAIN));
      on.row(12, y, 2, T(SHEEN))
        .row(13, y + 1, 2, T(SHEEN))
        .dot(14, y + 2, T(SHEEN))
        .row(18, y, 2, T(LIT))
        .row(17, y + 1, 2, T(LIT))
        .dot(17, y + 2, T(LIT));
      on.dot(13, y + 2, T(EDGE))
        .dot(18, y + 2, T(EDGE))
        .column(15, y + 2, 10, T(EDGE));
      on.dot(16, y + 3, T(SHEEN))
        .dot(16, y + 6, T(SHEEN))
        .dot(16, y + 9, T(SHEEN))
        .row(18, y + 4, 2, T(EDGE))
        .column(17, y + 5, 2, T(LIT));
      return;
    case 'stripe':
      for (let k = 2; k < 12; k += 3) on.row(10, y + k, 12, A(PLAIN)).dot(21, y + k, A(EDGE));
      on.row(13, y, 6, code(SKIN, EDGE)).row(12, y, 1, T(EDGE)).row(19, y, 1, T(EDGE));
      return;
    case 'blazer':
      on.rect(14, y, 4, 8, A(PLAIN))
        .row(14, y, 4, code(SKIN, EDGE))
        .row(15, y + 1, 2, code(SKIN, PLAIN))
        .dot(14, y + 1, A(LIT))
        .dot(17, y + 1, A(EDGE));
      on.line(13, y, 15, y + 8, T(LIT))
        .line(18, y, 16, y + 8, T(EDGE))
        .line(12, y + 1, 13, y + 5, T(EDGE))
        .line(19, y + 1, 18, y + 5, T(GAP));
      on.column(15, y + 8, 4, T(GAP))
        .dot(16, y + 8, code(GOLD, PLAIN))
        .row(11, y + 8, 3, T(GAP))
        .row(18, y + 8, 3, T(GAP))
        .row(18, y + 4, 2, A(LIT));
      return;
    case 'cardigan':
      on.rect(14, y, 4, 12, A(LIT))
        .row(14, y, 4, code(SKIN, EDGE))
        .row(15, y + 1, 2, code(SKIN, PLAIN))
        .column(15, y + 3, 8, A(PLAIN))
        .row(14, y + 11, 4, A(EDGE));
      on.column(13, y, 12, T(LIT))
        .column(18, y, 12, T(EDGE))
        .column(14, y + 2, 10, T(GAP));
      for (const k of [4, 7, 10]) on.dot(18, y + k, code(CREAM, SHEEN));
      on.row(10, y + 8, 3, T(EDGE))
        .row(19, y + 8, 3, T(GAP))
        .row(10, y + 11, 4, T(EDGE))
        .row(18, y + 11, 4, T(GAP));
      return;
    case 'kurta':
      on.row(14, y, 4, code(SKIN, EDGE))
        .column(15, y + 1, 6, A(PLAIN))
        .column(16, y + 1, 6, A(EDGE))
        .row(13, y, 1, A(PLAIN))
        .row(18, y, 1, A(EDGE));
      on.row(13, y + 1, 2, A(LIT))
        .row(17, y + 1, 2, A(PLAIN))
        .dot(15, y + 3, code(GOLD, LIT))
        .dot(15, y + 5, code(GOLD, LIT));
      on.column(12, y + 5, 6, T(EDGE)).column(19, y + 6, 5, T(EDGE));
      return;
    case 'overall':
      roundNeck(on, y);
      on.rect(12, y + 4, 8, 8, code(BOTTOM, PLAIN))
        .row(12, y + 4, 8, code(BOTTOM, LIT))
        .column(19, y + 5, 7, code(BOTTOM, EDGE))
        .rect(10, y + 9, 12, 3, code(BOTTOM, PLAIN));
      on.column(10, y + 9, 3, code(BOTTOM, LIT))
        .column(21, y + 9, 3, code(BOTTOM, EDGE))
        .column(12, y, 4, code(BOTTOM, LIT))
        .column(19, y, 4, code(BOTTOM, EDGE));
      on.rect(14, y + 6, 4, 3, code(BOTTOM, EDGE))
        .row(14, y + 6, 4, code(BOTTOM, LIT))
        .dot(12, y + 4, code(GOLD, LIT))
        .dot(19, y + 4, code(GOLD, PLAIN));
      return;
    case 'sweater':
      on.row(13, y, 6, T(LIT))
        .row(13, y - 1, 6, T(EDGE))
        .dot(13, y - 1, T(LIT))
        .row(14, y + 1, 4, T(EDGE));
      for (let x = 10; x < 22; x++) on.dot(x, y + (x % 2 ? 3 : 4), A(PLAIN)).dot(x, y + 6, A(x % 3 === 0 ? PLAIN : EDGE));
      on.row(10, y + 6, 12, A(EDGE));
      for (let x = 10; x < 22; x += 3) on.row(x, y + 6, 2, A(PLAIN));
      for (let x = 10; x < 22; x += 2) on.dot(x, y + 11, T(EDGE)).dot(x + 1, y + 11, T(PLAIN));
      return;
    case 'dress':
      on.row(14, y, 4, code(SKIN, EDGE))
        .row(14, y + 1, 4, code(SKIN, PLAIN))
        .row(15, y + 2, 2, code(SKIN, PLAIN));
      on.dot(13, y, A(LIT))
        .dot(18, y, A(PLAIN))
        .dot(13, y + 1, A(LIT))
        .dot(18, y + 1, A(PLAIN))
        .dot(14, y + 2, A(LIT))
        .dot(17, y + 2, A(PLAIN))
        .row(15, y + 3, 2, A(PLAIN));
      on.row(10, y + 9, 12, A(PLAIN))
        .dot(21, y + 9, A(EDGE))
        .dot(10, y + 9, A(LIT));
      return;
  }
}
