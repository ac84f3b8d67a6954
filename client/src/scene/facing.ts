// Which of the drawn pictures shows an avatar: eight directions become four sides, steps follow the clock.
import type { AvatarFrame } from '@comptoir/assets/avatar/frames';
import type { Facing } from '@comptoir/shared/map/OfficeMap';
import type { Direction, Gait } from '@comptoir/shared/movement';
import type { Emote } from '@comptoir/shared/people';

/** How long one of the four walking pictures stays, ms. */
const STEP_MS = { still: 120, walk: 120, run: 84, stroll: 170 } as const;
const WAVE_MS = 260;
const BLINK_EVERY_MS = 4700;
const BLINK_MS = 130;

/** What decides the picture. */
export interface Bearing {
  direction: Direction;
  gait: Gait;
  moving: boolean;
  /** Where the seat looks; undefined = standing. */
  seat: Facing | undefined;
  cup: boolean;
  emote: Emote | undefined;
  /** 0-1: people must not step and blink in time with one another. */
  phase: number;
}

/** A frame of the sheet, and whether it is to be mirrored. */
export interface Shown {
  frame: AvatarFrame;
  mirrored: boolean;
}

/** Diagonals show the side: a person walking down-left is seen in profile, which reads better than sliding. */
export function sideOf(direction: Direction): Facing {
  if (direction === 2) return 'down';
  if (direction === 6) return 'up';
  return direction === 0 || direction === 1 || direction === 7 ? 'right' : 'left';
}

type Side = 'down' | 'up' | 'right';

/** Names are made once: a new text for each person in each frame costs more than drawing them. */
const stepsOf = <Name extends Side | `cup-${Side}`>(name: Name) => [`${name}-0`, `${name}-1`, `${name}-2`, `${name}-3`] as const;
const STEPS = { down: stepsOf('down'), up: stepsOf('up'), right: stepsOf('right') };
const CUP_STEPS = { down: stepsOf('cup-down'), up: stepsOf('cup-up'), right: stepsOf('cup-right') };
const SIT = { down: 'sit-down', up: 'sit-up', right: 'sit-right' } as const;
const CUP_SIT = { down: 'cup-sit-down', up: 'cup-sit-up', right: 'cup-sit-right' } as const;
const WAVE_SIT = { down: 'wave-sit-down', up: 'wave-sit-up', right: 'wave-sit-right' } as const;

function seatedFrame(side: Side, cup: boolean, emote: Emote | undefined): AvatarFrame {
  if (emote === 'wave' || emote === 'hand') return WAVE_SIT[side];
  if (emote === 'laugh' && side === 'down') return 'laugh-sit';
  return (cup ? CUP_SIT : SIT)[side];
}

function standingFrame(side: Side, bearing: Bearing, nowMs: number): AvatarFrame {
  const { cup, emote, phase } = bearing;
  if (emote === 'wave' || emote === 'hand') {
    if (side !== 'down') return side === 'up' ? 'wave-up' : 'wave-right';
    return emote === 'wave' && Math.floor(nowMs / WAVE_MS) % 2 === 1 ? 'wave-down-1' : 'wave-down-0';
  }
  if (side === 'down' && emote === 'laugh') return 'laugh';
  if (side === 'down' && !cup && (nowMs + phase * BLINK_EVERY_MS) % BLINK_EVERY_MS < BLINK_MS) return 'blink';
  return (cup ? CUP_STEPS : STEPS)[side][0];
}

/** The picture of an avatar at `nowMs` (performance.now()). */
export function shownAs(bearing: Bearing, nowMs: number): Shown {
  const facing = bearing.seat ?? sideOf(bearing.direction);
  const side: Side = facing === 'left' ? 'right' : facing;
  const mirrored = facing === 'left';
  if (bearing.seat) return { frame: seatedFrame(side, bearing.cup, bearing.emote), mirrored };
  if (!bearing.moving) return { frame: standingFrame(side, bearing, nowMs), mirrored };
  const step = (Math.floor(nowMs / STEP_MS[bearing.gait] + bearing.phase * 4) % 4) as 0 | 1 | 2 | 3;
  return { frame: (bearing.cup ? CUP_STEPS : STEPS)[side][step], mirrored };
}
