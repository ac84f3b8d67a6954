// What conversations need to know of the ground, computed once per map: which area divides, how one talks there, where the tables are.
import { type Point, TILE_PX, TILE_UNITS, toUnits } from '@comptoir/shared/geometry';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Area, Seat } from '@comptoir/shared/map/OfficeMap';
import { SOLID } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';

/** How one talks at a spot: `open` and the stage by nearness, the audience too but in small circles, rooms as a whole, quiet and start not at all. */
export type Manner = 'open' | 'meeting' | 'stage' | 'audience' | 'quiet' | 'start';

export interface Spot {
  manner: Manner;
  /** Index of the area that no conversation reaches out of; -1: the open floor. */
  area: number;
  /** Whose stage or audience this is. */
  auditorium?: string;
  /** T14: of which auditorium this room is the green room. */
  backstage?: string;
  /** Tables that one can stand at here. */
  tables: readonly Table[];
}

/** Seats with one name. Edges in world units, around the seats' tiles. */
export interface Table {
  name: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  spot: Spot;
}

export interface TalkPlaces {
  widthTiles: number;
  /** By tile. */
  spots: readonly Spot[];
  tables: ReadonlyMap<string, Table>;
  hasRooms: boolean;
}

const NO_TABLES: readonly Table[] = [];
const NOWHERE: Spot = { manner: 'quiet', area: -1, tables: NO_TABLES };

export function talkPlacesOf(ground: Ground): TalkPlaces {
  const { widthTiles, heightTiles } = ground.map;
  const known = new Map<string, Spot>();
  const spots: Spot[] = [];
  for (let tile = 0; tile < widthTiles * heightTiles; tile++) {
    const x = tile % widthTiles;
    const y = Math.floor(tile / widthTiles);
    const spot = readSpot(ground, (x + 0.5) * TILE_PX, (y + 0.5) * TILE_PX);
    const key = `${spot.manner} ${spot.area} ${spot.auditorium} ${spot.backstage}`;
    const same = known.get(key) ?? spot;
    known.set(key, same);
    spots.push(same);
  }
  const tables = findTables(ground, spots);
  for (const table of tables.values()) layTable(ground, spots, table);
  return { widthTiles, spots, tables, hasRooms: spots.some(({ manner }) => manner === 'meeting') };
}

/** Positions in world units. */
export const spotAt = ({ spots, widthTiles }: TalkPlaces, { x, y }: Point): Spot =>
  spots[Math.floor(y / TILE_UNITS) * widthTiles + Math.floor(x / TILE_UNITS)] ?? NOWHERE;

/** How far from the table's edge, world units; 0 at it. */
export const distanceToTable = (table: Table, { x, y }: Point): number =>
  Math.hypot(Math.max(table.left - x, 0, x - table.right), Math.max(table.top - y, 0, y - table.bottom));

function readSpot({ areas }: Ground, xPx: number, yPx: number): Spot {
  let manner: Manner | undefined;
  let area = -1;
  let auditorium: string | undefined;
  let backstage: string | undefined;
  // smallest first: it wins, trait by trait
  for (const index of areas.at(xPx, yPx)) {
    const here = areas.areas[index];
    if (!here) continue;
    const { conversation, start } = here.traits;
    auditorium ??= here.traits.auditorium;
    if (manner === undefined && (conversation || start)) {
      manner = conversation ?? 'start';
      // the room is the conversation, whatever lies inside it
      if (manner === 'meeting') {
        area = index;
        backstage = here.traits.backstage;
      }
    }
    if (area < 0 && isDividing(here)) area = index;
  }
  const isHall = manner === 'stage' || manner === 'audience';
  const spot: Spot = { manner: manner ?? 'open', area, tables: NO_TABLES };
  if (isHall && auditorium !== undefined) spot.auditorium = auditorium;
  if (backstage !== undefined) spot.backstage = backstage;
  return spot;
}

/** What only plays, opens, frames or leads somewhere is no place of its own. */
function isDividing({ traits }: Area): boolean {
  if (traits.conversation || traits.start) return true;
  return !(traits.exit || traits.focus || traits.audio || traits.website || traits.tab);
}

function findTables({ seats, map }: Ground, spots: readonly Spot[]): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (const seat of seats.values()) {
    if (seat.table === undefined) continue;
    const [left, top] = [seat.tileX * TILE_UNITS, seat.tileY * TILE_UNITS];
    const [right, bottom] = [left + TILE_UNITS, top + TILE_UNITS];
    const table = tables.get(seat.table);
    if (!table) {
      const spot = spots[seat.tileY * map.widthTiles + seat.tileX] ?? NOWHERE;
      tables.set(seat.table, { name: seat.table, left, top, right, bottom, spot });
      continue;
    }
    table.left = Math.min(table.left, left);
    table.top = Math.min(table.top, top);
    table.right = Math.max(table.right, right);
    table.bottom = Math.max(table.bottom, bottom);
  }
  return tables;
}

/** B1: within `tablePx` of the table one stands at it, unless a wall is between: the floor is followed from its seats on. */
function layTable({ map, grid, seats }: Ground, spots: Spot[], table: Table): void {
  const { widthTiles, heightTiles } = map;
  const reach = toUnits(tuning.tablePx);
  const tileOf = ({ tileX, tileY }: Seat): number => tileY * widthTiles + tileX;
  const waiting = [...seats.values()].filter((seat) => seat.table === table.name).map(tileOf);
  const seen = new Set(waiting);
  for (let tile = waiting.pop(); tile !== undefined; tile = waiting.pop()) {
    const spot = spots[tile] ?? NOWHERE;
    if (spot.area === table.spot.area) spots[tile] = { ...spot, tables: [...spot.tables, table] };
    const x = tile % widthTiles;
    const y = Math.floor(tile / widthTiles);
    for (const [nextX, nextY] of [
      [x + 1, y],
      [x - 1, y],
      [x, y + 1],
      [x, y - 1],
    ] as const) {
      const next = nextY * widthTiles + nextX;
      if (nextX < 0 || nextY < 0 || nextX >= widthTiles || nextY >= heightTiles || seen.has(next)) continue;
      if (grid.cells[next] === SOLID || !touches(table, nextX, nextY, reach)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
}

/** Is any point of this tile within reach of the table? */
function touches(table: Table, tileX: number, tileY: number, reach: number): boolean {
  const x = Math.max(table.left - (tileX + 1) * TILE_UNITS, tileX * TILE_UNITS - table.right, 0);
  const y = Math.max(table.top - (tileY + 1) * TILE_UNITS, tileY * TILE_UNITS - table.bottom, 0);
  return Math.hypot(x, y) <= reach;
}
