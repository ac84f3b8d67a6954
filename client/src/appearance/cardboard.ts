// A person as a cardboard cut-out: printed pale on brown board, with the white border of the cut and a stand at the feet.
import type { Picture } from '@comptoir/assets/avatar/composeAvatar';
import { AVATAR_FRAMES, FEET_Y, FRAME_H, FRAME_W, frameRect } from '@comptoir/assets/avatar/frames';

type Colour = readonly [number, number, number];

const BOARD: Colour = [222, 190, 148];
const BORDER: Colour = [250, 241, 222];
const STAND: Colour = [168, 128, 86];
const STAND_SHADE: Colour = [132, 98, 64];
/** How much of the print is the board's own colour. */
const FADE = 0.24;
const OPAQUE = 128;

/** Changes the picture of a whole sheet, in place. */
export function printOnCardboard(picture: Picture): void {
  for (const name of AVATAR_FRAMES) {
    const { x, y, w, h } = frameRect(name);
    const isPrinted = new Uint8Array(w * h);
    const at = (px: number, py: number): number => ((y + py) * picture.width + x + px) * 4;
    for (let py = 0; py < h; py++)
      for (let px = 0; px < w; px++) isPrinted[py * w + px] = (picture.data[at(px, py) + 3] ?? 0) >= OPAQUE ? 1 : 0;
    const paint = (px: number, py: number, [r, g, b]: Colour): void => {
      if (px < 0 || py < 0 || px >= w || py >= h) return;
      picture.data.set([r, g, b, 255], at(px, py));
    };
    const printedNear = (px: number, py: number): boolean => {
      for (const [dx, dy] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const) {
        const [nx, ny] = [px + dx, py + dy];
        if (nx >= 0 && ny >= 0 && nx < w && ny < h && isPrinted[ny * w + nx]) return true;
      }
      return false;
    };
    for (let py = 0; py < h; py++)
      for (let px = 0; px < w; px++) {
        const offset = at(px, py);
        if (isPrinted[py * w + px])
          for (let c = 0; c < 3; c++) {
            const ink = picture.data[offset + c] ?? 0;
            picture.data[offset + c] = Math.round(ink + ((BOARD[c] ?? 0) - ink) * FADE);
          }
        else if (printedNear(px, py)) paint(px, py, BORDER);
        else picture.data[offset + 3] = 0;
      }
    drawStand(paint);
  }
}

/** A board across the feet, wider than they are. */
function drawStand(paint: (px: number, py: number, colour: Colour) => void): void {
  const middle = FRAME_W / 2;
  for (let row = 0; row < 4 && FEET_Y + row < FRAME_H; row++)
    for (let px = middle - 10 - row; px < middle + 10 + row; px++) paint(px, FEET_Y - 1 + row, row < 2 ? STAND : STAND_SHADE);
}
