// The ten tops from the right.
import type { Appearance } from '@comptoir/shared/people';
import type { Cells } from './Cells.ts';
import { ACCENT, BOTTOM, CREAM, code, EDGE, GOLD, LIT, PLAIN, SHEEN, TOP } from './materials.ts';

const T = (level: number): number => code(TOP, level);
const A = (level: number): number => code(ACCENT, level);

/** Draws collar, fastening and pattern over the plain torso; `y` is its first row. */
export function drawTopSide(on: Cells, appearance: Appearance, y: number): void {
  switch (appearance.top) {
    case 'tee':
      return;
    case 'stripe':
      for (let k = 2; k < 12; k += 3) on.row(12, y + k, k === 11 ? 8 : 9, A(PLAIN));
      return;
    case 'hoodie':
      on.rect(11, y - 1, 4, 3, T(PLAIN))
        .row(11, y - 1, 3, T(LIT))
        .row(11, y + 2, 4, T(EDGE))
        .column(19, y + 2, 3, code(CREAM, PLAIN))
        .rect(17, y + 7, 4, 3, T(EDGE))
        .row(12, y + 11, 8, T(EDGE));
      return;
    case 'shirt':
      on.row(15, y, 4, T(SHEEN))
        .row(17, y + 1, 3, T(SHEEN))
        .row(12, y, 3, T(LIT))
        .dot(20, y + 4, T(SHEEN))
        .dot(20, y + 7, T(SHEEN));
      return;
    case 'blazer':
      on.rect(19, y + 1, 2, 6, A(PLAIN))
        .line(17, y, 18, y + 8, T(LIT))
        .dot(19, y + 8, code(GOLD, PLAIN))
        .row(12, y, 4, T(LIT));
      return;
    case 'cardigan':
      on.rect(19, y + 1, 2, 11, A(LIT))
        .column(18, y + 1, 11, T(LIT))
        .dot(18, y + 5, code(CREAM, SHEEN))
        .dot(18, y + 8, code(CREAM, SHEEN))
        .dot(20, y + 11, 0);
      return;
    case 'kurta':
      on.row(13, y, 5, A(PLAIN))
        .column(20, y + 3, 5, A(PLAIN))
        .column(19, y + 1, 3, A(PLAIN));
      return;
    case 'overall':
      on.rect(16, y + 4, 5, 8, code(BOTTOM, PLAIN))
        .rect(12, y + 8, 9, 4, code(BOTTOM, PLAIN))
        .column(20, y + 4, 7, code(BOTTOM, EDGE))
        .column(16, y, 5, code(BOTTOM, LIT))
        .row(12, y + 8, 5, code(BOTTOM, LIT));
      on.dot(20, y + 11, 0).dot(16, y + 4, code(GOLD, LIT));
      return;
    case 'sweater':
      on.row(13, y, 5, T(LIT))
        .row(13, y - 1, 5, T(EDGE))
        .row(12, y + 6, 9, A(EDGE));
      for (let x = 12; x < 21; x += 3) on.row(x, y + 6, 2, A(PLAIN));
      for (let x = 12; x < 20; x++) on.dot(x, y + (x % 2 ? 3 : 4), A(PLAIN));
      for (let x = 12; x < 20; x += 2) on.dot(x, y + 11, T(EDGE));
      return;
    case 'dress':
      on.row(12, y + 9, 9, A(PLAIN))
        .row(17, y, 2, A(PLAIN))
        .dot(18, y + 1, A(PLAIN));
      return;
  }
}
