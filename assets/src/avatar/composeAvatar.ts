// Draws all frames of one person's avatar into a sheet.
import type { Appearance } from '@comptoir/shared/people';
import type { Cells } from './Cells.ts';
import { develop } from './develop.ts';
import { drawFrame, drawHead } from './drawFrame.ts';
import type { Stance } from './frames.ts';
import { FRAME_H, FRAME_W, SHEET, STANCES } from './frames.ts';
import { mixPaint } from './materials.ts';

/** RGBA pixels, not premultiplied, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * The sheet of one person: every frame of frames.ts with outline and halo; `frameRect` says where each one is.
 * Pure and deterministic, about two milliseconds.
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
