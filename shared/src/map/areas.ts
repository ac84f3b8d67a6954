// Which areas contain a point, and which trait wins where areas overlap.
import type { Point } from '../geometry.ts';
import { isInPolygon, isInRect, TILE_PX } from '../geometry.ts';
import type { Area, Shape, Traits } from './OfficeMap.ts';

/** Is a point (px) inside a shape of the map? */
export function isInShape(shape: Shape, point: Point, widthTiles: number): boolean {
  switch (shape.kind) {
    case 'rect':
      return isInRect(point, shape);
    case 'polygon':
      return isInPolygon(point, shape.points);
    case 'tiles': {
      const tile = Math.floor(point.y / TILE_PX) * widthTiles + Math.floor(point.x / TILE_PX);
      return shape.tiles.includes(tile);
    }
  }
}

/** Bounding box of a shape, px. */
export function boundsOf(shape: Shape, widthTiles: number): { x: number; y: number; width: number; height: number } {
  if (shape.kind === 'rect') return { x: shape.x, y: shape.y, width: shape.width, height: shape.height };
  const corners =
    shape.kind === 'polygon'
      ? shape.points
      : shape.tiles.flatMap((tile) => {
          const x = (tile % widthTiles) * TILE_PX;
          const y = Math.floor(tile / widthTiles) * TILE_PX;
          return [
            { x, y },
            { x: x + TILE_PX, y: y + TILE_PX },
          ];
        });
  // no Math.min(...xs): a layer may have more tiles than a call may have arguments
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of corners) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** By its id, or else by its name. */
export const areaNamed = (areas: readonly Area[], id: string): Area | undefined =>
  areas.find((area) => area.id === id) ?? areas.find((area) => area.name === id);

/**
 * Areas of a map, looked up by tile: for each tile the areas that cover its centre, smallest first.
 * Built once per map; asking is an array read.
 */
export class AreaIndex {
  readonly areas: readonly Area[];
  readonly #byTile: (readonly number[])[];
  readonly #widthTiles: number;
  readonly #heightTiles: number;

  constructor(areas: readonly Area[], widthTiles: number, heightTiles: number) {
    this.areas = areas;
    this.#widthTiles = widthTiles;
    this.#heightTiles = heightTiles;
    const nobody: readonly number[] = [];
    this.#byTile = new Array<readonly number[]>(widthTiles * heightTiles).fill(nobody);
    const bySize = areas.map((area, index) => ({ area, index })).sort((a, b) => a.area.sizeTiles - b.area.sizeTiles);
    for (const { area, index } of bySize) this.#cover(area, index);
  }

  #cover(area: Area, index: number): void {
    if (area.shape.kind === 'tiles') {
      for (const tile of area.shape.tiles) if (tile < this.#byTile.length) this.#byTile[tile] = [...(this.#byTile[tile] ?? []), index];
      return;
    }
    const box = boundsOf(area.shape, this.#widthTiles);
    const right = Math.min(this.#widthTiles - 1, Math.floor((box.x + box.width) / TILE_PX));
    const bottom = Math.min(this.#heightTiles - 1, Math.floor((box.y + box.height) / TILE_PX));
    for (let y = Math.max(0, Math.floor(box.y / TILE_PX)); y <= bottom; y++)
      for (let x = Math.max(0, Math.floor(box.x / TILE_PX)); x <= right; x++) {
        const centre = { x: (x + 0.5) * TILE_PX, y: (y + 0.5) * TILE_PX };
        const tile = y * this.#widthTiles + x;
        if (isInShape(area.shape, centre, this.#widthTiles)) this.#byTile[tile] = [...(this.#byTile[tile] ?? []), index];
      }
  }

  /** Indexes into `areas` that cover the tile under a point (px), smallest first. */
  at(xPx: number, yPx: number): readonly number[] {
    const x = Math.floor(xPx / TILE_PX);
    const y = Math.floor(yPx / TILE_PX);
    if (x < 0 || y < 0 || x >= this.#widthTiles || y >= this.#heightTiles) return [];
    return this.#byTile[y * this.#widthTiles + x] ?? [];
  }

  /** The smallest area under a point (px). */
  smallest(xPx: number, yPx: number): Area | undefined {
    const index = this.at(xPx, yPx)[0];
    return index === undefined ? undefined : this.areas[index];
  }

  /** The winning traits under a point (px): trait by trait the smallest area that has it. */
  traitsAt(xPx: number, yPx: number): Traits {
    const traits: Traits = {};
    for (const index of [...this.at(xPx, yPx)].reverse()) Object.assign(traits, this.areas[index]?.traits);
    return traits;
  }
}
