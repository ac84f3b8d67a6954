// The parrot's ring, around its perch and me, and where its words stand: drawn like those of people.
import type { Ring } from '@comptoir/shared/conversation';
import type { Point } from '@comptoir/shared/geometry';
import type { EchoView } from '../world/Echo.ts';
import type { InRing } from './gatherRings.ts';

/** No conversation has this number. */
const NUMBER = 0x1_00_00;
/** Of the perch, from the top of its shape to where the ring lies on the floor. */
const FOOT_SHARE = 0.72;

/** Adds what the ring of Echo goes around. @param me my feet as drawn @param mine the ring I am in */
export function withEcho(
  inRings: readonly InRing[],
  echo: EchoView | undefined,
  me: Point | undefined,
  mine: Ring | undefined,
): readonly InRing[] {
  if (!echo || !me || echo.phase === 'company') return inRings;
  const filling = echo.phase === 'dwelling' || echo.phase === 'asking';
  // once filled, the ring of the room is around us both: a second one inside it says nothing
  if (!filling && mine?.room) return inRings;
  const ring: Ring = { number: NUMBER, state: 'amongUs', role: filling ? 'dwelling' : 'member', room: false, walking: false };
  const { x, y, width, height } = echo.perch.shape;
  const common = { ring, seat: undefined, moving: false };
  return [...inRings, { ...common, x: me.x, y: me.y }, { ...common, x: x + width / 2, y: y + height * FOOT_SHARE }];
}

/** Where words of the parrot come from. */
export function speakerOf({ perch: { id, shape } }: EchoView): { personId: string; x: number; y: number; headTop: number } {
  return { personId: id, x: shape.x + shape.width / 2, y: shape.y + shape.height, headTop: shape.height };
}
