import { describe, expect, test } from 'vitest';
import { heldByKeys, heldByStick, nearestDirection } from './heldDirection.ts';
import { heldByPad } from './startGamepad.ts';

describe('keys', () => {
  test.each([
    [['right'], 0],
    [['right', 'down'], 1],
    [['down'], 2],
    [['left', 'down'], 3],
    [['left'], 4],
    [['up', 'left'], 5],
    [['up'], 6],
    [['up', 'right'], 7],
  ] as const)('[U21] %s is direction %i', (held, direction) => {
    expect(heldByKeys(held)).toEqual({ direction, gait: 'walk' });
  });

  test('[U21] of two opposite keys the newer counts', () => {
    expect(heldByKeys(['left', 'right'])?.direction).toBe(0);
    expect(heldByKeys(['right', 'left'])?.direction).toBe(4);
  });

  test('[U21] Shift runs, and alone does nothing', () => {
    expect(heldByKeys(['run', 'up'])).toEqual({ direction: 6, gait: 'run' });
    expect(heldByKeys(['run'])).toBeUndefined();
    expect(heldByKeys([])).toBeUndefined();
  });
});

describe('sticks', () => {
  test('[U21] near its middle a stick is at rest, half pushed it strolls, far out it walks', () => {
    expect(heldByStick(0.2, 0.1, false)).toBeUndefined();
    expect(heldByStick(0.5, 0, false)).toEqual({ direction: 0, gait: 'stroll' });
    expect(heldByStick(0, 1, false)).toEqual({ direction: 2, gait: 'walk' });
    expect(heldByStick(-1, -1, true)).toEqual({ direction: 5, gait: 'run' });
  });

  test('[U21] every angle has the nearest of eight directions', () => {
    for (let direction = 0; direction < 8; direction++)
      for (const off of [-0.38, 0, 0.38]) {
        const angle = (direction * Math.PI) / 4 + off;
        expect(nearestDirection(Math.cos(angle), Math.sin(angle))).toBe(direction);
      }
  });

  test('[U21] the cross of a pad counts before its stick', () => {
    const buttons = Array.from({ length: 16 }, (_, i) => ({ pressed: i === 14 }));
    expect(heldByPad({ axes: [1, 0], buttons })).toEqual({ direction: 4, gait: 'walk' });
    expect(heldByPad({ axes: [0, 0], buttons: [] })).toBeUndefined();
  });
});
