// Puts one frame of a person together from its parts, in drawing order, still without colours.
import type { Appearance } from '@comptoir/shared/people';
import { drawArms, drawCup, drawFarArm, drawRaisedArm } from './arms.ts';
import { drawBag, drawBagStrap, drawCane, drawChairBefore, drawChairBehind, drawHearingAid } from './belongings.ts';
import { Cells } from './Cells.ts';
import type { Side, Stance } from './frames.ts';
import { FRAME_W } from './frames.ts';
import { drawHair } from './hair.ts';
import { drawBeard, drawFace, drawGlasses, drawSkull } from './head.ts';
import { drawHeadwear } from './headwear.ts';
import { drawLegs } from './legs.ts';
import { drawTorso } from './torso.ts';

/** Px by which the head grid is moved down in a standing frame. */
export const HEAD_SHIFT = 3;

/** Row of the head grid where hair begins under a bun. */
const BUN_CROWN = 9;

/** How far the upper body is lowered in px: sitting lowers it, a step raises it by one. */
export function loweringOf(appearance: Appearance, stance: Stance): number {
  if (appearance.aid === 'wheelchair') return 1;
  if (stance.seated) return stance.side === 'down' ? 2 : 4;
  return stance.step === 0 ? 0 : -1;
}

/** Everything above the neck, on the head grid: the same for all frames of one side and face. */
export function drawHead(appearance: Appearance, side: Side, face: Stance['face']): Cells {
  const head = new Cells();
  drawSkull(head, side);
  drawFace(head, side, face);
  drawBeard(head, appearance, side);
  drawHair(head, appearance, side);
  drawHeadwear(head, appearance, side, appearance.hair === 'bun' ? BUN_CROWN : topRow(head));
  if (appearance.glasses) drawGlasses(head, side);
  drawHearingAid(head, appearance, side);
  return head;
}

/** First row with anything drawn. */
export function topRow(cells: Cells): number {
  return Math.floor(cells.codes.findIndex((code) => code !== 0) / FRAME_W);
}

/** One frame. `head` comes from drawHead for the same side and face. */
export function drawFrame(appearance: Appearance, asked: Stance, head: Cells): Cells {
  const rolling = appearance.aid === 'wheelchair';
  const stance: Stance = rolling ? { ...asked, seated: true } : asked;
  const dy = loweringOf(appearance, stance);
  const { side } = stance;
  const frame = new Cells();
  if (rolling) drawChairBehind(frame, side);
  drawFarArm(frame, appearance, stance, dy);
  if (side === 'right') drawCane(frame, appearance, stance, dy);
  if (side === 'right') drawBag(frame, appearance, stance, dy);
  // seated and seen from the front, the lap lies over the body
  if (stance.seated && side === 'down') {
    drawTorso(frame, appearance, stance, dy);
    drawLegs(frame, appearance, stance, dy);
  } else {
    drawLegs(frame, appearance, stance, dy);
    drawTorso(frame, appearance, stance, dy);
  }
  if (side !== 'right') drawBag(frame, appearance, stance, dy);
  drawBagStrap(frame, appearance, stance, dy);
  drawArms(frame, appearance, stance, dy);
  frame.stamp(head, HEAD_SHIFT + dy);
  if (side !== 'right') drawCane(frame, appearance, stance, dy);
  drawRaisedArm(frame, appearance, stance, dy);
  drawCup(frame, stance, dy);
  if (rolling) drawChairBefore(frame, side, stance.step);
  return frame;
}
