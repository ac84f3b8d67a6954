// Paints the ground of the whole map: one picture of plain floors, and one of what lies or is set into them.
import { beanInlay, brassSeam, grassEdge, riser } from '../floors/floorDetails.ts';
import { checkerFloor, deskCarpet, hallCarpet, meetingCarpet, oakFloor, stoneFloor } from '../floors/indoorFloors.ts';
import { fillFloor, MACRO_HEIGHT_PX, MACRO_WIDTH_PX } from '../floors/macroTile.ts';
import { gravel, lawn, pavement, terracePaving } from '../floors/outdoorFloors.ts';
import { mix } from '../pixels/colour.ts';
import { P } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';
import type { Layout } from './Layout.ts';
import { COLUMNS, glyphAt, ROWS, TILE } from './readPlan.ts';

export const MAP_WIDTH_PX = COLUMNS * TILE;
export const MAP_HEIGHT_PX = ROWS * TILE;

/** Indoor floors in tiles [x0, y0, x1, y1) - halves lie under walls, so that no gap shows at their foot. Later ones cover earlier ones. */
const INDOORS: readonly (readonly ['oak' | 'meeting' | 'hall' | 'desks' | 'checker' | 'stone', number, number, number, number])[] = [
  ['oak', 1.5, 1.5, 78.5, 36.75],
  ['meeting', 26.5, 1.5, 52.5, 15.5],
  ['hall', 58.5, 7.5, 78.5, 28],
  ['desks', 1.5, 15.5, 22.5, 36.75],
  ['stone', 22.5, 15.5, 58.5, 36.75],
  ['checker', 22.5, 15.5, 34, 28],
  ['oak', 45, 15.5, 58.5, 28],
];

const isPath = (glyph: string): boolean => glyph === ':' || glyph === 'X';
const isTerrace = (column: number, row: number): boolean =>
  glyphAt(column, row) === '_' || (row >= 37 && row <= 41 && column >= 22 && column <= 57);

export function paintGround(): Surface {
  const ground = new Surface(MAP_WIDTH_PX, MAP_HEIGHT_PX);
  const grass = lawn();
  fillFloor(ground, grass, 0, 0, MAP_WIDTH_PX, MAP_HEIGHT_PX);
  const indoors = {
    oak: oakFloor(),
    meeting: meetingCarpet(),
    hall: hallCarpet(),
    desks: deskCarpet(),
    checker: checkerFloor(),
    stone: stoneFloor(),
  };
  for (const [floor, x0, y0, x1, y1] of INDOORS) fillFloor(ground, indoors[floor], x0 * TILE, y0 * TILE, x1 * TILE, y1 * TILE);
  const terrace = terracePaving();
  const setts = pavement();
  fillFloor(ground, setts, 0, 36.75 * TILE, MAP_WIDTH_PX, 38 * TILE);
  const stones = gravel();
  for (let row = 37; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const tile = isTerrace(column, row) ? terrace : isPath(glyphAt(column, row)) && row > 37 ? stones : undefined;
      if (tile) fillFloor(ground, tile, column * TILE, row * TILE, (column + 1) * TILE, (row + 1) * TILE);
    }
  }
  fillFloor(ground, terrace, 22 * TILE, 36.75 * TILE, 58 * TILE, 37 * TILE);
  growEdges(ground, stones, grass);
  return ground;
}

/** Lets the lawn grow raggedly over the paths. Edges repeat with the floors' own period, so few different tiles come out. */
function growEdges(ground: Surface, stones: Surface, grass: Surface): void {
  const sides = [
    ['up', 0, -1],
    ['down', 0, 1],
    ['left', -1, 0],
    ['right', 1, 0],
  ] as const;
  for (let row = 38; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      if (!isPath(glyphAt(column, row)) || isTerrace(column, row)) continue;
      const grown = sides.filter(([, dx, dy]) => !isPath(glyphAt(column + dx, row + dy)) && !isTerrace(column + dx, row + dy));
      if (!grown.length) continue;
      const x = (column * TILE) % MACRO_WIDTH_PX;
      const y = (row * TILE) % MACRO_HEIGHT_PX;
      const patch = stones.clone();
      for (const [side] of grown) grassEdge(patch, x, y, side, grass);
      ground.blit(patch.crop(x, y, TILE, TILE), column * TILE, row * TILE);
    }
  }
}

/** What is set into floors (brass seams, steps, the bean) and what lies on them (rugs, mats). Transparent elsewhere. */
export function paintFloorDetail(layout: Layout): Surface {
  const detail = new Surface(MAP_WIDTH_PX, MAP_HEIGHT_PX);
  brassSeam(detail, 34 * TILE - 2, 15.75 * TILE, 4, 12.25 * TILE);
  brassSeam(detail, 45 * TILE - 2, 15.75 * TILE, 4, 12.25 * TILE);
  brassSeam(detail, 22.5 * TILE, 28 * TILE - 2, 11.5 * TILE, 4);
  brassSeam(detail, 45 * TILE, 28 * TILE - 2, 13.5 * TILE, 4);
  brassSeam(detail, 58.5 * TILE, 28 * TILE - 2, 20 * TILE, 4);
  // The pavement's kerb towards the lawn.
  for (const [x0, x1] of [
    [0, 22],
    [58, 80],
  ] as const) {
    detail
      .rect(x0 * TILE, 38 * TILE - 3, (x1 - x0) * TILE, 3, mix(P.paver[2], P.paver[1], 0.4))
      .hline(x0 * TILE, 38 * TILE - 3, (x1 - x0) * TILE, P.paver[4]);
  }
  for (let step = 0; step < 6; step++) riser(detail, 58.6875 * TILE, 15 * TILE + step * 64 + 22, 19.625 * TILE, 64, step);
  const bean = beanInlay();
  detail.blit(bean, 40 * TILE - Math.floor(bean.width / 2), 31 * TILE - Math.floor(bean.height / 2) - 4);
  for (const { sprite, x, base } of layout.flats) detail.blit(sprite.surface, x - sprite.originX, base - sprite.baseY);
  return detail;
}
