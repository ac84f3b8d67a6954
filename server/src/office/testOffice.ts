// For tests: an office drawn in ASCII (`#` wall, `e` start, `h` seat, `d` desk seat, `C` coffee machine, letters a-z areas by legend).

import { tileCentre } from '@comptoir/shared/geometry';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap, Seat, Thing } from '@comptoir/shared/map/OfficeMap';
import { SOLID, type WalkGrid } from '@comptoir/shared/movement';
import { newOffice, type Occupant, type Office } from './Office.ts';
import { standingWalker } from './Walker.ts';

const TILE = 32;

/** Lines of equal length. */
export function drawnOffice(lines: readonly string[]): Office {
  const widthTiles = lines[0]?.length ?? 0;
  const heightTiles = lines.length;
  const cells = new Uint8Array(widthTiles * heightTiles);
  const seats: Seat[] = [];
  const things: Thing[] = [];
  const starts: number[] = [];
  lines.forEach((line, y) => {
    [...line].forEach((letter, x) => {
      const tile = y * widthTiles + x;
      if (letter === '#' || letter === 'C') cells[tile] = SOLID;
      if (letter === 'e') starts.push(tile);
      if (letter === 'C')
        things.push({ id: 'coffee-machine', use: 'coffee', labels: {}, shape: { x: x * TILE, y: y * TILE, width: TILE, height: TILE } });
      if (letter === 'h' || letter === 'd') {
        const desk = letter === 'd' ? { desk: `desk-${x}-${y}` } : { table: 'table-1' };
        seats.push({
          id: `seat-${x}-${y}`,
          tileX: x,
          tileY: y,
          facing: 'left',
          feetX: x * TILE,
          feetY: y * TILE,
          depth: y * TILE,
          ...desk,
        });
      }
    });
  });
  const map: OfficeMap = {
    name: 'drawn',
    title: 'Drawn',
    credits: [],
    widthTiles,
    heightTiles,
    walkable: '',
    collisions: [],
    areas: [
      {
        id: 'start',
        name: 'start',
        labels: {},
        shape: { kind: 'tiles', tiles: starts },
        sizeTiles: starts.length,
        traits: { start: true },
      },
    ],
    seats,
    things,
    websites: [],
    drawing: { tilesets: [], layers: [], above: 0, lights: [], scale: { x: 1, y: 1 } },
    starts: [
      { name: 'start', from: 'area', shape: { kind: 'tiles', tiles: starts } },
      { name: 'terrace', from: 'area', shape: { kind: 'tiles', tiles: [(heightTiles - 2) * widthTiles + widthTiles - 2] } },
    ],
    version: '1',
  };
  const grid: WalkGrid = { width: widthTiles, height: heightTiles, cells };
  return newOffice('drawn', groundOf(map, grid));
}

/** Somebody standing at a tile. */
export function standAt(office: Office, personId: string, tileX: number, tileY: number): Occupant {
  const occupant: Occupant = {
    personId,
    avatarNumber: office.occupants.size,
    walker: standingWalker(tileCentre(tileX, tileY), 2, 0, 0),
    availability: 'available',
    idle: false,
    cupUntilTick: 0,
    area: -1,
  };
  office.occupants.set(personId, occupant);
  return occupant;
}
