// Who turns to whom while people talk: to the loudest, drawn only, while one stands still; and on which side of a ring one stands.
import type { Point } from '@comptoir/shared/geometry';
import type { Direction } from '@comptoir/shared/movement';

export interface Talker extends Point {
  personId: string;
  level: number;
}

/** Of two who are as loud, give or take this, the nearer one is meant. */
const AS_LOUD = 0.12;

/** The direction towards whoever speaks; undefined when nobody else does. @param talkers those who are loud enough to be heard */
export function towardsSpeaker(from: Point & { personId: string }, talkers: readonly Talker[]): Direction | undefined {
  let best: Talker | undefined;
  for (const talker of talkers) {
    if (talker.personId === from.personId) continue;
    if (!best || talker.level > best.level + AS_LOUD) best = talker;
    else if (talker.level > best.level - AS_LOUD && far(from, talker) < far(from, best)) best = talker;
  }
  return best && directionTo(from, best);
}

const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const directionTo = (from: Point, to: Point): Direction =>
  ((Math.round(Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 4)) + 8) % 8) as Direction;

export type Side = 'above' | 'below' | 'left' | 'right';

/** North and south count more: a tag beside somebody is only for those who stand truly beside the others. */
const SLOPE = 0.75;

/** On which side of the middle somebody stands: their tag goes there, outside, where it covers nobody. */
export function outerSide(at: Point, middle: Point): Side {
  const dx = at.x - middle.x;
  const dy = at.y - middle.y;
  if (dy < -Math.abs(dx) * SLOPE) return 'above';
  if (dy > Math.abs(dx) * SLOPE) return 'below';
  if (dx === 0) return 'above';
  return dx < 0 ? 'left' : 'right';
}
