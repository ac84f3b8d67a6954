// What all parts of the reading of one map share: its file, size and scale, and where findings go.

import { TILE_PX } from '@comptoir/shared/geometry';
import type { Shape } from '@comptoir/shared/map/OfficeMap';
import type { Findings } from './Findings.ts';
import type { MapReader } from './MapReader.ts';
import type { Tilesets } from './readTilesets.ts';

export interface Reading {
  /** Path of the map file in its folder. */
  file: string;
  reader: MapReader;
  findings: Findings;
  widthTiles: number;
  heightTiles: number;
  /** px of the office map per px of the file: 2 for a map of 16 px tiles. */
  scale: { x: number; y: number };
  tilesets: Tilesets;
  /** Gives a name to one area, seat or thing only: a second one gets a number. */
  claimId(name: string, place: string): string;
}

/** @returns a claimId that warns about names given twice */
export function idClaims(findings: Findings): Reading['claimId'] {
  const taken = new Set<string>();
  return (name, place) => {
    let id = name;
    for (let n = 2; taken.has(id); n++) id = `${name}-${n}`;
    if (id !== name) findings.warn(place, `the name "${name}" is taken already; this one is called "${id}".`);
    taken.add(id);
    return id;
  };
}

/** Size of a shape in tiles, as areas are compared by it. */
export function sizeTilesOf(shape: Shape): number {
  switch (shape.kind) {
    case 'rect':
      return (shape.width * shape.height) / (TILE_PX * TILE_PX);
    case 'tiles':
      return shape.tiles.length;
    case 'polygon': {
      // shoelace formula
      let twice = 0;
      shape.points.forEach((a, i) => {
        const b = shape.points[(i + 1) % shape.points.length] ?? a;
        twice += a.x * b.y - b.x * a.y;
      });
      return Math.abs(twice) / 2 / (TILE_PX * TILE_PX);
    }
  }
}
