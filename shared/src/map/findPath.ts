// Shortest ways over the tile grid: A* with eight neighbours that never cuts a corner.
import type { Point } from '../geometry.ts';
import { tileCentre, tileOf } from '../geometry.ts';
import type { RankLevel, WalkGrid } from '../movement.ts';
import { isFree } from '../movement.ts';

const NEIGHBOURS = [
  [1, 0, 10],
  [-1, 0, 10],
  [0, 1, 10],
  [0, -1, 10],
  [1, 1, 14],
  [-1, 1, 14],
  [1, -1, 14],
  [-1, -1, 14],
] as const;

interface Open {
  tile: number;
  score: number;
}

function push(heap: Open[], entry: Open): void {
  heap.push(entry);
  let i = heap.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent];
    if (!above || above.score <= entry.score) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = entry;
}

function pop(heap: Open[]): Open | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (!top || !last || heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    const left = heap[child];
    const right = heap[child + 1];
    if (!left) break;
    let best = left;
    if (right && right.score < left.score) {
      best = right;
      child++;
    }
    if (best.score >= last.score) break;
    heap[i] = best;
    i = child;
  }
  heap[i] = last;
  return top;
}

export interface PathOptions {
  rank?: RankLevel;
  /** Extra cost in tenths of a tile, for tiles where somebody stands: preferred free, never forbidden. */
  extraCost?: (tileX: number, tileY: number) => number;
  /** The goal is good when it, or a tile within this many tiles, is reached (Chebyshev). Default 0. */
  withinTiles?: number;
}

/**
 * The tiles to walk, without the start, the goal last; corners only (straight stretches are merged).
 * @param from,to world units @returns tile centres in world units; undefined when there is no way, [] when already there
 */
export function findPath(grid: WalkGrid, from: Point, to: Point, options: PathOptions = {}): Point[] | undefined {
  const rank = options.rank ?? 0;
  const within = options.withinTiles ?? 0;
  const { width, height } = grid;
  const sx = tileOf(from.x);
  const sy = tileOf(from.y);
  const gx = tileOf(to.x);
  const gy = tileOf(to.y);
  if (sx < 0 || sy < 0 || sx >= width || sy >= height) return undefined;
  const cost = new Int32Array(width * height).fill(-1);
  const came = new Int32Array(width * height).fill(-1);
  const closed = new Uint8Array(width * height);
  const estimate = (x: number, y: number): number => {
    const dx = Math.max(0, Math.abs(x - gx) - within);
    const dy = Math.max(0, Math.abs(y - gy) - within);
    return 10 * Math.max(dx, dy) + 4 * Math.min(dx, dy);
  };
  const start = sy * width + sx;
  cost[start] = 0;
  const open: Open[] = [{ tile: start, score: estimate(sx, sy) }];
  for (let current = pop(open); current; current = pop(open)) {
    const { tile } = current;
    if (closed[tile]) continue;
    closed[tile] = 1;
    const x = tile % width;
    const y = (tile - x) / width;
    if (Math.abs(x - gx) <= within && Math.abs(y - gy) <= within) return corners(came, tile, width, start);
    for (const [dx, dy, length] of NEIGHBOURS) {
      const nx = x + dx;
      const ny = y + dy;
      if (!isFree(grid, nx, ny, rank)) continue;
      if (dx !== 0 && dy !== 0 && (!isFree(grid, nx, y, rank) || !isFree(grid, x, ny, rank))) continue;
      const next = ny * width + nx;
      if (closed[next]) continue;
      const total = (cost[tile] ?? 0) + length + (options.extraCost?.(nx, ny) ?? 0);
      const known = cost[next] ?? -1;
      if (known >= 0 && known <= total) continue;
      cost[next] = total;
      came[next] = tile;
      push(open, { tile: next, score: total + estimate(nx, ny) });
    }
  }
  return undefined;
}

function corners(came: Int32Array, goal: number, width: number, start: number): Point[] {
  const tiles: number[] = [];
  for (let tile = goal; tile !== start && tile >= 0; tile = came[tile] ?? -1) tiles.push(tile);
  tiles.reverse();
  const path: Point[] = [];
  let before = start;
  tiles.forEach((tile, i) => {
    const after = tiles[i + 1];
    if (after === undefined || after - tile !== tile - before) path.push(tileCentre(tile % width, Math.floor(tile / width)));
    before = tile;
  });
  return path;
}

/** The free tile nearest to a point (rings outwards, at most 64 tiles), as its centre in world units. */
export function nearestFree(grid: WalkGrid, to: Point, rank: RankLevel = 0): Point | undefined {
  const cx = tileOf(to.x);
  const cy = tileOf(to.y);
  for (let ring = 0; ring <= 64; ring++) {
    let best: Point | undefined;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let y = cy - ring; y <= cy + ring; y++)
      for (let x = cx - ring; x <= cx + ring; x++) {
        if (Math.max(Math.abs(x - cx), Math.abs(y - cy)) !== ring || !isFree(grid, x, y, rank)) continue;
        const centre = tileCentre(x, y);
        const d = Math.hypot(centre.x - to.x, centre.y - to.y);
        if (d < bestDistance) {
          best = centre;
          bestDistance = d;
        }
      }
    if (best) return best;
  }
  return undefined;
}
