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

function seatedFrame(side: Side, cup: boolean, emote: Emote | undefined): AvatarFrame {
  if (emote === 'wave' || emote === 'hand') return `wave-sit-${side}`;
  if (emote === 'laugh' && side === 'down') return 'laugh-sit';
  return cup ? `cup-sit-${side}` : `sit-${side}`;
}

function standingFrame(side: Side, bearing: Bearing, nowMs: number): AvatarFrame {
  const { cup, emote, phase } = bearing;
  if (emote === 'wave' || emote === 'hand') {
    if (side !== 'down') return `wave-${side}`;
    return emote === 'wave' && Math.floor(nowMs / WAVE_MS) % 2 === 1 ? 'wave-down-1' : 'wave-down-0';
  }
  if (side === 'down' && emote === 'laugh') return 'laugh';
  if (side === 'down' && !cup && (nowMs + phase * BLINK_EVERY_MS) % BLINK_EVERY_MS < BLINK_MS) return 'blink';
  return cup ? `cup-${side}-0` : `${side}-0`;
}

/** The picture of an avatar at `nowMs` (performance.now()). */
export function shownAs(bearing: Bearing, nowMs: number): Shown {
  const facing = bearing.seat ?? sideOf(bearing.direction);
  const side: Side = facing === 'left' ? 'right' : facing;
  const mirrored = facing === 'left';
  if (bearing.seat) return { frame: seatedFrame(side, bearing.cup, bearing.emote), mirrored };
  if (!bearing.moving) return { frame: standingFrame(side, bearing, nowMs), mirrored };
  const step = (Math.floor(nowMs / STEP_MS[bearing.gait] + bearing.phase * 4) % 4) as 0 | 1 | 2 | 3;
  return { frame: bearing.cup ? `cup-${side}-${step}` : `${side}-${step}`, mirrored };
}
