// Sets chairs, stools, sofas and armchairs where the plan has them, turned to their table, and names who sits at which table.
import type { Fabric } from '../furniture/chairs.ts';
import { chair, officeChair, stool } from '../furniture/chairs.ts';
import type { Facing, Sprite } from '../furniture/Sprite.ts';
import { armchair, sofa } from '../furniture/sofas.ts';
import { hash, pickFrom } from '../pixels/random.ts';
import { deskMiddle, farDeskBase } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { addSeat, put } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { gapTo, nearestPart, TILE } from './readPlan.ts';

/** How far (tiles) a seat may be from the table it belongs to. */
const CHAIR_REACH = 1.6;
const SOFA_REACH = 5;

/** From a seat to its table. */
function facingTo(seat: Part, table: Part): Facing {
  const column = seat.x + Math.floor((seat.w - 1) / 2);
  const row = seat.y + Math.floor((seat.h - 1) / 2);
  const { dx, dy } = gapTo(column, row, table);
  const isLong = seat.w > 1 || seat.h > 1;
  // A long sofa faces across its length.
  const vertical = isLong ? seat.w > 1 : dy > dx || (dx === dy && dy > 0);
  if (vertical) return row < table.y ? 'down' : 'up';
  return column < table.x ? 'right' : 'left';
}

/** Gives every table of a place a stable name: `canteen-table-2`. */
export function nameTables(parts: readonly Part[]): Map<Part, string> {
  const counts = new Map<string, number>();
  const names = new Map<Part, string>();
  for (const part of parts) {
    if (part.glyph !== 't') continue;
    const n = (counts.get(part.place) ?? 0) + 1;
    counts.set(part.place, n);
    names.set(part, `${part.place}-table-${n}`);
  }
  return names;
}

interface Surroundings {
  parts: readonly Part[];
  tables: readonly Part[];
  tableNames: ReadonlyMap<Part, string>;
}

const seatName = (kind: string, { x, y }: { x: number; y: number }): string => `${kind}-${x}-${y}`;

function placeDeskChair(layout: Layout, seat: Part, desks: Part): void {
  const pair = Math.floor((seat.x - desks.x) / 2);
  const x = deskMiddle(desks, pair);
  const isNear = seat.y >= desks.y + desks.h;
  const base = farDeskBase(desks) + (isNear ? 55 : -32);
  const sprite = officeChair({
    facing: isNear ? 'up' : 'down',
    fabric: pickFrom<Fabric>(['teal', 'blue', 'sage', 'velvet'], seat.y + (desks.x > 8 ? 2 : 0)),
  });
  put(layout, sprite, x, base, { depth: base });
  const desk = `desk-${seat.x}-${seat.y}`;
  const [spot] = sprite.sitters ?? [];
  if (spot) addSeat(layout, spot, x, base, { name: desk, facing: isNear ? 'up' : 'down', desk, tile: [seat.x, seat.y] });
}

/** The middle of a lone chair on a long side of a small table moves to the table's middle. */
function chairColumnPx(seat: Part, table: Part, facing: Facing, chairs: readonly Part[]): number {
  const own = (seat.x + 0.5) * TILE;
  if (facing === 'left' || facing === 'right' || table.w !== 2) return own;
  const alone = !chairs.some((other) => other !== seat && other.y === seat.y && other.x >= table.x - 1 && other.x <= table.x + table.w);
  return alone ? (table.x + table.w / 2) * TILE : own;
}

function placeChair(layout: Layout, seat: Part, table: Part, around: Surroundings): void {
  const facing = facingTo(seat, table);
  const fabrics: readonly [Fabric, ...Fabric[]] = ['ochre', 'teal', 'sage', 'plum', 'blue', 'velvet'];
  const fabric = table.place.startsWith('meeting') ? pickFrom(fabrics, table.x + (seat.x % 3)) : pickFrom(fabrics, seat.x * 3 + seat.y * 5);
  const sprite = chair({ facing, fabric, wood: hash(table.x, table.y, 9) < 0.35 ? 'walnut' : 'oak' });
  const bottom = (seat.y + 1) * TILE;
  const chairs = around.parts.filter(({ glyph }) => glyph === 'h');
  const offset = { down: 4, up: table.h > 1 ? -12 : -10, left: -6, right: -6 }[facing];
  const inwards = facing === 'right' ? 5 : facing === 'left' ? -5 : 0;
  const x = chairColumnPx(seat, table, facing, chairs) + inwards;
  const base = bottom + offset;
  put(layout, sprite, x, base, { depth: base });
  seatAt(layout, sprite, x, base, seat, facing, around.tableNames.get(table), 'chair');
}

function seatAt(
  layout: Layout,
  sprite: Sprite,
  x: number,
  base: number,
  seat: Part,
  facing: Facing,
  table: string | undefined,
  kind: string,
): void {
  sprite.sitters?.forEach((spot, k) => {
    const tile = seat.w > 1 ? ([seat.x + k, seat.y] as const) : ([seat.x, seat.y + k] as const);
    addSeat(layout, spot, x, base, { name: seatName(kind, { x: tile[0], y: tile[1] }), facing, table, tile });
  });
}

/** Armchairs that belong to no table: side by side they are one place to talk. */
function placeLoneArmchair(layout: Layout, seat: Part, around: Surroundings): void {
  const pair = (dx: number) => around.parts.some(({ glyph, x, y }) => glyph === 'h' && x === seat.x + dx && y === seat.y);
  const shift = pair(1) ? -6 : pair(-1) ? 6 : 0;
  const sprite = armchair({ facing: 'down', fabric: pickFrom<Fabric>(['ochre', 'teal', 'sage', 'plum'], seat.x + seat.y) });
  const x = (seat.x + 0.5) * TILE + shift;
  const base = put(layout, sprite, x, (seat.y + 1) * TILE - 4);
  seatAt(layout, sprite, x, base, seat, 'down', `${seat.place}-armchairs-${pair(-1) ? seat.x - 1 : seat.x}`, 'armchair');
}

function placeStool(layout: Layout, seat: Part, table: Part, around: Surroundings): void {
  const facing = facingTo(seat, table);
  const sprite = stool({ fabric: pickFrom<Fabric>(['ochre', 'teal', 'plum', 'sage', 'clay'], seat.x * 2 + seat.y) });
  const x = (seat.x + 0.5) * TILE + (facing === 'right' ? 4 : -4);
  const base = (seat.y + 1) * TILE - 6;
  put(layout, sprite, x, base);
  seatAt(layout, sprite, x, base, seat, facing, around.tableNames.get(table), 'stool');
}

function placeSofa(layout: Layout, seat: Part, around: Surroundings): void {
  const reach = around.tables.filter(({ place }) => place === seat.place);
  const table = nearestPart(seat.x + (seat.w - 1) / 2, seat.y + (seat.h - 1) / 2, reach, SOFA_REACH);
  const facing = table ? facingTo(seat, table) : 'down';
  const name = (table && around.tableNames.get(table)) ?? `${seat.place}-sofa-${seat.x}-${seat.y}`;
  const x = (seat.x + seat.w / 2) * TILE;
  const bottom = (seat.y + seat.h) * TILE;
  const isSofa = seat.w > 1 || seat.h > 1;
  const fabric: Fabric = isSofa
    ? pickFrom<Fabric>(['sage', 'teal', 'sage', 'ochre'], Math.floor(seat.x / 4) + Math.floor(seat.y / 9))
    : pickFrom<Fabric>(['sage', 'teal', 'ochre', 'plum', 'cream'], seat.x * 2 + seat.y);
  const sprite = isSofa
    ? sofa({ facing, tiles: Math.max(seat.w, seat.h), fabric, variant: seat.x + seat.y })
    : armchair({ facing, fabric });
  const base = put(layout, sprite, x, bottom - 2);
  seatAt(layout, sprite, x, base, seat, facing, name, isSofa ? 'sofa' : 'armchair');
}

export function furnishSeats(layout: Layout, parts: readonly Part[]): void {
  const tables = parts.filter(({ glyph }) => glyph === 't');
  const desks = parts.filter(({ glyph }) => glyph === 'd');
  const around = { parts, tables, tableNames: nameTables(parts) };
  for (const seat of parts) {
    if (seat.place === 'garden') continue;
    const desk = seat.glyph === 'h' ? nearestPart(seat.x, seat.y, desks, 1.2) : undefined;
    const table = 'ho'.includes(seat.glyph) ? nearestPart(seat.x, seat.y, tables, CHAIR_REACH) : undefined;
    if (desk) placeDeskChair(layout, seat, desk);
    else if (seat.glyph === 'h' && table) placeChair(layout, seat, table, around);
    else if (seat.glyph === 'h') placeLoneArmchair(layout, seat, around);
    else if (seat.glyph === 'o' && table) placeStool(layout, seat, table, around);
    else if (seat.glyph === 'L') placeSofa(layout, seat, around);
  }
}
