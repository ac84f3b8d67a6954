// The auditorium: stage with curtain, screen and ramps, the rows of seats with their steps, and what stands at its edges.
import { screenOnStand } from '../furniture/boards.ts';
import { coatRack, hallSeat, soundDesk, speakerTower, tripodCamera } from '../furniture/hall.ts';
import { sconce } from '../furniture/lamps.ts';
import { planterBox } from '../furniture/planterBox.ts';
import { plant } from '../furniture/plants.ts';
import { mat, runner } from '../furniture/rugs.ts';
import { armchair } from '../furniture/sofas.ts';
import { curtain, lectern, projectionScreen, stage, stageLamp, stageRamp, valance } from '../furniture/stage.ts';
import { sideTable } from '../furniture/tables.ts';
import { hash } from '../pixels/random.ts';
import { standLamp } from './decor.ts';
import { AMBER } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { addPool, addSeat, put, putAt, putSeat } from './Layout.ts';
import { WALL_BASE_PX } from './placeWalls.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';

const BACK_WALL_ROW = 7;
/** The stage's front panel is this high; the boards end above it. */
const STAGE_FRONT_PX = 18;
/** From the middle of the stage, as shares of its width: the client lets their beams fall from there while a talk is on. */
const LAMPS = [-0.36, -0.18, 0, 0.18, 0.36] as const;

function furnishStage(layout: Layout, stagePart: Part): void {
  const wallBase = BACK_WALL_ROW * TILE + WALL_BASE_PX;
  const base = (stagePart.y + stagePart.h) * TILE;
  const width = stagePart.w * TILE;
  const middle = (stagePart.x + stagePart.w / 2) * TILE;
  put(layout, stage({ w: width, depth: base - STAGE_FRONT_PX - wallBase - 4 }), middle, base, { depth: wallBase + 1 });
  for (const side of [-1, 1]) put(layout, curtain({ w: 118 }), middle + side * (width / 2 - 34), wallBase + 6, { depth: wallBase + 2 });
  put(layout, projectionScreen({ w: 236, h: 62 }), middle, wallBase + 22, { depth: wallBase + 4 });
  put(layout, valance(width + 24), middle, wallBase - 35, { depth: wallBase + 3, raised: true });
  for (const [i, share] of LAMPS.entries()) {
    const lean = i < 2 ? 1 : i > 2 ? -1 : 0;
    put(layout, stageLamp(lean), middle + share * width, wallBase - 40, { depth: wallBase + 5, raised: true });
  }
  for (const side of [-1, 1]) {
    const x = middle + side * 142;
    put(layout, plant({ kind: 'monstera', potColour: 'cream' }), x, wallBase + 44);
  }
  // A small set for a conversation on stage.
  putSeat(layout, armchair({ facing: 'right', fabric: 'teal' }), [71.2, 10.95], {
    name: 'stage-chair-1',
    facing: 'right',
    table: 'stage-table',
  });
  putAt(layout, sideTable({ variant: 1 }), 72.4, 10.95);
  putSeat(layout, armchair({ facing: 'left', fabric: 'teal' }), [73.6, 10.95], {
    name: 'stage-chair-2',
    facing: 'left',
    table: 'stage-table',
  });
  addPool(layout, middle, base - 70, 270, 120, '#ffd9a0', 0.75);
  addPool(layout, middle, wallBase + 10, 170, 80, '#cfe0ff', 0.35);
}

function furnishRows(layout: Layout, parts: readonly Part[]): void {
  for (const seat of parts.filter(({ glyph }) => glyph === 'a')) {
    // Every row has one or two seats with something on them; the first row's ends are reserved.
    const isReserved = seat.y === 16 && (seat.x === 62 || seat.x === 75);
    const luck = hash(seat.x, seat.y, 77);
    const variant = isReserved ? 5 : luck < 0.05 ? 2 : luck < 0.12 ? 3 : luck < 0.17 ? 4 : seat.y % 4 === 0 ? 0 : 1;
    const sprite = hallSeat({ variant });
    const x = (seat.x + 0.5) * TILE;
    const base = (seat.y + 1) * TILE - 2;
    put(layout, sprite, x, base, { depth: base });
    const [spot] = sprite.sitters ?? [];
    if (spot) addSeat(layout, spot, x, base, { name: `hall-${seat.x}-${seat.y}`, facing: 'up', tile: [seat.x, seat.y] });
  }
}

export function furnishHall(layout: Layout, parts: readonly Part[]): void {
  const stagePart = parts.find(({ glyph }) => glyph === 's');
  if (stagePart) furnishStage(layout, stagePart);
  for (const { x, y } of parts.filter(({ glyph }) => glyph === 'l')) putAt(layout, lectern(), x + 0.5, y + 0.9);
  const wallBase = BACK_WALL_ROW * TILE + WALL_BASE_PX;
  put(layout, stageRamp('left'), 62 * TILE - 24, 13 * TILE, { depth: wallBase + 1 });
  put(layout, stageRamp('right'), 76 * TILE + 24, 13 * TILE, { depth: wallBase + 1 });
  furnishRows(layout, parts);
  put(layout, runner({ w: 40, h: 14 * TILE + 12 }), 69 * TILE, 27.4 * TILE);

  // The wings, closed towards the stage but for the ramps.
  putAt(layout, speakerTower(), 61.5, 10.4);
  putAt(layout, speakerTower(), 76.5, 10.4);
  putAt(layout, coatRack(), 77.2, 8.9);
  putAt(layout, plant({ kind: 'snake', potColour: 'clay' }), 61.5, 9.6);
  putAt(layout, plant({ kind: 'fern', potColour: 'teal' }), 76.5, 9.5);
  // The corners in front of the stage, where the front edge meets the ramps.
  for (const [column, kind] of [
    [62.5, 'fern'],
    [75.5, 'bush'],
  ] as const) {
    putAt(layout, plant({ kind, potColour: 'ochre' }), column, 13.9);
  }
  putAt(layout, screenOnStand({ variant: 0 }), 60.4, 15);
  putAt(layout, screenOnStand({ variant: 1 }), 77, 15);
  for (const column of [58.9, 77.1]) {
    const x = column * TILE;
    put(layout, sconce(), x, wallBase - 20, { depth: wallBase + 1, raised: true });
    addPool(layout, x, wallBase, 76, 66, AMBER, 0.55);
  }
  // The back of the hall: sound, camera, grasses as a divider to the lounge.
  putAt(layout, soundDesk(), 64.5, 27.2);
  putAt(layout, tripodCamera(), 60.3, 26.9);
  putAt(layout, planterBox({ w: 94, variant: 1 }), 73.5, 27.9);
  putAt(layout, plant({ kind: 'palm', potColour: 'sage' }), 60.6, 27.9);
  putAt(layout, plant({ kind: 'olive', potColour: 'cream' }), 77.4, 27.9);
  addPool(layout, 64.5 * TILE, 27 * TILE, 60, 44, '#a8c8ff', 0.3);
  standLamp(layout, 59.6, 23.9);
  standLamp(layout, 77.4, 22.9, 1);
  standLamp(layout, 77.5, 17.6);
  put(layout, mat({ w: 20, h: 50 }), 59.2 * TILE, 19.9 * TILE);
}
