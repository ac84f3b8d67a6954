// What the cardboard people do, minute after minute: who stands where and says what at a second of the loop. Pure data and interpolation.
import type { ConversationState, RingRole } from '@comptoir/shared/conversation';
import type { Point } from '@comptoir/shared/geometry';
import type { Direction } from '@comptoir/shared/movement';
import type { DemoStep } from '../world/Demo.ts';

export const LOOP_S = 60;

/** Their names are their trades: nobody is made up. */
export const CUT_OUTS = ['illustrator', 'developer', 'translator', 'photographer'] as const;
export type CutOutName = (typeof CUT_OUTS)[number];

/** From second `at` on they are at `to`, having slid there in `slideS`. px from the middle of the stage. */
interface Move {
  at: number;
  to: Point;
  slideS: number;
}

const MOVES: Record<CutOutName, readonly Move[]> = {
  illustrator: [
    { at: 0, to: { x: -24, y: -6 }, slideS: 0 },
    { at: 43, to: { x: -84, y: -34 }, slideS: 2.2 },
    { at: 57, to: { x: -24, y: -6 }, slideS: 2.2 },
  ],
  developer: [
    { at: 0, to: { x: 118, y: 34 }, slideS: 0 },
    { at: 2, to: { x: 26, y: -6 }, slideS: 2.6 },
    { at: 43.5, to: { x: 118, y: 34 }, slideS: 2.6 },
  ],
  translator: [
    { at: 0, to: { x: -118, y: 36 }, slideS: 0 },
    { at: 9, to: { x: 0, y: 34 }, slideS: 3 },
    { at: 44, to: { x: -118, y: 36 }, slideS: 3 },
  ],
  photographer: [
    { at: 0, to: { x: 126, y: -36 }, slideS: 0 },
    { at: 20, to: { x: 96, y: -16 }, slideS: 1.4 },
    { at: 35, to: { x: 50, y: 26 }, slideS: 1.6 },
    { at: 44.5, to: { x: 126, y: -36 }, slideS: 2.6 },
  ],
};

interface InRing {
  from: number;
  until: number;
  role: RingRole;
}

/** A ring fills for 0.6 s before it takes somebody in, as between people. */
const RINGS: Record<CutOutName, readonly InRing[]> = {
  illustrator: [
    { from: 4.6, until: 5.2, role: 'dwelling' },
    { from: 5.2, until: 42.9, role: 'member' },
  ],
  developer: [
    { from: 4.6, until: 5.2, role: 'dwelling' },
    { from: 5.2, until: 42.9, role: 'member' },
  ],
  translator: [
    { from: 12, until: 12.6, role: 'dwelling' },
    { from: 12.6, until: 42.9, role: 'member' },
  ],
  photographer: [
    { from: 22, until: 29.5, role: 'listener' },
    { from: 36.6, until: 42.9, role: 'member' },
  ],
};

const STATES: readonly { from: number; state: ConversationState }[] = [
  { from: 0, state: 'amongUs' },
  { from: 18, state: 'outLoud' },
  { from: 29.5, state: 'closed' },
  { from: 35, state: 'amongUs' },
];

const STEPS: readonly { from: number; step: DemoStep }[] = [
  { from: 0, step: 'ring' },
  { from: 17.5, step: 'outLoud' },
  { from: 29, step: 'closed' },
  { from: 41, step: 'goodbye' },
  { from: 47, step: 'evening' },
];

export interface DemoLine {
  at: number;
  who: CutOutName;
  key: `demo.line.${(typeof LINE_NAMES)[number]}`;
}
const LINE_NAMES = ['hello', 'cover', 'languages', 'louder', 'listening', 'quiet', 'knock', 'comeIn', 'bye'] as const;

export const DEMO_LINES: readonly DemoLine[] = [
  { at: 6, who: 'illustrator', key: 'demo.line.hello' },
  { at: 10, who: 'developer', key: 'demo.line.cover' },
  { at: 14, who: 'translator', key: 'demo.line.languages' },
  { at: 18.5, who: 'illustrator', key: 'demo.line.louder' },
  { at: 23.5, who: 'photographer', key: 'demo.line.listening' },
  { at: 29.8, who: 'developer', key: 'demo.line.quiet' },
  { at: 32.5, who: 'photographer', key: 'demo.line.knock' },
  { at: 36, who: 'translator', key: 'demo.line.comeIn' },
  { at: 41, who: 'illustrator', key: 'demo.line.bye' },
];

export interface Pose {
  x: number;
  y: number;
  direction: Direction;
  moving: boolean;
  ring: { state: ConversationState; role: RingRole } | undefined;
}

const lastOf = <T>(list: readonly T[], isPast: (one: T) => boolean): T | undefined => list.findLast(isPast);
const eased = (share: number): number => share * share * (3 - 2 * share);

const EIGHTHS = 8;
const directionOf = (dx: number, dy: number): Direction =>
  (((Math.round((Math.atan2(dy, dx) / Math.PI) * (EIGHTHS / 2)) % EIGHTHS) + EIGHTHS) % EIGHTHS) as Direction;

/** Where somebody is at a second of the loop, px from the middle of the stage; at rest they face the middle of the ring. */
export function poseAt(name: CutOutName, second: number): Pose {
  const moves = MOVES[name];
  const index = moves.findLastIndex(({ at }) => at <= second);
  const move = moves[index] ?? moves[0];
  const before = moves[Math.max(0, index - 1)] ?? move;
  if (!move || !before) throw new Error(`${name} has no place`);
  const share = move.slideS === 0 ? 1 : Math.min(1, (second - move.at) / move.slideS);
  const x = before.to.x + (move.to.x - before.to.x) * eased(share);
  const y = before.to.y + (move.to.y - before.to.y) * eased(share);
  const moving = share < 1;
  const inRing = RINGS[name].find(({ from, until }) => second >= from && second < until);
  const direction = moving ? directionOf(move.to.x - before.to.x, move.to.y - before.to.y) : inRing ? directionOf(-x, 8 - y) : 2;
  return { x, y, direction, moving, ring: inRing && { state: stateAt(second), role: inRing.role } };
}

const stateAt = (second: number): ConversationState => lastOf(STATES, ({ from }) => from <= second)?.state ?? 'amongUs';
export const stepAt = (second: number): DemoStep => lastOf(STEPS, ({ from }) => from <= second)?.step ?? 'ring';

const MORNING_H = 9;
const EVENING_H = 21.5;
const DUSK_FROM_S = 40;

/** Day until the goodbye, then dusk and evening. */
export const hourAt = (second: number): number =>
  second < DUSK_FROM_S
    ? MORNING_H + (second / DUSK_FROM_S) * (16.5 - MORNING_H)
    : 16.5 + Math.min(1, (second - DUSK_FROM_S) / 12) * (EVENING_H - 16.5);
