// The north wing: library, two meeting rooms, the gallery between them and the hall, and the green room.
import { boardOnWheels, chalkboard, poster, wallScreen, whiteboard } from '../furniture/boards.ts';
import { pouf } from '../furniture/chairs.ts';
import { coatRack, umbrellaStand } from '../furniture/hall.ts';
import { counterThings, waterCooler } from '../furniture/kitchen.ts';
import { sconce } from '../furniture/lamps.ts';
import { aquarium, sculpture } from '../furniture/lounge.ts';
import { hangingPlant, plant } from '../furniture/plants.ts';
import { cardCatalogue, globe, ladder, lowShelf, magazineRack } from '../furniture/shelves.ts';
import { sideTable } from '../furniture/tables.ts';
import { wallWindow } from '../walls/openings.ts';
import { hangLamp, hangOnWall, layRug, putOn, standLamp } from './decor.ts';
import { AMBER } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { addPool, putAt, putSeat } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';

/** Windows of the north wall hang 15 px above its foot. */
const WINDOW_UP_PX = 15;

function decorateLibrary(layout: Layout, parts: readonly Part[]): void {
  const tables = parts.filter(({ glyph, place, w, h }) => glyph === 't' && place === 'library' && w * h >= 4);
  tables.forEach((table, index) => {
    const [x0, x1] = [table.x - 1.5, table.x + table.w + 1.5];
    const isLong = table.w > 2;
    const rows = isLong ? [table.y - 1.3, table.y + table.h + 1.4] : [table.y - 0.5, table.y + table.h + 0.5];
    const box = [isLong ? x0 + 0.2 : x0, rows[0] ?? 0, isLong ? x1 - 0.2 : x1, rows[1] ?? 0] as const;
    const looks = [
      ['ochre', 'frames'],
      ['plum', 'diamonds'],
      ['sage', 'frames'],
      ['teal', 'stripes'],
      ['plum', 'frames'],
    ] as const;
    const [colour, pattern] = looks[index % looks.length] ?? looks[0];
    layRug(layout, box, colour, pattern);
    const bottom = (table.y + table.h) * TILE;
    const lamps = isLong ? [table.x + 1, table.x + 3] : [table.x + 1];
    for (const column of lamps) hangLamp(layout, column * TILE, bottom - (isLong ? 106 : 86), { fabric: index % 2 ? 'velvet' : 'ochre' });
  });
  layRug(layout, [16.8, 8.9, 23.2, 13], 'ochre', 'diamonds');
  for (const column of [7.5, 12.5, 17.5, 22.5]) {
    hangOnWall(layout, sconce(), column, 1, 20);
    addPool(layout, column * TILE, 76, 64, 62, AMBER, 0.6);
  }
  putAt(layout, ladder(), 9.4, 2.62);
  putAt(layout, globe(), 2.6, 4.6);
  putAt(layout, cardCatalogue(), 2.9, 8.4);
  putAt(layout, lowShelf({ w: 62, seed: 3 }), 16, 7.9);
  putAt(layout, plant({ kind: 'fern', potColour: 'ochre' }), 17.3, 7.9);
  putAt(layout, plant({ kind: 'palm', potColour: 'clay' }), 2.6, 3.3);
  putAt(layout, magazineRack(), 25.2, 10.4);
  putAt(layout, sideTable({ variant: 0 }), 12.5, 13.6);
  putSeat(layout, pouf({ fabric: 'ochre' }), [22.5, 6.9], { name: 'pouf-5', facing: 'down', table: 'library-poufs' });
  putSeat(layout, pouf({ fabric: 'teal' }), [23.5, 10.8], { name: 'pouf-6', facing: 'left', table: 'library-table-6' });
  standLamp(layout, 2.5, 13.6);
  standLamp(layout, 25.4, 7, 1);
  standLamp(layout, 17.3, 9.9);
  standLamp(layout, 14.6, 13.6, 1);
}

function decorateMeetings(layout: Layout, parts: readonly Part[]): void {
  for (const table of parts.filter(({ glyph, place, h }) => glyph === 't' && place.startsWith('meeting') && h === 2)) {
    const isFirst = table.place === 'meeting-1';
    layRug(
      layout,
      [table.x - 1.6, table.y - 1.4, table.x + table.w + 1.6, table.y + table.h + 1.6],
      isFirst ? 'ochre' : 'plum',
      isFirst ? 'frames' : 'diamonds',
    );
    const lamps = Math.max(1, Math.round(table.w / 3));
    for (let k = 0; k < lamps; k++) {
      hangLamp(layout, (table.x + (table.w * (k + 0.5)) / lamps) * TILE, (table.y + table.h) * TILE - 108, {
        fabric: 'cream',
        shape: 'dome',
      });
    }
  }
  // Number 1: a screen, a sideboard with water, a corner to sit.
  hangOnWall(layout, wallScreen({ tiles: 5, variant: 0 }), 30.5, 1, 10);
  hangOnWall(layout, wallWindow(9), 34, 1, WINDOW_UP_PX);
  putAt(layout, lowShelf({ w: 94, seed: 7 }), 36.8, 5.2);
  putOn(layout, counterThings(), 36.4 * TILE, 5.2 * TILE - 34, 5.2 * TILE);
  putAt(layout, plant({ kind: 'ficus', potColour: 'cream' }), 27.7, 5.3);
  putAt(layout, boardOnWheels({ variant: 0 }), 28.4, 10.9);
  putSeat(layout, pouf({ fabric: 'plum' }), [27.8, 12.3], { name: 'pouf-1', facing: 'up', table: 'meeting-1-board' });
  putSeat(layout, pouf({ fabric: 'teal' }), [29.2, 12.5], { name: 'pouf-2', facing: 'up', table: 'meeting-1-board' });
  layRug(layout, [33.3, 11.2, 38.9, 13.1], 'teal', 'stripes');
  standLamp(layout, 38.3, 11.3);
  standLamp(layout, 27.6, 9.2, 1);
  // Number 2, the workshop: a board, sticky notes, a sofa to look at them from.
  hangOnWall(layout, whiteboard({ w: 168, h: 36, variant: 1 }), 43.9, 1, 12);
  hangOnWall(layout, wallWindow(2), 47.4, 1, WINDOW_UP_PX);
  putAt(layout, boardOnWheels({ variant: 2 }), 41.6, 5);
  putSeat(layout, pouf({ fabric: 'ochre' }), [43.5, 4.9], { name: 'pouf-3', facing: 'left', table: 'meeting-2-board' });
  putSeat(layout, pouf({ fabric: 'sage' }), [44.7, 4.6], { name: 'pouf-4', facing: 'left', table: 'meeting-2-board' });
  putAt(layout, lowShelf({ w: 62, seed: 11 }), 41.2, 12.1);
  putAt(layout, plant({ kind: 'bush', potColour: 'clay' }), 42.6, 12.1);
  putAt(layout, magazineRack(), 40.8, 9.3);
  layRug(layout, [45.3, 11.2, 51.3, 13.1], 'ochre', 'stripes');
  standLamp(layout, 51.3, 5.4);
  standLamp(layout, 51.5, 11.4, 1);
  for (const column of [26.5, 39.5]) hangOnWall(layout, hangingPlant(column), column, 1, 8);
}

function decorateGallery(layout: Layout): void {
  hangOnWall(layout, poster(4), 53.4, 1, 20);
  hangOnWall(layout, hangingPlant(5), 57.3, 1, 12);
  layRug(layout, [53.2, 3.6, 57.2, 8.4], 'teal', 'frames');
  putAt(layout, coatRack(), 56.8, 3.4);
  putAt(layout, umbrellaStand(), 55.7, 3.2);
  putAt(layout, waterCooler(), 53.3, 5.7);
  putAt(layout, plant({ kind: 'palm', potColour: 'sage' }), 53.5, 9.5);
  putAt(layout, chalkboard({ variant: 1 }), 57.2, 11.9);
  putAt(layout, aquarium(), 54.2, 13.6);
  putAt(layout, sculpture(), 53.5, 7.5);
  putAt(layout, plant({ kind: 'agave', potColour: 'cream' }), 57.2, 6.6);
  standLamp(layout, 53.4, 11.8);
  standLamp(layout, 57.3, 4.9, 1);
}

function decorateGreenRoom(layout: Layout): void {
  for (const [column, seed] of [
    [60.2, 1],
    [66.6, 3],
    [69, 8],
  ] as const)
    hangOnWall(layout, wallWindow(seed), column, 1, WINDOW_UP_PX);
  hangOnWall(layout, poster(1), 73.6, 1, 20);
  hangOnWall(layout, poster(3), 74.5, 1, 20);
  layRug(layout, [60.4, 2.4, 67.2, 5.4], 'teal', 'frames');
  layRug(layout, [68.6, 4.1, 73.8, 5.8], 'plum', 'diamonds');
  hangLamp(layout, 71 * TILE, 4.2 * TILE, { fabric: 'ochre', pool: { y: 5.6 * TILE, rx: 110, ry: 80, strength: 0.55 } });
  putAt(layout, coatRack(), 69.2, 2.7);
  putAt(layout, umbrellaStand(), 70.4, 2.4);
  putAt(layout, boardOnWheels({ variant: 1 }), 75.3, 5.4);
  putAt(layout, plant({ kind: 'palm', potColour: 'clay' }), 59.7, 2.9);
  standLamp(layout, 67.5, 3.4);
}

export function decorateNorth(layout: Layout, parts: readonly Part[]): void {
  decorateLibrary(layout, parts);
  decorateMeetings(layout, parts);
  decorateGallery(layout);
  decorateGreenRoom(layout);
}
