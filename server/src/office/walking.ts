// The walking rules on the server: judges what a client says it walked, replays it on the server's own copy, puts cheaters back.
import type { Point } from '@comptoir/shared/geometry';
import type { Gait, WalkGrid } from '@comptoir/shared/movement';
import type { Segment } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { advance, type Feet, remember, SPARE_TICKS, stand, TRAIL_TICKS, type Walker, walkOn } from './Walker.ts';

const ticksOf = (ms: number): number => Math.round(ms / tuning.tickMs);

/** A segment may begin at most this long before its arrival. */
const PAST_TICKS = ticksOf(tuning.segmentPastMs);
/** A later one is taken as if it began at PAST_TICKS; the client may then be ahead of us by at most this, and walks on from there. */
const LATE_TICKS = PAST_TICKS;
/** A client's clock may be wrong by this much into the future: it was estimated over an uneven line. */
const EARLY_TICKS = 10;
/** Farther from now than this is no clock error. */
const ABSURD_TICKS = ticksOf(10_000);
const HELD_TICKS = ticksOf(tuning.heldIntentMs);
/** A client's clock may gain one tick of walking on ours in so many: quartz and its estimate are not perfect. */
const SPARE_EVERY_TICKS = 25;
/** World units (3 px) a claim may be beside our copy; the copy counts, so nothing is won by it. */
const NEAR_UNITS = 48;
/** Four minutes on one path; longer ones are no walk through an office. */
const LONGEST_PATH_TICKS = ticksOf(240_000);

/** "Stand still here": world units, and the office tick at which it is true. */
export interface PutBack {
  seq: number;
  x: number;
  y: number;
  tick: number;
}

export type Verdict = 'ok' | { putBack: PutBack };

/** The answer that puts a client where our copy stands. */
export const putBackOf = (walker: Walker, seq: number): PutBack => ({ seq, x: walker.x, y: walker.y, tick: walker.tick });

function refuse(walker: Walker, seq: number): { putBack: PutBack } {
  walker.seq = seq;
  walker.startedTick = walker.tick;
  walker.behindTicks = 0;
  walker.heldUntilTick = Number.POSITIVE_INFINITY;
  stand(walker);
  return { putBack: putBackOf(walker, seq) };
}

/** Where the client's segment begins, on its own clock and on ours; undefined when its clock is absurd. */
function beginningOf(walker: Walker, startTick: number, nowTick: number): { claimed: number; ours: number } | undefined {
  if (!(Math.abs(startTick - nowTick) <= ABSURD_TICKS)) return undefined;
  const earliest = Math.max(walker.claimedTick, nowTick - PAST_TICKS - LATE_TICKS);
  const claimed = Math.min(Math.max(startTick, earliest), nowTick + EARLY_TICKS);
  return { claimed, ours: Math.min(Math.max(claimed, nowTick - PAST_TICKS, walker.startedTick), nowTick) };
}

interface Place extends Point {
  /** Ticks of walking ahead of where our copy was. */
  ahead: number;
}

/**
 * The place on our own copy's way nearest to what the client claims, at most NEAR_UNITS off: behind us as far as the intent in
 * force reaches back, or ahead of where we were at tick `ours` by `mayBeAhead` ticks of walking, simulated by the same rule.
 */
function findOnWay(walker: Walker, claim: Point, ours: number, mayBeAhead: number, grid: WalkGrid): Place | undefined {
  let best: Place | undefined;
  let bestUnits = NEAR_UNITS + 1;
  const consider = (x: number, y: number, ahead: number): void => {
    const units = Math.max(Math.abs(x - claim.x), Math.abs(y - claim.y));
    // NaN is nowhere
    if (ahead > mayBeAhead || !(units < bestUnits)) return;
    bestUnits = units;
    best = { x, y, ahead };
  };
  for (let tick = Math.max(walker.startedTick, walker.tick - TRAIL_TICKS + 1); tick <= walker.tick; tick++) {
    const at = 2 * (tick & (TRAIL_TICKS - 1));
    // where the feet stand, being there "ahead" of time is no walking
    if (tick >= walker.stillSinceTick) consider(walker.x, walker.y, Math.min(0, tick - ours));
    else consider(walker.trail[at] ?? 0, walker.trail[at + 1] ?? 0, tick - ours);
  }
  if (walker.gait === 'still') return best;
  const { x, y, direction, gait, path } = walker;
  const ghost: Feet = { x, y, direction, gait, path: path && { ...path } };
  for (let ahead = walker.tick - ours + 1; ahead <= mayBeAhead && bestUnits > 0; ahead++) {
    const walked = walkOn(ghost, grid, walker.rank);
    consider(ghost.x, ghost.y, ahead);
    if (walked === 'arrived' || walked === 'blocked') break;
  }
  return best;
}

function refillSpare(walker: Walker, nowTick: number): void {
  const earned = Math.floor((nowTick - walker.spareSinceTick) / SPARE_EVERY_TICKS);
  walker.spareTicks = Math.min(SPARE_TICKS, walker.spareTicks + earned);
  walker.spareSinceTick += earned * SPARE_EVERY_TICKS;
}

/**
 * Brings our copy to where the client's new intent begins. The client's walk is believed only as far as our own copy could have
 * walked it by the same clock, so that no sequence of claims is faster than its gait or passes a wall.
 * @returns false when the claim is nowhere on our copy's way; the copy is then at `nowTick`, unchanged
 */
function settle(walker: Walker, claim: Point, startTick: number, nowTick: number, grid: WalkGrid): boolean {
  advance(walker, nowTick, grid);
  const begins = beginningOf(walker, startTick, nowTick);
  if (!begins) return false;
  refillSpare(walker, nowTick);
  const fair = Math.max(0, walker.behindTicks + begins.claimed - begins.ours);
  const place = findOnWay(walker, claim, begins.ours, fair + walker.spareTicks, grid);
  if (!place) return false;
  walker.spareTicks -= Math.max(0, place.ahead - fair);
  walker.x = place.x;
  walker.y = place.y;
  walker.tick = begins.ours;
  walker.startedTick = begins.ours;
  walker.claimedTick = begins.claimed;
  walker.behindTicks = begins.ours - begins.claimed;
  walker.stillSinceTick = Number.POSITIVE_INFINITY;
  remember(walker);
  return true;
}

/**
 * One straight piece of walking, or a stop, as the client says it began. Replays it from then to `nowTick`.
 * @returns where to put the client back when its claim can not be; our copy then stands still
 */
export function acceptSegment(walker: Walker, segment: Segment, nowTick: number, grid: WalkGrid): Verdict {
  if (!settle(walker, segment, segment.startTick, nowTick, grid)) return refuse(walker, segment.seq);
  walker.seq = segment.seq;
  walker.direction = segment.direction;
  walker.gait = segment.gait;
  walker.path = undefined;
  walker.heldUntilTick = nowTick + HELD_TICKS;
  if (segment.gait === 'still') walker.stillSinceTick = walker.tick;
  advance(walker, nowTick, grid);
  return 'ok';
}

/** Can these corners (world units) be walked one after the other, from where the walker is? */
export function isWalkable(walker: Feet & { rank: Walker['rank'] }, corners: readonly Point[], gait: Gait, grid: WalkGrid): boolean {
  const ghost: Feet = { x: walker.x, y: walker.y, direction: walker.direction, gait, path: { corners, next: 0 } };
  for (let ticks = 0; ticks < LONGEST_PATH_TICKS; ticks++) {
    const walked = walkOn(ghost, grid, walker.rank);
    if (walked === 'arrived') return true;
    if (walked === 'blocked') return false;
  }
  return false;
}

/**
 * A whole path, walked by the server itself. `from` and `corners` are world units (tile centres).
 * @returns 'blocked' when the path can not be walked to its end: our copy then stands still
 */
export function acceptPath(
  walker: Walker,
  path: { from: Point; corners: readonly Point[]; gait: Exclude<Gait, 'still'>; startTick: number; seq: number },
  nowTick: number,
  grid: WalkGrid,
): Verdict | 'blocked' {
  if (!settle(walker, path.from, path.startTick, nowTick, grid)) return refuse(walker, path.seq);
  if (path.corners.length > tuning.maxWaypoints || !isWalkable(walker, path.corners, path.gait, grid)) {
    walker.tick = nowTick;
    refuse(walker, path.seq);
    return 'blocked';
  }
  walker.seq = path.seq;
  walker.gait = path.gait;
  walker.path = { corners: path.corners, next: 0 };
  walker.heldUntilTick = Number.POSITIVE_INFINITY;
  advance(walker, nowTick, grid);
  return 'ok';
}

/**
 * The server walks them on its own, along corners that can be walked (world units). As long as `seq` stays the same it is one walk:
 * where the client is a little behind on it still counts.
 */
export function beWalked(
  walker: Walker,
  { corners, gait, seq }: { corners: readonly Point[]; gait: Exclude<Gait, 'still'>; seq: number },
  nowTick: number,
  grid: WalkGrid,
): void {
  advance(walker, nowTick, grid);
  if (walker.gait === 'still' || walker.seq !== seq) {
    walker.startedTick = nowTick;
    remember(walker);
  }
  walker.seq = seq;
  walker.gait = gait;
  walker.path = { corners, next: 0 };
  walker.heldUntilTick = Number.POSITIVE_INFINITY;
  walker.stillSinceTick = Number.POSITIVE_INFINITY;
}

/** "I still hold it." Old news about an intent that is no longer in force are ignored; one that had lapsed puts the client back. */
export function renew(walker: Walker, seq: number, nowTick: number, grid: WalkGrid): Verdict {
  advance(walker, nowTick, grid);
  if (seq !== walker.seq || walker.path) return 'ok';
  if (walker.gait !== 'still') walker.heldUntilTick = nowTick + HELD_TICKS;
  else if (walker.stillSinceTick === walker.heldUntilTick) return { putBack: putBackOf(walker, seq) };
  return 'ok';
}
