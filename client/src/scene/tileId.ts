// Tiled's global tile ids: the number of a tile and how it is turned, in one u32.

export interface TurnedTile {
  id: number;
  flipX: boolean;
  flipY: boolean;
  /** Mirrored at the main diagonal first: with a flip this is a quarter turn. */
  diagonal: boolean;
}

const FLIP_X = 0x80000000;
const FLIP_Y = 0x40000000;
const DIAGONAL = 0x20000000;
const ID = 0x0fffffff;

/** Takes a global id apart; bit 28 (hexagonal maps) is ignored. */
export const readTileId = (gid: number): TurnedTile => ({
  id: gid & ID,
  flipX: (gid & FLIP_X) !== 0,
  flipY: (gid & FLIP_Y) !== 0,
  diagonal: (gid & DIAGONAL) !== 0,
});

/** The 2 x 2 part of a canvas matrix (a, b, c, d) that turns a picture about its centre as the id says. */
export function turnOf(tile: TurnedTile): readonly [number, number, number, number] {
  const x = tile.flipX ? -1 : 1;
  const y = tile.flipY ? -1 : 1;
  return tile.diagonal ? [0, y, x, 0] : [x, 0, 0, y];
}
