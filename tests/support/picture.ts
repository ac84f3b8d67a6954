// What a screen shows, as pixels: the drawn office has no words that a test could ask for.
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';

/** Where two pictures differ, CSS px. */
export interface Changed {
  pixels: number;
  /** Middle of the box around all that differs. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The drawn office alone, without what the page lays over it. */
export async function takePicture(page: Page): Promise<PNG> {
  return PNG.sync.read(await page.screenshot({ style: '#ui { visibility: hidden !important; }', animations: 'disabled' }));
}

/** Resolves with the picture when it no longer changes: the camera has arrived, nobody walks. For people with reduced motion. */
export async function takeStillPicture(page: Page, most = 40): Promise<PNG> {
  let before = await takePicture(page);
  for (let n = 0; n < most; n++) {
    const now = await takePicture(page);
    if (before.data.equals(now.data)) return now;
    before = now;
  }
  throw new Error('the picture does not come to rest');
}

/** @throws when the sizes differ */
export function changeBetween(before: PNG, after: PNG): Changed {
  if (before.width !== after.width || before.height !== after.height) throw new Error('the window has another size now');
  let [left, top, right, bottom, pixels] = [before.width, before.height, -1, -1, 0];
  for (let y = 0; y < after.height; y++)
    for (let x = 0; x < after.width; x++) {
      const at = 4 * (y * after.width + x);
      if (before.data.readUInt32BE(at) === after.data.readUInt32BE(at)) continue;
      pixels++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return { pixels, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 1, height: bottom - top + 1 };
}

/** How far apart the dark lines of a plain floor are, and where the first one is, px. @throws when they are not evenly spaced */
export function readFloorLines(picture: PNG): { spacingPx: number; left: number; top: number } {
  const brightness = (x: number, y: number): number => {
    const at = 4 * (y * picture.width + x);
    return (picture.data[at] ?? 0) + (picture.data[at + 1] ?? 0) + (picture.data[at + 2] ?? 0);
  };
  // below the middle, where I stand: at four times the size some reach up to the upper edge
  const columns = startsOfDark(Array.from({ length: picture.width }, (_, x) => Math.max(brightness(x, 300), brightness(x, 312))));
  const rows = startsOfDark(Array.from({ length: picture.height }, (_, y) => Math.max(brightness(60, y), brightness(72, y))));
  const gaps = new Set([columns, rows].flatMap((starts) => starts.slice(1).map((at, n) => at - (starts[n] ?? 0))));
  const [spacingPx, ...others] = gaps;
  if (spacingPx === undefined || others.length > 0) throw new Error(`the lines are ${[...gaps].join(', ')} px apart`);
  return { spacingPx, left: columns[0] ?? 0, top: rows[0] ?? 0 };
}

/** Where along a row of brightnesses each dark run begins. */
function startsOfDark(row: number[]): number[] {
  const usual = row.toSorted((a, b) => a - b)[Math.floor(row.length / 2)] ?? 0;
  const isDark = (value: number | undefined): boolean => value !== undefined && value < 0.8 * usual;
  return row.flatMap((value, at) => (at > 0 && isDark(value) && !isDark(row[at - 1]) ? [at] : []));
}
