import { describe, expect, test } from 'vitest';
import { daylightAt, hourNow } from './daylight.ts';
import { strengthNow } from './drawLights.ts';

const brightness = (hour: number): number => daylightAt(hour).outdoors.reduce((sum, c) => sum + c, 0);

describe('the hour', () => {
  test.each([
    [3, 1],
    [7, 0.5],
    [8, 0],
    [12, 0],
    [17, 0],
    [18, 0.5],
    [20, 1],
    [24, 1],
  ])('[U26] at %i o’clock it is %f evening', (hour, evening) => {
    expect(daylightAt(hour).evening).toBe(evening);
  });

  test('[U26] light goes down without a jump', () => {
    for (let hour = 12; hour < 22; hour += 0.05) {
      const step = brightness(hour) - brightness(hour + 0.05);
      expect(step).toBeGreaterThanOrEqual(-1e-9);
      expect(step).toBeLessThan(0.1);
    }
  });

  test('[U26] the address says the hour, else the clock', () => {
    const clock = new Date(2026, 5, 1, 14, 30);
    expect(hourNow('?hour=20', clock)).toBe(20);
    expect(hourNow('?hour=99', clock)).toBe(24);
    expect(hourNow('?hour=soon', clock)).toBe(14.5);
    expect(hourNow('', clock)).toBe(14.5);
  });
});

test('[U26] a lamp burns fully in the evening and its share by day', () => {
  expect(strengthNow({ strength: 0.6, day: 0 }, 1)).toBeCloseTo(0.6);
  expect(strengthNow({ strength: 0.6, day: 0 }, 0)).toBe(0);
  expect(strengthNow({ strength: 0.6, day: 0.5 }, 0)).toBeCloseTo(0.3);
});
