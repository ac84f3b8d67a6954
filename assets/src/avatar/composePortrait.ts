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
/** Height in px of a bust: its chin is in the same row whoever it is, and below it there is room for words. */
export const BUST_HEIGHT = 38;
/** First row of the frame shown when the hair is flat; taller heads move the crop up. */
const USUAL_TOP = 9;
/** The same of a bust: nearly nobody is taller. */
const BUST_TOP = 4;

/** The front view from the hair down to the chest, PORTRAIT_SIZE px square, on a transparent ground. Tall hair and hats are never cut. */
export const composePortrait = (appearance: Appearance): Picture => crop(appearance, USUAL_TOP, PORTRAIT_SIZE);

/** The front view down to the waist, PORTRAIT_SIZE x BUST_HEIGHT px, otherwise like a portrait. */
export const composeBust = (appearance: Appearance): Picture => crop(appearance, BUST_TOP, BUST_HEIGHT);

function crop(appearance: Appearance, usualTop: number, height: number): Picture {
  const stance = STANCES['down-0'];
  const frame = new Uint8ClampedArray(FRAME_W * FRAME_H * 4);
  develop(drawFrame(appearance, stance, drawHead(appearance, stance.side, stance.face)), mixPaint(appearance), frame, FRAME_W, 0, 0);
  const left = (FRAME_W - PORTRAIT_SIZE) / 2;
  const top = Math.max(0, Math.min(usualTop, FEET_Y - topOfHead(appearance) - 1));
  const data = new Uint8ClampedArray(PORTRAIT_SIZE * height * 4);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * FRAME_W + left) * 4;
    data.set(frame.subarray(from, from + PORTRAIT_SIZE * 4), y * PORTRAIT_SIZE * 4);
  }
  return { width: PORTRAIT_SIZE, height, data };
}
