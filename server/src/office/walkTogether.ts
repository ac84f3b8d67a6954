// Walking together: who follows whom, and where each of them goes now. The server walks the followers, so that hidden tabs keep walking.
import { type Point, tileCentre, tileOf, toUnits } from '@comptoir/shared/geometry';
import { findPath } from '@comptoir/shared/map/findPath';
import { DIRECTION_X, DIRECTION_Y, type Direction, isFree } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation, Follower } from './Conversation.ts';
import type { Floor } from './formBubbles.ts';
import { isStill, ticksOf } from './mayTalk.ts';
import { isInSight } from './sight.ts';
import { movePlace, type Talker } from './Talks.ts';
import { isWalkable } from './walking.ts';

const DWELL_TICKS = ticksOf(tuning.dwellMs);
/** Farther behind than this one walks instead of strolling. */
const BEHIND = toUnits(3 * 32);
/** Standing this near to the leader one walks along again. */
const REJOIN = toUnits(tuning.centroidPx);

/** Beside, behind, and beside the one behind: turns (of 45 degrees) from the leader's direction, each one tile. */
const SLOTS: readonly (readonly number[])[] = [[2], [4], [2, 4]];

/** Walk this person along these tile centres, world units. */
export interface WalkOrder {
  talker: Talker;
  corners: Point[];
  gait: 'stroll' | 'walk';
  /** Of their walk as their client knows it: the same as long as they walk along. */
  seq: number;
}

/** B20: one who said yes walks along; with the first the walk begins. */
export function walkAlong({ talks }: Floor, conversation: Conversation, leader: string, personId: string): boolean {
  if (conversation.place.kind !== 'walk') {
    if (!conversation.members.has(leader)) return false;
    conversation.followers = new Map();
    movePlace(talks, conversation, { kind: 'walk', leader });
  }
  return follow(talks.talkers.get(personId), conversation);
}

function follow(talker: Talker | undefined, { members, followers, place }: Conversation): boolean {
  if (!talker || !followers || place.kind !== 'walk') return false;
  const { personId, walker } = talker.occupant;
  if (!members.has(personId) || place.leader === personId || followers.size >= tuning.walkMost - 1) return false;
  const taken = new Set([...followers.values()].map(({ slot }) => slot));
  const slot = SLOTS.findIndex((_, i) => !taken.has(i));
  followers.set(personId, { slot, seq: walker.seq });
  return true;
}

/** Own key, seat or wish: they go on by themselves. The leader's wish ends the walk. */
export function stopWalking({ talks }: Floor, { conversation, occupant }: Talker): void {
  if (conversation?.place.kind !== 'walk') return;
  if (conversation.place.leader === occupant.personId) endWalk({ talks }, conversation);
  else conversation.followers?.delete(occupant.personId);
}

function endWalk({ talks }: Pick<Floor, 'talks'>, conversation: Conversation): void {
  delete conversation.followers;
  movePlace(talks, conversation, { kind: 'near' });
}

/** Everybody's next steps. Called in every round, before the parting of bubbles. */
export function walkTogether(floor: Floor, nowTick: number): WalkOrder[] {
  const orders: WalkOrder[] = [];
  for (const conversation of floor.talks.conversations.values()) {
    const { place, followers } = conversation;
    if (place.kind !== 'walk' || !followers) continue;
    const leader = leaderOf(floor, conversation);
    if (!leader) continue;
    for (const [personId, follower] of followers) {
      const talker = floor.talks.talkers.get(personId);
      if (!talker || !conversation.members.has(personId) || isOnTheirOwn(talker, follower)) followers.delete(personId);
      else orders.push(...stepsOf(floor, leader, talker, follower));
    }
    for (const personId of conversation.members.keys()) comeBack(floor, conversation, leader, personId, nowTick);
  }
  return orders;
}

/** Whoever leads leaves: the next follower leads. Sits down, or has nobody left: the walk is over. */
function leaderOf(floor: Floor, conversation: Conversation): Talker | undefined {
  const { place, followers, members } = conversation;
  if (place.kind !== 'walk') return undefined;
  const leader = members.has(place.leader) ? floor.talks.talkers.get(place.leader) : undefined;
  if (leader?.occupant.seat || !followers?.size) {
    endWalk(floor, conversation);
    return undefined;
  }
  if (leader) return leader;
  const [next] = followers.keys();
  if (next === undefined) return undefined;
  followers.delete(next);
  if (followers.size === 0) endWalk(floor, conversation);
  else movePlace(floor.talks, conversation, { kind: 'walk', leader: next });
  return followers.size === 0 ? undefined : floor.talks.talkers.get(next);
}

/** Their latest walk is none that we ordered. */
const isOnTheirOwn = ({ occupant: { walker, seat } }: Talker, { seq, goal }: Follower): boolean =>
  walker.seq !== seq || (seat !== undefined && goal !== undefined);

/** Who had left the formation and stands beside the leader walks along again. */
function comeBack({ talks, grid }: Floor, conversation: Conversation, leader: Talker, personId: string, nowTick: number): void {
  const talker = talks.talkers.get(personId);
  if (!talker || talker === leader || conversation.followers?.has(personId) || !isStill(talker) || talker.occupant.seat) return;
  const at = talker.occupant.walker;
  const { walker } = leader.occupant;
  const isBeside = Math.hypot(at.x - walker.x, at.y - walker.y) <= REJOIN && isInSight(grid, at, walker);
  if (isBeside && nowTick - at.stillSinceTick >= DWELL_TICKS) follow(talker, conversation);
}

function stepsOf(floor: Floor, leader: Talker, talker: Talker, follower: Follower): WalkOrder[] {
  const { walker, seat } = talker.occupant;
  const goal = placeBeside(floor, leader, talker, follower.slot);
  const grid = talker.occupant.visit?.grid ?? floor.grid;
  const isThere = tileOf(walker.x) === tileOf(goal.x) && tileOf(walker.y) === tileOf(goal.y);
  const isSame = follower.goal?.x === goal.x && follower.goal.y === goal.y;
  if (!seat && ((isSame && (isThere || walker.gait !== 'still')) || (isThere && walker.gait === 'still'))) return [];
  const gait = Math.hypot(goal.x - walker.x, goal.y - walker.y) > BEHIND ? 'walk' : 'stroll';
  const straight = isWalkable(walker, [goal], gait, grid);
  const corners = straight ? [goal] : findPath(grid, walker, goal, { rank: walker.rank })?.slice(0, tuning.maxWaypoints);
  if (!corners || corners.length === 0) return [];
  // a new walk of theirs begins
  if (!follower.goal) follower.seq = (walker.seq + 1) & 0xffff;
  follower.goal = goal;
  return [{ talker, corners, gait, seq: follower.seq }];
}

/** The tile of this slot beside the leader, as the leader looks; where that is no floor, the leader's own. World units. */
function placeBeside({ grid }: Floor, leader: Talker, talker: Talker, slot: number): Point {
  const { walker } = leader.occupant;
  let [x, y] = [tileOf(walker.x), tileOf(walker.y)];
  const own = tileCentre(x, y);
  for (const turn of SLOTS[slot] ?? []) {
    const direction = ((walker.direction + turn) & 7) as Direction;
    x += DIRECTION_X[direction];
    y += DIRECTION_Y[direction];
  }
  const place = tileCentre(x, y);
  return isFree(grid, x, y, talker.occupant.walker.rank) && isInSight(grid, own, place) ? place : own;
}
