// Cuts a picture of the whole map into 32-px tiles, keeps each different tile once, and lays them out as a tileset picture.
import { Surface } from '../pixels/Surface.ts';
import { TILE } from './readPlan.ts';

/** Border repeated around each tile, so that scaled drawing never bleeds: Tiled's margin 1, spacing 2. */
export const EXTRUDE_PX = 1;
const TILESET_COLUMNS = 30;

export interface TileSheet {
  /** The tileset picture. */
  picture: Surface;
  columns: number;
  /** Places in the picture, the last ones empty: Tiled counts them so. */
  tileCount: number;
  /** Per map layer, per tile in reading order: index into the tileset, or -1 where the layer is empty. */
  layers: number[][];
}

function isEmpty(pixels: Uint8ClampedArray): boolean {
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i]) return false;
  return true;
}

function readTile(source: Surface, column: number, row: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(TILE * TILE * 4);
  for (let y = 0; y < TILE; y++) {
    const from = ((row * TILE + y) * source.width + column * TILE) * 4;
    pixels.set(source.data.subarray(from, from + TILE * 4), y * TILE * 4);
  }
  return pixels;
}

function drawExtruded(picture: Surface, pixels: Uint8ClampedArray, left: number, top: number): void {
  const clamp = (v: number) => Math.max(0, Math.min(TILE - 1, v));
  for (let y = -EXTRUDE_PX; y < TILE + EXTRUDE_PX; y++) {
    for (let x = -EXTRUDE_PX; x < TILE + EXTRUDE_PX; x++) {
      const from = (clamp(y) * TILE + clamp(x)) * 4;
      picture.data.set(pixels.subarray(from, from + 4), ((top + y) * picture.width + left + x) * 4);
    }
  }
}

/** Several layers of one size share a tileset. Sizes must be whole tiles. */
export function cutIntoTiles(layers: readonly Surface[]): TileSheet {
  const tiles: Uint8ClampedArray[] = [];
  const known = new Map<string, number>();
  const indices = layers.map((layer) => {
    const cells: number[] = [];
    for (let row = 0; row < layer.height / TILE; row++) {
      for (let column = 0; column < layer.width / TILE; column++) {
        const pixels = readTile(layer, column, row);
        if (isEmpty(pixels)) {
          cells.push(-1);
          continue;
        }
        const key = String.fromCharCode(...pixels);
        const index = known.get(key) ?? tiles.push(pixels) - 1;
        known.set(key, index);
        cells.push(index);
      }
    }
    return cells;
  });
  const stride = TILE + 2 * EXTRUDE_PX;
  const rows = Math.max(1, Math.ceil(tiles.length / TILESET_COLUMNS));
  const picture = new Surface(TILESET_COLUMNS * stride, rows * stride);
  tiles.forEach((pixels, index) => {
    const left = (index % TILESET_COLUMNS) * stride + EXTRUDE_PX;
    const top = Math.floor(index / TILESET_COLUMNS) * stride + EXTRUDE_PX;
    drawExtruded(picture, pixels, left, top);
  });
  return { picture, columns: TILESET_COLUMNS, tileCount: rows * TILESET_COLUMNS, layers: indices };
}
