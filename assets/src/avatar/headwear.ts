// Hijab, turban, cap, beanie and kippa.
import type { Appearance, HeadCovering } from '@comptoir/shared/people';
import { Cells } from './Cells.ts';
import type { Side } from './frames.ts';
import { ACCENT, COVER, CREAM, code, EDGE, GAP, LIT, PLAIN, SHEEN } from './materials.ts';
import { shade } from './shade.ts';
import type { Shape } from './shapes.ts';
import { halves, maskOf, rows } from './shapes.ts';

const SHAPES: Readonly<Record<Exclude<HeadCovering, 'none'>, Shape>> = {
  hijab: {
    down: [halves(8, '4 7 8 9x4'), rows(15, '7-24 7-11,20-24 7-9,22-24x6 7-10,21-24 7-11,20-24 7-24 8-23 7-24 8-23 10-21 13-19')],
    up: [halves(8, '4 7 8 9x13 8 8 9x3 8 7 5')],
    right: [rows(8, '12-18 10-20 8-22 7-23x4 7-22 7-19 7-16x6 7-17 7-19 7-21 8-20 7-20 8-20 8-19 10-17')],
  },
  turban: {
    down: [rows(4, '14-18 11-21 9-23 8-24 7-24 6-25x4 7-24 7-24'), rows(15, '8-12,19-23 8-10,21-23 8-9,22-23')],
    up: [rows(4, '13-18 10-21 8-23 7-24 7-24 6-25x5 7-24 7-24 8-23x3 9-22 10-21')],
    right: [rows(4, '12-19 9-22 7-23 6-24 5-24 5-25 5-25 5-24 6-24 6-23 7-20 7-16 7-14 8-13 8-12 9-12')],
  },
  cap: {
    down: [halves(7, '5 7 8x4'), halves(13, '9 10 9')],
    up: [halves(7, '5 7 8x6')],
    right: [rows(7, '11-19 9-21 8-22 8-23x3 8-27 9-28')],
  },
  beanie: {
    down: [halves(6, '4 6 7 8x3'), halves(12, '9x3')],
    up: [halves(6, '4 6 7 8x3'), halves(12, '9x3')],
    right: [rows(6, '12-18 10-20 8-22 8-23x3 7-24x3')],
  },
  kippa: {
    down: [halves(8, '4 5')],
    up: [halves(8, '4 5 6x3 5 4')],
    right: [rows(8, '9-15 8-16 8-16 8-14 8-11')],
  },
};

/** Draws the head covering on the head grid, over the hair. `crown` is the first row that hair or skull reach. */
export function drawHeadwear(on: Cells, appearance: Appearance, side: Side, crown: number): void {
  const kind = appearance.head;
  if (kind === 'none') return;
  const cloth = new Cells();
  shade(cloth, maskOf(SHAPES[kind][side]), COVER);
  switch (kind) {
    case 'hijab':
      foldHijab(cloth, side);
      break;
    case 'turban':
      wrapTurban(cloth, side);
      break;
    case 'cap':
      if (side === 'down')
        cloth
          .row(7, 13, 18, code(COVER, LIT))
          .row(7, 15, 18, code(COVER, GAP))
          .rect(14, 9, 4, 3, code(CREAM, PLAIN))
          .row(14, 11, 4, code(CREAM, EDGE));
      if (side === 'right')
        cloth.row(18, 13, 9, code(COVER, LIT)).row(12, 14, 17, code(COVER, GAP)).tintLine(15, 8, 13, 12, code(COVER, EDGE));
      if (side === 'up') cloth.rect(13, 13, 6, 2, code(COVER, GAP)).tintLine(15, 8, 15, 12, code(COVER, EDGE));
      break;
    case 'beanie':
      for (let x = 7; x < 26; x += 2) cloth.tint(x, 13, code(COVER, EDGE)).tint(x, 14, code(COVER, EDGE));
      for (let x = 7; x < 25; x++) cloth.tint(x, 12, code(COVER, LIT));
      cloth.row(8, 11, 16, code(COVER, EDGE));
      cloth.rect(14, 3, 4, 3, code(ACCENT, PLAIN)).row(14, 3, 3, code(ACCENT, LIT)).row(14, 5, 4, code(ACCENT, EDGE));
      break;
    case 'kippa':
      if (side === 'up') cloth.tintLine(12, 9, 16, 8, code(COVER, SHEEN)).tintLine(10, 12, 14, 14, code(COVER, EDGE));
      on.stamp(cloth, Math.max(-4, crown - 8));
      return;
  }
  on.stamp(cloth);
}

// The cloth lies round the face, crosses under the chin and falls in folds behind.
function foldHijab(on: Cells, side: Side): void {
  const fold = code(COVER, EDGE);
  const deep = code(COVER, GAP);
  const lit = code(COVER, LIT);
  if (side === 'down') {
    on.tintLine(10, 16, 9, 22, fold).tintLine(10, 24, 17, 28, fold).tintLine(21, 24, 13, 28, deep).tintLine(12, 15, 19, 15, fold);
    on.tintLine(11, 11, 17, 11, lit)
      .tintLine(10, 12, 12, 12, lit)
      .tintLine(8, 17, 8, 21, lit)
      .tintLine(22, 17, 22, 22, deep)
      .tintLine(12, 27, 15, 29, lit);
    return;
  }
  if (side === 'up') {
    on.tintLine(11, 11, 17, 11, lit).tintLine(11, 12, 13, 12, code(COVER, SHEEN)).tintLine(16, 15, 16, 23, fold);
    on.tintLine(11, 15, 9, 25, fold)
      .tintLine(20, 15, 22, 25, fold)
      .tintLine(13, 20, 12, 30, fold)
      .tintLine(19, 21, 20, 30, deep)
      .tintLine(12, 16, 11, 22, lit);
    on.tintLine(9, 23, 12, 25, fold).tintLine(19, 25, 22, 23, fold).tintLine(11, 31, 20, 31, deep);
    return;
  }
  on.tintLine(10, 11, 16, 11, lit)
    .tintLine(11, 12, 9, 14, lit)
    .tintLine(15, 17, 15, 22, fold)
    .tintLine(13, 16, 12, 24, fold)
    .tintLine(9, 15, 9, 25, fold);
  on.tintLine(12, 25, 20, 25, deep).tintLine(11, 27, 18, 28, fold);
}

// Six or seven turns of cloth that meet over the forehead, with the base cloth in a small triangle below.
function wrapTurban(on: Cells, side: Side): void {
  const fold = code(COVER, EDGE);
  const lit = code(COVER, LIT);
  if (side === 'down') {
    for (const y of [6, 9, 12])
      on.tintLine(15, y, 7, y + 4, fold)
        .tintLine(16, y, 24, y + 4, fold)
        .tintLine(14, y, 8, y + 3, lit);
    on.tintLine(16, 4, 21, 7, fold).tintLine(14, 5, 11, 7, code(COVER, SHEEN));
    on.row(15, 13, 2, code(ACCENT, PLAIN)).row(14, 14, 4, code(ACCENT, PLAIN)).row(14, 15, 4, code(ACCENT, EDGE));
    return;
  }
  if (side === 'up') {
    for (const y of [6, 10, 14]) on.tintLine(7, y, 24, y + 3, fold).tintLine(8, y - 1, 17, y + 1, lit);
    on.tintLine(22, 7, 12, 18, fold);
    return;
  }
  for (const [x, y] of [
    [8, 5],
    [6, 7],
    [6, 10],
  ] as const)
    on.tintLine(x, y + 4, 23, y + 1, fold).tintLine(x + 1, y + 3, 17, y + 1, lit);
  on.tintLine(7, 15, 15, 14, fold).tintLine(9, 17, 12, 16, fold).tint(20, 14, code(ACCENT, PLAIN)).tint(19, 14, code(ACCENT, PLAIN));
}
