// Door frames with their mats, and what hangs on the outside of the facade.

import { mat } from '../furniture/rugs.ts';
import type { Ramp } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { ivy } from '../walls/ivy.ts';
import { awning, doorFrame, doorSign, sideDoor } from '../walls/openings.ts';
import type { Layout } from './Layout.ts';
import { addPool, put } from './Layout.ts';
import { WALL_BASE_PX } from './placeWalls.ts';
import { COLUMNS, glyphAt, TILE } from './readPlan.ts';

const FACADE_ROW = 36;

/** Leaves in different colours help to remember which door is whose. */
const LEAVES: Record<number, readonly [Ramp, string]> = {
  24: [P.plum, 'plum'],
  32: [P.ochre, 'ochre'],
  45: [P.teal, 'teal'],
  55: [P.sage, 'sage'],
};

/** Openings in north-south walls as [column of the wall, first free row, leaf, its name, side it opens to]. */
const SIDE_DOORS = [
  [22, 18, P.ochre, 'ochre', 'right'],
  [22, 22, P.teal, 'teal', 'right'],
  [22, 30, P.sage, 'sage', 'right'],
  [58, 4, P.plum, 'plum', 'right'],
  [58, 18, P.plum, 'plum', 'right'],
  [58, 30, P.ochre, 'ochre', 'right'],
] as const;

export function placeOpenings(layout: Layout): void {
  for (const [column, row, leaf, name, opens] of SIDE_DOORS) {
    const base = (row - 1) * TILE + WALL_BASE_PX;
    put(layout, sideDoor({ opens, leaf, name }), (column + 0.5) * TILE, base, { depth: base + 1, raised: true });
  }
  for (let row = 1; row <= FACADE_ROW; row++) {
    for (let column = 1; column < COLUMNS; column++) {
      if (glyphAt(column, row) !== 'D' || !'#='.includes(glyphAt(column - 1, row))) continue;
      let tiles = 1;
      while (glyphAt(column + tiles, row) === 'D') tiles++;
      const middle = (column + tiles / 2) * TILE;
      if (row === FACADE_ROW) put(layout, mat({ w: tiles * TILE - 4, h: 20 }), middle, (row - 1) * TILE + 34);
      else if (glyphAt(column + tiles, row) === '#') {
        const [leaf, name] = LEAVES[column] ?? [P.velvet, 'velvet'];
        const base = row * TILE + WALL_BASE_PX;
        put(layout, doorFrame(tiles, leaf, name), middle, base, { depth: base, raised: true });
        put(layout, mat({ w: tiles * TILE - 6, h: 16 }), middle, row * TILE + 52);
      }
    }
  }
  const innerFoot = 15 * TILE + WALL_BASE_PX;
  put(layout, doorSign('book'), 25.8 * TILE, innerFoot - 24, { depth: innerFoot + 1, raised: true });
  put(layout, doorSign('talk'), 57 * TILE, innerFoot - 24, { depth: innerFoot + 1, raised: true });
  const facadeFoot = FACADE_ROW * TILE + WALL_BASE_PX;
  for (const [column, tiles, colours, name] of [
    [25, 2, P.sage, 'sage'],
    [33.5, 3, P.ochre, 'ochre'],
    [46.5, 3, P.sage, 'sage'],
    [56, 2, P.ochre, 'ochre'],
  ] as const) {
    put(layout, awning(tiles, colours, name), column * TILE, facadeFoot - 2, { depth: facadeFoot + 1, raised: true });
  }
  // What the lit windows throw on the ground outside.
  for (let column = 3; column < 78; column += 3) {
    if (glyphAt(column, FACADE_ROW) === '=') addPool(layout, (column + 0.5) * TILE, facadeFoot + 16, 84, 42, '#ffb668', 0.3, 0);
  }
  for (const [column, tiles, seed] of [
    [3, 2, 1],
    [19, 2, 2],
    [30.5, 1, 3],
    [49.5, 1, 4],
    [61, 2, 5],
    [75, 2, 6],
  ] as const) {
    put(layout, ivy({ w: tiles * TILE - 4, h: 22, seed }), (column + tiles / 2) * TILE, facadeFoot - 3, {
      depth: facadeFoot + 1,
      raised: true,
    });
  }
}
