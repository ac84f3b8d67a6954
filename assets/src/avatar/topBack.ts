// The ten tops from behind.
import type { Appearance } from '@comptoir/shared/people';
import { Cells } from './Cells.ts';
import { ACCENT, BOTTOM, code, EDGE, GAP, LIT, PLAIN, SHEEN, SKIN, TOP } from './materials.ts';
import { shade } from './shade.ts';

const T = (level: number): number => code(TOP, level);
const A = (level: number): number => code(ACCENT, level);

/** Draws folds, collar and pattern over the plain torso; `y` is its first row. */
export function drawTopBack(on: Cells, appearance: Appearance, y: number): void {
  on.column(16, y + 4, 6, T(EDGE))
    .line(12, y + 3, 13, y + 6, T(EDGE))
    .line(19, y + 3, 18, y + 6, T(EDGE))
    .row(11, y + 9, 2, T(LIT))
    .row(18, y + 10, 2, T(EDGE))
    .dot(15, y + 10, T(EDGE));
  on.row(13, y, 6, T(EDGE));
  switch (appearance.top) {
    case 'tee':
      on.row(14, y, 4, code(SKIN, EDGE));
      return;
    case 'stripe':
      for (let k = 2; k < 12; k += 3)
        on.row(10, y + k, 12, A(PLAIN))
          .dot(21, y + k, A(EDGE))
          .dot(16, y + k, A(EDGE));
      return;
    case 'hoodie': {
      const hood = new Cells().halves(y - 1, [4, 5, 6, 6, 5, 3], 1);
      shade(on, hood, TOP);
      on.row(13, y + 4, 6, T(GAP))
        .column(15, y, 3, T(EDGE))
        .row(10, y + 11, 12, T(EDGE));
      return;
    }
    case 'shirt':
      on.row(12, y, 8, T(SHEEN))
        .row(11, y + 2, 10, T(EDGE))
        .column(15, y + 3, 2, T(EDGE));
      return;
    case 'blazer':
      on.row(12, y, 8, T(LIT))
        .row(13, y - 1, 6, A(PLAIN))
        .column(15, y + 8, 4, T(GAP));
      return;
    case 'cardigan':
      on.row(12, y, 8, T(LIT))
        .row(11, y + 2, 10, T(EDGE))
        .row(10, y + 11, 12, T(EDGE));
      return;
    case 'kurta':
      on.row(13, y, 6, A(PLAIN)).row(11, y + 2, 10, T(EDGE));
      return;
    case 'overall':
      on.row(14, y, 4, code(SKIN, EDGE))
        .line(12, y, 17, y + 6, code(BOTTOM, PLAIN))
        .line(19, y, 14, y + 6, code(BOTTOM, EDGE))
        .rect(10, y + 7, 12, 5, code(BOTTOM, PLAIN));
      on.row(10, y + 7, 12, code(BOTTOM, LIT))
        .column(21, y + 8, 4, code(BOTTOM, EDGE))
        .column(15, y + 8, 4, code(BOTTOM, EDGE));
      return;
    case 'sweater':
      on.row(13, y, 6, T(LIT)).row(10, y + 6, 12, A(EDGE));
      for (let x = 10; x < 22; x += 3) on.row(x, y + 6, 2, A(PLAIN));
      for (let x = 10; x < 22; x++) on.dot(x, y + (x % 2 ? 3 : 4), A(PLAIN));
      for (let x = 10; x < 22; x += 2) on.dot(x, y + 11, T(EDGE));
      return;
    case 'dress':
      on.row(14, y, 4, code(SKIN, EDGE))
        .column(15, y + 1, 8, T(EDGE))
        .row(10, y + 9, 12, A(PLAIN))
        .rect(15, y + 9, 2, 3, A(EDGE))
        .dot(14, y + 10, A(PLAIN))
        .dot(17, y + 10, A(PLAIN));
      return;
  }
}
