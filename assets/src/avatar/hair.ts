// Draws the hair: the style's shape, its sheen, strands and parting, cut to what a head covering leaves free.
import type { Appearance, HairStyle, HeadCovering } from '@comptoir/shared/people';
import type { Cells } from './Cells.ts';
import { Cells as Grid } from './Cells.ts';
import type { Side } from './frames.ts';
import { HAIR_SHAPES } from './hairShapes.ts';
import { ACCENT, code, EDGE, GAP, HAIR, LIT, PLAIN } from './materials.ts';
import { shade } from './shade.ts';
import { maskOf } from './shapes.ts';

const STRAND = code(HAIR, EDGE);
const GLEAM = code(HAIR, LIT);

/** Coverings that leave no hair to be seen. */
const hidesHair = (head: HeadCovering): boolean => head === 'hijab' || head === 'turban';
/** Coverings under which the top of the hair lies flat. */
const flattensHair = (head: HeadCovering): boolean => head === 'cap' || head === 'beanie';
const LONG: readonly HairStyle[] = ['bob', 'long', 'waves'];

/** Draws the hair on the head grid. */
export function drawHair(on: Cells, appearance: Appearance, side: Side): void {
  const style = appearance.hair;
  if (style === 'bald' || hidesHair(appearance.head)) return;
  const mask = maskOf(HAIR_SHAPES[style][side]);
  const flat = flattensHair(appearance.head);
  // under a brim hair lies flat above and comes out, less wide, below
  if (flat)
    mask
      .rect(0, 0, 32, 11, 0)
      .rect(0, 0, 7, 14, 0)
      .rect(25, 0, 7, 14, 0)
      .rect(0, 0, 6, 22, 0)
      .rect(26, 0, 6, 22, 0)
      .dot(6, 14, 0)
      .dot(25, 14, 0);
  const hair = new Grid();
  shade(hair, mask, HAIR);
  if (style === 'afro' || style === 'curly') drawCurls(hair, style);
  else if (!flat) drawSheen(hair, side);
  if (style === 'locs') drawLocs(hair, side);
  if (style === 'waves') drawWaves(hair, side);
  if (style === 'braids') drawBraids(hair, side);
  if (side === 'up') drawBack(hair, style);
  else drawStrands(hair, style, side);
  on.stamp(hair);
}

function drawSheen(on: Cells, side: Side): void {
  const bands =
    side === 'down'
      ? [
          [10, 11, 6],
          [9, 12, 3],
          [18, 11, 2],
        ]
      : side === 'up'
        ? [
            [10, 12, 5],
            [17, 12, 3],
            [10, 13, 2],
          ]
        : [
            [10, 11, 6],
            [9, 12, 3],
            [18, 11, 2],
          ];
  for (const [x = 0, y = 0, w = 0] of bands) for (let k = 0; k < w; k++) on.tint(x + k, y, GLEAM);
}

// Small crescents in a loose lattice: light above, shadow below.
function drawCurls(on: Cells, style: HairStyle): void {
  const step = style === 'afro' ? 4 : 3;
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 9; column++) {
      const x = 3 + column * step + (row % 2) * 2 + ((row * 5 + column * 3) % 2);
      const y = 6 + row * 3;
      if (!on.has(x - 1, y) || !on.has(x + 1, y) || !on.has(x, y + 1)) continue;
      const bright = x + y < 26;
      on.dot(x, y, code(HAIR, bright ? LIT : EDGE));
      if (bright) on.tint(x + 1, y, GLEAM);
      on.tint(x + 1, y + 1, STRAND);
    }
  }
}

function drawLocs(on: Cells, side: Side): void {
  for (let x = side === 'right' ? 8 : 8; x < 25; x += 3) for (let y = 10; y < 30; y++) if ((y + x) % 4 !== 0) on.tint(x, y, STRAND);
  for (let x = 7; x < 25; x += 3) for (let y = 13; y < 28; y += 4) on.tint(x - 1, y, GLEAM);
}

// Long S-curves, lit on their left slope.
function drawWaves(on: Cells, side: Side): void {
  const columns = side === 'up' ? [8, 12, 17, 21] : side === 'down' ? [7, 23] : [8, 12];
  for (const x of columns) {
    for (let y = 15; y < 29; y++) {
      const bend = [0, 0, 1, 2, 2, 1][(y + x) % 6] ?? 0;
      if ((y + x) % 6 !== 4) on.tint(x + bend, y, STRAND);
      if ((y + x) % 6 < 2 && side !== 'down') on.tint(x + bend - 1, y, GLEAM);
    }
  }
}

function drawBraids(on: Cells, side: Side): void {
  const columns = side === 'up' ? [9, 19] : side === 'down' ? [6, 23] : [9];
  for (const x of columns) {
    for (let y = 20; y < 32; y += 3)
      on.tint(x + 1, y, STRAND)
        .tint(x + 2, y + 1, STRAND)
        .tint(x, y + 1, GLEAM);
    for (let k = 0; k < 4; k++) on.tint(x + k, side === 'down' ? 30 : 31, code(ACCENT, PLAIN));
  }
  if (side === 'up') for (let y = 9; y < 24; y++) on.tint(15 + (y % 2), y, STRAND);
  if (side === 'down')
    on.tint(15, 8, STRAND).tint(16, 9, STRAND).tint(15, 10, STRAND).tint(16, 11, STRAND).tint(15, 12, STRAND).tint(16, 13, STRAND);
}

function drawStrands(on: Cells, style: HairStyle, side: Side): void {
  if (side === 'down') {
    if (style === 'crop') on.tintLine(12, 14, 10, 16, STRAND).tintLine(17, 12, 15, 14, STRAND);
    if (style === 'swoop') on.tintLine(19, 9, 12, 15, STRAND).tintLine(22, 10, 18, 13, STRAND).tintLine(20, 8, 13, 12, GLEAM);
    if (style === 'side') on.tintLine(11, 9, 14, 12, STRAND).tintLine(14, 9, 20, 14, STRAND).tintLine(12, 9, 18, 13, GLEAM);
    if (style === 'bob' || style === 'long' || style === 'waves')
      on.tint(15, 9, STRAND).tintLine(15, 10, 15, 13, STRAND).tintLine(18, 12, 21, 15, STRAND);
    if (style === 'bun')
      on.row(13, 8, 6, 0)
        .tintLine(13, 9, 18, 9, STRAND)
        .tintLine(14, 5, 16, 5, GLEAM)
        .tintLine(12, 11, 10, 14, STRAND)
        .tintLine(19, 11, 21, 14, STRAND);
    if (style === 'ponytail')
      on.tintLine(14, 9, 12, 14, STRAND).tintLine(18, 9, 21, 13, STRAND).tintLine(24, 14, 24, 15, code(ACCENT, PLAIN));
    return;
  }
  if (style === 'crop' || style === 'side') on.tintLine(17, 10, 11, 15, STRAND).tintLine(20, 11, 15, 15, STRAND);
  if (style === 'swoop') on.tintLine(19, 9, 10, 14, STRAND).tintLine(22, 10, 16, 14, STRAND);
  if (style === 'bob' || style === 'long')
    on.tintLine(16, 10, 12, 17, STRAND).tintLine(12, 18, 12, 25, STRAND).tintLine(9, 16, 9, 24, STRAND).tintLine(11, 15, 10, 20, GLEAM);
  if (style === 'bun')
    on.tintLine(9, 9, 17, 13, STRAND).tintLine(9, 10, 13, 15, STRAND).tintLine(7, 6, 8, 6, GLEAM).tintLine(6, 9, 11, 9, code(ACCENT, EDGE));
  if (style === 'ponytail')
    on.rect(7, 12, 2, 3, code(ACCENT, PLAIN))
      .tintLine(9, 13, 17, 11, STRAND)
      .tintLine(9, 15, 14, 15, STRAND)
      .tintLine(5, 15, 4, 22, STRAND);
}

// Backs: parting from the crown, strands that bend outwards, a dark hem.
function drawBack(on: Cells, style: HairStyle): void {
  if (style === 'afro' || style === 'curly' || style === 'locs' || style === 'braids') return;
  if (style === 'bun') {
    on.row(12, 9, 8, STRAND).row(14, 5, 2, GLEAM).tintLine(13, 7, 18, 7, STRAND);
    for (const [x0, x1] of [
      [12, 10],
      [15, 15],
      [19, 21],
    ])
      on.tintLine(x0 ?? 0, 11, x1 ?? 0, 20, STRAND);
    return;
  }
  if (style === 'ponytail') {
    on.tintLine(9, 12, 13, 14, STRAND).tintLine(22, 12, 18, 14, STRAND).tintLine(10, 19, 13, 16, STRAND).tintLine(21, 19, 18, 16, STRAND);
    on.column(12, 16, 8, STRAND)
      .column(20, 16, 8, code(HAIR, GAP))
      .column(14, 17, 7, STRAND)
      .column(17, 17, 8, STRAND)
      .column(13, 17, 5, GLEAM);
    on.rect(13, 14, 6, 2, code(ACCENT, PLAIN)).row(13, 15, 6, code(ACCENT, EDGE));
    return;
  }
  const long = LONG.includes(style);
  if (style !== 'waves') {
    for (const [x0, x1, y0] of [
      [11, 9, 14],
      [13, 12, 17],
      [18, 19, 16],
      [20, 22, 14],
    ] as const) {
      for (let y = y0; y < 31; y++) {
        const share = Math.min(1, (y - 13) / (long ? 14 : 8));
        if ((y + x0) % 5 !== 0) on.tint(Math.round(x0 + (x1 - x0) * share), y, STRAND);
      }
    }
  }
  on.tintLine(15, 8, 15, long ? 14 : 11, STRAND).tintLine(14, 9, 14, long ? 12 : 11, GLEAM);
  if (long) {
    on.tintLine(10, 17, 9, 22, GLEAM).tintLine(16, 18, 16, 26, STRAND);
    return;
  }
  // short hair: a lit left, strokes round the crown, a tapered neck
  on.tintLine(11, 11, 10, 15, GLEAM).tintLine(13, 13, 12, 16, GLEAM).tintLine(17, 11, 19, 12, GLEAM);
  for (let x = 11; x < 21; x++)
    on.tint(x, 21, x % 3 ? STRAND : GLEAM)
      .tint(x, 22, STRAND)
      .tint(x, 23, code(HAIR, x % 2 ? EDGE : GAP));
}
