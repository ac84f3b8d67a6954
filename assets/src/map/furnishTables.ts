// Sets the plan's tables and desks, each kind of place with its own kind of table, and the pool of light over each.
import { deskFar, deskLamp, deskNear } from '../furniture/desks.ts';
import { cafeTable, coffeeTable, standingTable, workTable } from '../furniture/tables.ts';
import type { Layout } from './Layout.ts';
import { addPool, put } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';

/** Lamp light; the deeper one for lounges. */
export const WARM = '#ff9a48';
export const AMBER = '#ff8a48';

/** Which kind of seat stands around a table decides what table it is. */
function seatKindBeside(table: Part, parts: readonly Part[]): 'h' | 'o' | 'L' | undefined {
  const touches = (part: Part, reach: number) =>
    part.x <= table.x + table.w - 1 + reach &&
    part.x + part.w - 1 >= table.x - reach &&
    part.y <= table.y + table.h - 1 + reach &&
    part.y + part.h - 1 >= table.y - reach;
  if (parts.some((part) => part.glyph === 'h' && touches(part, 1))) return 'h';
  if (parts.some((part) => part.glyph === 'o' && touches(part, 1))) return 'o';
  return parts.some((part) => part.glyph === 'L' && touches(part, 2)) ? 'L' : undefined;
}

function setLargeTable(layout: Layout, table: Part, index: number): void {
  const bottom = (table.y + table.h) * TILE;
  const middle = (table.x + table.w / 2) * TILE;
  const isDeep = table.h > 1;
  const depth = isDeep ? Math.floor(table.h * TILE * 0.72) : 30;
  const wood = table.place.startsWith('meeting') ? 'walnut' : 'oak';
  put(layout, workTable({ w: table.w * TILE - 2, depth, wood, variant: index }), middle, bottom - (isDeep ? 8 : 2));
  const lamps = Math.max(1, Math.round(table.w / 3));
  for (let k = 0; k < lamps; k++) addPool(layout, (table.x + (table.w * (k + 0.5)) / lamps) * TILE, bottom - 16, 130, 92, WARM, 0.62);
}

/** Tables of all places but the garden (its fire bowl is the garden's own). */
export function furnishTables(layout: Layout, parts: readonly Part[]): void {
  parts
    .filter(({ glyph, place }) => glyph === 't' && place !== 'garden')
    .forEach((table, index) => {
      const bottom = (table.y + table.h) * TILE;
      const middle = (table.x + table.w / 2) * TILE;
      const seats = seatKindBeside(table, parts);
      const isSmall = table.w * table.h <= 2;
      if (seats === 'o') {
        put(layout, standingTable({ variant: index }), middle, bottom - 3);
      } else if (seats === 'L' && table.h === 2) {
        put(layout, coffeeTable({ variant: index }), middle, bottom - 18);
      } else if (seats === 'L') {
        if (table.w > 1) put(layout, coffeeTable({ variant: index }), middle, bottom - 3);
        else put(layout, cafeTable({ wood: 'walnut', variant: index }), middle, bottom - 2);
      } else if (isSmall && !table.place.startsWith('booth')) {
        put(
          layout,
          cafeTable({ wood: table.place === 'canteen' ? 'oak' : 'walnut', variant: index }),
          middle,
          bottom + (table.h === 1 ? 2 : -8),
        );
      } else if (isSmall) {
        put(layout, workTable({ w: 30, depth: 28, wood: 'walnut', variant: 1 }), middle, bottom - 4);
        addPool(layout, middle, bottom - 4, 80, 64, WARM, 0.7);
      } else setLargeTable(layout, table, index);
    });
}

/** The near desk of a pair stands this far below its partner. */
const PAIR_GAP_PX = 25;
const FAR_DESK_BASE_PX = 35;

/** Base line of the far desks of a row of pairs. */
export const farDeskBase = (desks: Part): number => desks.y * TILE + FAR_DESK_BASE_PX;

/** Middle of the n-th pair of a row of desks. */
export const deskMiddle = (desks: Part, pair: number): number => desks.x * TILE + pair * 2 * TILE + TILE;

export function furnishDesks(layout: Layout, parts: readonly Part[]): void {
  for (const desks of parts.filter(({ glyph }) => glyph === 'd')) {
    const base = farDeskBase(desks);
    const wood = desks.y > 25 ? 'cream' : desks.x > 8 && desks.y > 20 ? 'walnut' : 'oak';
    for (let pair = 0; pair < desks.w / 2; pair++) {
      const x = deskMiddle(desks, pair);
      put(layout, deskFar({ variant: desks.x + pair + desks.y, wood }), x, base, { depth: base });
      put(layout, deskNear({ variant: desks.x * 3 + pair * 5 + desks.y, wood }), x, base + PAIR_GAP_PX, { depth: base + PAIR_GAP_PX });
      if (pair > 0) put(layout, deskLamp(), x - TILE, base - 3, { depth: base + 1, raised: true });
    }
    const width = desks.w * TILE;
    addPool(layout, desks.x * TILE + width / 2, desks.y * TILE + 34, Math.round(width * 0.7), 110, '#ffae5c', 0.5, 0.12);
  }
}
