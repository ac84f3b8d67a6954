// The west wing: the desks with their sitting corner and the two glass booths.

import { parrot } from '../furniture/animals.ts';
import { clock, noticeBoard, poster } from '../furniture/boards.ts';
import { pouf } from '../furniture/chairs.ts';
import { bins, waterCooler } from '../furniture/kitchen.ts';
import { phoneBooth, printer } from '../furniture/lounge.ts';
import { planterBox } from '../furniture/planterBox.ts';
import { hangingPlant, plant } from '../furniture/plants.ts';
import { lowShelf } from '../furniture/shelves.ts';
import { gameTable, sideTable } from '../furniture/tables.ts';
import { hangLamp, hangOnWall, layRug, standLamp } from './decor.ts';
import type { Layout } from './Layout.ts';
import { putAt, putSeat } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';

const NORTH_WALL_ROW = 15;

/** The perch stands at the glass, beside where one comes in: no seat and no way is taken. */
const ECHO = { column: 20.8, row: 19.4 };

function decorateBooths(layout: Layout): void {
  for (const row of [17, 21]) hangLamp(layout, 20.5 * TILE, (row + 1) * TILE - 62, { fabric: 'ochre', shape: 'globe' });
  hangOnWall(layout, poster(0), 19.6, NORTH_WALL_ROW, 22);
  hangOnWall(layout, poster(2), 21.2, NORTH_WALL_ROW, 22);
  layRug(layout, [19.1, 17, 21.9, 18.5], 'ochre', 'stripes');
  layRug(layout, [19.1, 21, 21.9, 22.5], 'teal', 'stripes');
  putAt(layout, plant({ kind: 'snake', potColour: 'clay' }), 19.4, 19.6);
  putAt(layout, plant({ kind: 'fern', potColour: 'cream' }), 19.5, 23.7);
  putAt(layout, parrot(), ECHO.column, ECHO.row);
  layout.things.push({
    name: 'echo',
    x: Math.round(ECHO.column * TILE) - 13,
    y: Math.round(ECHO.row * TILE) - 46,
    w: 18,
    h: 46,
    properties: { use: 'echo', label_fr: 'Écho le perroquet', label_en: 'Echo the parrot' },
  });
}

/** Between the bookcase and the posters: nothing may stand before the time. */
const CLOCK_COLUMN = 13.45;

export function decorateWest(layout: Layout, parts: readonly Part[]): void {
  for (const [column, motif] of [
    [3.6, 0],
    [14.2, 3],
    [15.8, 5],
  ] as const) {
    hangOnWall(layout, poster(motif), column, NORTH_WALL_ROW, 24);
  }
  hangOnWall(layout, clock(), CLOCK_COLUMN, NORTH_WALL_ROW, 25);
  layout.things.push({
    name: 'clock',
    x: Math.round(CLOCK_COLUMN * TILE) - 9,
    y: NORTH_WALL_ROW * TILE - 19,
    w: 18,
    h: 18,
    properties: { use: 'clock', label_fr: 'Horloge', label_en: 'Clock' },
  });
  hangOnWall(layout, hangingPlant(3), 17.2, NORTH_WALL_ROW, 10);
  decorateBooths(layout);
  const table = parts.find(({ glyph, place, w }) => glyph === 't' && place === 'desks' && w === 8);
  if (table)
    for (const share of [1 / 6, 0.5, 5 / 6])
      hangLamp(layout, (table.x + table.w * share) * TILE, (table.y + 1) * TILE - 74, { fabric: 'ochre' });
  // Between the desk rows: what people share.
  putAt(layout, waterCooler(), 2.5, 22);
  putAt(layout, plant({ kind: 'ficus', potColour: 'sage' }), 9.9, 21.9);
  putAt(layout, lowShelf({ w: 62, seed: 13 }), 19.9, 25.9);
  putAt(layout, lowShelf({ w: 94, seed: 17 }), 4.6, 32.7);
  putAt(layout, bins(), 2.9, 32.7);
  putAt(layout, phoneBooth({ fabric: 'sage' }), 19, 28.9);
  putAt(layout, phoneBooth({ fabric: 'ochre' }), 21, 28.9);
  putAt(layout, printer(), 2.9, 26.9);
  putAt(layout, gameTable(), 19, 32);
  putSeat(layout, pouf({ fabric: 'plum' }), [17.5, 31.9], { name: 'pouf-7', facing: 'right', table: 'desks-game' });
  putSeat(layout, pouf({ fabric: 'ochre' }), [20.5, 31.9], { name: 'pouf-8', facing: 'left', table: 'desks-game' });
  layRug(layout, [16.7, 30.3, 21.3, 34.4], 'plum', 'diamonds');
  layRug(layout, [9.4, 30.4, 16.5, 34.2], 'ochre', 'frames');
  putAt(layout, sideTable({ variant: 0 }), 9.7, 34.2);
  putAt(layout, planterBox({ w: 62, variant: 0 }), 8.3, 35.9);
  putAt(layout, planterBox({ w: 62, variant: 1 }), 11.8, 35.9);
  putAt(layout, noticeBoard({ tiles: 2 }), 6.2, 16.9);
  standLamp(layout, 9.6, 31.6);
  standLamp(layout, 14.4, 35.2, 1);
  standLamp(layout, 2.5, 30.6);
  standLamp(layout, 17.5, 24.9, 1);
}
