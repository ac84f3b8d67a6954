// The server's own copy of an avatar's walk: where the feet are at which tick, what they do, and the trail of the last second.
import type { Point } from '@comptoir/shared/geometry';
import type { Direction, Gait, RankLevel, WalkGrid } from '@comptoir/shared/movement';
import { step, stepTowards } from '@comptoir/shared/movement';

/** Positions kept; a power of two. */
export const TRAIL_TICKS = 64;
/** Ticks of walking that a client's clock may gain on ours by being corrected. */
export const SPARE_TICKS = 10;

/** Tile centres still to reach, world units. */
interface Path {
  corners: readonly Point[];
  next: number;
}

/** What somebody's feet do: where, which way, and towards what. x, y in world units. */
export interface Feet {
  x: number;
  y: number;
  direction: Direction;
  gait: Gait;
  path: Path | undefined;
}

/** The server's copy of an avatar's walk; x, y are true at `tick`. */
export interface Walker extends Feet {
  rank: RankLevel;
  /** Of the intent in force. */
  seq: number;
  tick: number;
  /** A held direction ends here unless renewed. */
  heldUntilTick: number;
  /** Since when the intent in force is walked. */
  startedTick: number;
  /** From this tick on the feet stand; Infinity while they walk. */
  stillSinceTick: number;
  /** The client's own tick at which its last segment began. */
  claimedTick: number;
  /** How many ticks of walking our copy is behind the client's, after a segment came late (or ahead: negative). */
  behindTicks: number;
  spareTicks: number;
  spareSinceTick: number;
  /** x, y of the last TRAIL_TICKS ticks, while walking; of tick t at 2 * (t % TRAIL_TICKS). */
  trail: Int32Array;
}

/**
 * What `advance` did: `still` nothing; `walked` along the intent in force, everybody foresees it; the others must be told:
 * `turned` at a corner of the path, `arrived` at or `blocked` before its end, `lapsed`: a held direction was not renewed.
 */
export type Walked = 'still' | 'walked' | 'turned' | 'arrived' | 'blocked' | 'lapsed';

/** Somebody who stands at x, y (world units). */
export function standingWalker(at: Point, direction: Direction, rank: RankLevel, nowTick: number): Walker {
  return {
    x: at.x,
    y: at.y,
    direction,
    gait: 'still',
    path: undefined,
    rank,
    seq: 0,
    tick: nowTick,
    heldUntilTick: Number.POSITIVE_INFINITY,
    startedTick: nowTick,
    stillSinceTick: nowTick,
    claimedTick: Number.NEGATIVE_INFINITY,
    behindTicks: 0,
    spareTicks: SPARE_TICKS,
    spareSinceTick: nowTick,
    trail: new Int32Array(2 * TRAIL_TICKS),
  };
}

/** Stand here now (a seat, "be there now", a changed map): what the client claims from before is no longer believed. */
export function placeWalker(walker: Walker, at: Point, direction: Direction, nowTick: number): void {
  walker.x = at.x;
  walker.y = at.y;
  walker.direction = direction;
  walker.tick = nowTick;
  walker.startedTick = nowTick;
  walker.behindTicks = 0;
  walker.heldUntilTick = Number.POSITIVE_INFINITY;
  stand(walker);
}

/** Ends whatever the feet do, where they are. */
export function stand(walker: Walker): void {
  walker.gait = 'still';
  walker.path = undefined;
  walker.stillSinceTick = walker.tick;
}

/** One tick of whatever the feet do. */
export function walkOn(feet: Feet, grid: WalkGrid, rank: RankLevel): Walked {
  if (!feet.path) {
    if (feet.gait === 'still') return 'still';
    step(feet, feet, grid, rank);
    return 'walked';
  }
  const { corners } = feet.path;
  const walked = stepToCorner(feet, feet.path, grid, rank);
  if (walked === 'blocked' || walked === undefined) return walked ?? 'arrived';
  const goal = corners[corners.length - 1];
  if (goal && feet.x === goal.x && feet.y === goal.y) {
    feet.direction = walked;
    return 'arrived';
  }
  if (walked === feet.direction) return 'walked';
  feet.direction = walked;
  return 'turned';
}

function stepToCorner(feet: Feet, path: Path, grid: WalkGrid, rank: RankLevel): Direction | 'blocked' | undefined {
  for (let corner = path.corners[path.next]; corner; corner = path.corners[++path.next]) {
    const walked = stepTowards(feet, corner, feet.gait, grid, rank);
    if (walked !== undefined) return walked;
  }
  return undefined;
}

/** Notes x, y of this tick on the trail. */
export function remember(walker: Walker): void {
  const at = 2 * (walker.tick & (TRAIL_TICKS - 1));
  walker.trail[at] = walker.x;
  walker.trail[at + 1] = walker.y;
}

/** Walks our copy up to `nowTick`. */
export function advance(walker: Walker, nowTick: number, grid: WalkGrid): Walked {
  let outcome: Walked = 'still';
  while (walker.tick < nowTick) {
    if (walker.gait === 'still') {
      walker.tick = nowTick;
      break;
    }
    if (walker.tick >= walker.heldUntilTick) {
      stand(walker);
      outcome = 'lapsed';
      continue;
    }
    const walked = walkOn(walker, grid, walker.rank);
    walker.tick++;
    remember(walker);
    if (walked === 'arrived' || walked === 'blocked') stand(walker);
    if (walked !== 'walked' || outcome === 'still') outcome = walked;
  }
  return outcome;
}
