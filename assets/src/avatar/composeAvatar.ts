// Draws all frames of one person's avatar into a sheet, a portrait, and says how tall they are.
import type { Appearance } from '@comptoir/shared/people';
import { drawArms, drawCup, drawFarArm, drawRaisedArm } from './arms.ts';
import { drawBag, drawBagStrap, drawCane, drawChairBefore, drawChairBehind, drawHearingAid } from './belongings.ts';
import { Cells } from './Cells.ts';
import { develop } from './develop.ts';
import type { Side, Stance } from './frames.ts';
import { FEET_Y, FRAME_H, FRAME_W, SHEET, STANCES } from './frames.ts';
import { drawHair } from './hair.ts';
import { drawBeard, drawFace, drawGlasses, drawSkull } from './head.ts';
import { drawHeadwear } from './headwear.ts';
import { drawLegs } from './legs.ts';
import type { Paint } from './materials.ts';
import { mixPaint } from './materials.ts';
import { drawTorso } from './torso.ts';

/** RGBA pixels, not premultiplied, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The head grid lies this much higher in the frame than its own rows say. */
const HEAD_SHIFT = 3;

/** Row of the head grid where hair begins under a bun. */
const BUN_CROWN = 9;

/** How far the upper body is lowered in px: sitting lowers it, a step raises it by one. */
function loweringOf(appearance: Appearance, stance: Stance): number {
  if (appearance.aid === 'wheelchair') return 1;
  if (stance.seated) return stance.side === 'down' ? 2 : 4;
  return stance.step === 0 ? 0 : -1;
}

function drawHead(appearance: Appearance, side: Side, face: Stance['face']): Cells {
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

function topRow(cells: Cells): number {
  return Math.floor(cells.codes.findIndex((code) => code !== 0) / FRAME_W);
}

function drawFrame(appearance: Appearance, asked: Stance, head: Cells): Cells {
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

/**
 * The sheet of one person: every frame of frames.ts with outline and halo, `frameRect` says where.
 * Pure and deterministic; a few milliseconds.
 */
export function composeAvatar(appearance: Appearance): Picture {
  const paint = mixPaint(appearance);
  const data = new Uint8ClampedArray(SHEET.width * SHEET.height * 4);
  const heads = new Map<string, Cells>();
  Object.values<Stance>(STANCES).forEach((stance, index) => {
    const key = `${stance.side} ${stance.face}`;
    const head = heads.get(key) ?? drawHead(appearance, stance.side, stance.face);
    heads.set(key, head);
    const frame = drawFrame(appearance, stance, head);
    develop(frame, paint, data, SHEET.width, (index % SHEET.columns) * FRAME_W, Math.floor(index / SHEET.columns) * FRAME_H);
  });
  return { width: SHEET.width, height: SHEET.height, data };
}

function composeFrame(appearance: Appearance, stance: Stance, paint: Paint): Picture {
  const data = new Uint8ClampedArray(FRAME_W * FRAME_H * 4);
  develop(drawFrame(appearance, stance, drawHead(appearance, stance.side, stance.face)), paint, data, FRAME_W, 0, 0);
  return { width: FRAME_W, height: FRAME_H, data };
}

/** Side of a portrait in px. */
export const PORTRAIT_SIZE = 28;

/** Head and shoulders from the front, PORTRAIT_SIZE px square, for lists and the editor. Tall hair and hats are never cut. */
export function composePortrait(appearance: Appearance): Picture {
  const picture = composeFrame(appearance, STANCES['down-0'], mixPaint(appearance));
  const left = (FRAME_W - PORTRAIT_SIZE) / 2;
  const top = Math.max(0, Math.min(10, FEET_Y - topOfHead(appearance) - 1));
  const data = new Uint8ClampedArray(PORTRAIT_SIZE * PORTRAIT_SIZE * 4);
  for (let y = 0; y < PORTRAIT_SIZE; y++) {
    const from = ((top + y) * FRAME_W + left) * 4;
    data.set(picture.data.subarray(from, from + PORTRAIT_SIZE * 4), y * PORTRAIT_SIZE * 4);
  }
  return { width: PORTRAIT_SIZE, height: PORTRAIT_SIZE, data };
}

/** Px from the feet line up to the outline over the hair or head covering, seen from the front: where a name tag may begin. */
export function topOfHead(appearance: Appearance, seated = false): number {
  const lowering = loweringOf(appearance, { ...STANCES['down-0'], seated });
  return FEET_Y - (topRow(drawHead(appearance, 'down', 'calm')) + HEAD_SHIFT + lowering - 1);
}
