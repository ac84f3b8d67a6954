import { describe, expect, test } from 'vitest';
import { INK } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';
import { checkerFloor, deskCarpet, hallCarpet, meetingCarpet, oakFloor, stoneFloor } from './indoorFloors.ts';
import { fillFloor, MACRO_HEIGHT_PX, MACRO_WIDTH_PX } from './macroTile.ts';
import { gravel, lawn, pavement, terracePaving } from './outdoorFloors.ts';

/** Relative luminance (WCAG 2) of an sRGB colour. */
function luminance([r, g, b]: readonly [number, number, number]): number {
  const linear = (v: number) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** CIE lightness 0-100. */
const lightness = (y: number): number => (y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y);

function sortedLightness(s: Surface): number[] {
  const all: number[] = [];
  for (let y = 0; y < s.height; y++) for (let x = 0; x < s.width; x++) all.push(lightness(luminance(s.get(x, y))));
  return all.sort((a, b) => a - b);
}

const FLOORS = { stoneFloor, oakFloor, deskCarpet, hallCarpet, meetingCarpet, checkerFloor, lawn, gravel, terracePaving, pavement };

describe.each(Object.entries(FLOORS))('%s', (name, paint) => {
  const floor = paint();
  const values = sortedLightness(floor);
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? 0;

  test('[O30] is one whole macro tile without holes', () => {
    expect([floor.width, floor.height]).toEqual([MACRO_WIDTH_PX, MACRO_HEIGHT_PX]);
    for (let y = 0; y < floor.height; y++)
      for (let x = 0; x < floor.width; x++) if (floor.alpha(x, y) !== 255) throw new Error(`${name} ${x},${y}`);
  });

  test('[O30] is calm and neither too dark nor too light for outlines, white rings and people', () => {
    expect(at(0.5)).toBeGreaterThan(48);
    expect(at(0.5)).toBeLessThan(88);
    expect(at(0.95) - at(0.05)).toBeLessThanOrEqual(16);
  });

  test('[O30] keeps a contrast of 3:1 to the outline of people', () => {
    const mean = values[Math.floor(values.length / 2)] ?? 0;
    const y = mean > 8 ? ((mean + 16) / 116) ** 3 : mean / 903.3;
    expect((y + 0.05) / (luminance(INK) + 0.05)).toBeGreaterThanOrEqual(3);
  });
});

test('[O30] a floor continues over the edge of its macro tile as inside it', () => {
  const floor = oakFloor();
  const wide = new Surface(MACRO_WIDTH_PX + 40, MACRO_HEIGHT_PX + 40);
  fillFloor(wide, floor, 0, 0, wide.width, wide.height);
  for (let i = 0; i < 40; i++) expect(wide.get(MACRO_WIDTH_PX + i, MACRO_HEIGHT_PX + 39 - i)).toEqual(floor.get(i, 39 - i));
});
