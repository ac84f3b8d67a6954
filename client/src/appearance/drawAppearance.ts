// An appearance as canvas pixels: the whole sheet for the scene, a portrait or a single figure for panels.
import { composeAvatar, type Picture } from '@comptoir/assets/avatar/composeAvatar';
import { BUST_HEIGHT, composeBust, composePortrait, PORTRAIT_SIZE } from '@comptoir/assets/avatar/composePortrait';
import { type AvatarFrame, FRAME_H, FRAME_W, frameRect, SHEET } from '@comptoir/assets/avatar/frames';
import type { Appearance } from '@comptoir/shared/people';
import { printOnCardboard } from './cardboard.ts';

const asImageData = (picture: Picture): ImageData => new ImageData(picture.data, picture.width, picture.height);

function canvasOf(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | undefined {
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d') ?? undefined;
}

/** Draws the whole sheet (SHEET.width x SHEET.height px, places by frameRect) at the context's top left. About 3 ms. @returns what was drawn */
export function paintSheet(context: CanvasRenderingContext2D, appearance: Appearance): Picture {
  const picture = composeAvatar(appearance);
  context.putImageData(asImageData(picture), 0, 0);
  return picture;
}

/** The same as a cardboard cut-out. */
export function paintCutOut(context: CanvasRenderingContext2D, appearance: Appearance): Picture {
  const picture = composeAvatar(appearance);
  printOnCardboard(picture);
  context.putImageData(asImageData(picture), 0, 0);
  return picture;
}

/** Makes `canvas` a portrait, head and shoulders, PORTRAIT_SIZE px square; show it larger with `image-rendering: pixelated`. */
export function drawPortrait(canvas: HTMLCanvasElement, appearance: Appearance): void {
  canvasOf(canvas, PORTRAIT_SIZE, PORTRAIT_SIZE)?.putImageData(asImageData(composePortrait(appearance)), 0, 0);
}

/** Makes `canvas` a portrait down to the waist, PORTRAIT_SIZE x BUST_HEIGHT px. */
export function drawBust(canvas: HTMLCanvasElement, appearance: Appearance): void {
  canvasOf(canvas, PORTRAIT_SIZE, BUST_HEIGHT)?.putImageData(asImageData(composeBust(appearance)), 0, 0);
}

/** Makes `canvas` one frame of the avatar, 32 x 56 px; show it larger with `image-rendering: pixelated`. */
export function drawFigure(canvas: HTMLCanvasElement, appearance: Appearance, frame: AvatarFrame = 'down-0'): void {
  const context = canvasOf(canvas, FRAME_W, FRAME_H);
  const { x, y } = frameRect(frame);
  context?.putImageData(asImageData(composeAvatar(appearance)), -x, -y, x, y, SHEET.frameW, SHEET.frameH);
}
