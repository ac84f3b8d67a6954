// Head and shoulders of one person, for lists and the editor.
import type { Appearance } from '@comptoir/shared/people';
import type { Picture } from './composeAvatar.ts';
import { develop } from './develop.ts';
import { drawFrame, drawHead } from './drawFrame.ts';
import { FEET_Y, FRAME_H, FRAME_W, STANCES } from './frames.ts';
import { mixPaint } from './materials.ts';
import { topOfHead } from './topOfHead.ts';

/** Width and height of a portrait in px. */
export const PORTRAIT_SIZE = 28;
/** First row of the frame shown when the hair is flat; taller heads move the crop up. */
const USUAL_TOP = 9;

/** The front view from the hair down to the chest, PORTRAIT_SIZE px square, on a transparent ground. Tall hair and hats are never cut. */
export function composePortrait(appearance: Appearance): Picture {
  const stance = STANCES['down-0'];
  const frame = new Uint8ClampedArray(FRAME_W * FRAME_H * 4);
  develop(drawFrame(appearance, stance, drawHead(appearance, stance.side, stance.face)), mixPaint(appearance), frame, FRAME_W, 0, 0);
  const left = (FRAME_W - PORTRAIT_SIZE) / 2;
  const top = Math.max(0, Math.min(USUAL_TOP, FEET_Y - topOfHead(appearance) - 1));
  const data = new Uint8ClampedArray(PORTRAIT_SIZE * PORTRAIT_SIZE * 4);
  for (let y = 0; y < PORTRAIT_SIZE; y++) {
    const from = ((top + y) * FRAME_W + left) * 4;
    data.set(frame.subarray(from, from + PORTRAIT_SIZE * 4), y * PORTRAIT_SIZE * 4);
  }
  return { width: PORTRAIT_SIZE, height: PORTRAIT_SIZE, data };
}
