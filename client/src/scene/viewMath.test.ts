import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceZoom, eased, keepInside, scrollTo, snap, snapScroll, toMap, usableDpr, zoomToFit } from './viewMath.ts';

const MAP = { width: 2560, height: 1792 };
const WINDOW = { x: 0, y: 0, width: 1366, height: 768 };

describe('scroll', () => {
  test('[U22] I am in the middle', () => {
    expect(scrollTo({ x: 1280, y: 900 }, MAP, WINDOW, 2)).toEqual({ x: 1280 - 341.5, y: 900 - 192 });
  });

  test('[U22] beside a panel I am in the middle of what it leaves free', () => {
    const free = { x: 244, y: 0, width: 1122, height: 768 };
    const scroll = scrollTo({ x: 1280, y: 900 }, MAP, free, 2);
    expect((1280 - scroll.x) * 2).toBe(244 + 561);
  });

  test('[U22] nothing beyond the map is shown in the free rectangle', () => {
    const inside = fc.record({ x: fc.double({ min: -500, max: 3000, noNaN: true }), y: fc.double({ min: -500, max: 2500, noNaN: true }) });
    const panel = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(inside, panel, fc.integer({ min: 1, max: 4 }), (focus, left, zoom) => {
        const free = { x: left, y: 0, width: 1366 - left, height: 768 };
        const scroll = scrollTo(focus, MAP, free, zoom);
        expect(scroll.x + free.x / zoom).toBeGreaterThanOrEqual(-1e-9);
        expect(scroll.x + (free.x + free.width) / zoom).toBeLessThanOrEqual(MAP.width + 1e-9);
        expect(scroll.y).toBeGreaterThanOrEqual(-1e-9);
        expect(scroll.y + free.height / zoom).toBeLessThanOrEqual(MAP.height + 1e-9);
      }),
    );
  });

  test('[U22] a small map is in the middle', () => {
    const scroll = scrollTo({ x: 10, y: 10 }, { width: 320, height: 160 }, WINDOW, 2);
    expect(scroll).toEqual({ x: (320 - 683) / 2, y: (160 - 384) / 2 });
  });
});

describe('whole pixels', () => {
  test.each([
    [1, 1, 1],
    [2, 1, 2],
    [2, 1.25, 3],
    [1, 1.25, 1],
    [2, 1.5, 3],
    [3, 2, 6],
  ])('[U22] step %i at %f device px per px is %i', (step, dpr, zoom) => {
    expect(deviceZoom(step, dpr)).toBe(zoom);
  });

  test('[U22] finer displays than two are drawn as two', () => {
    expect([usableDpr(3), usableDpr(0), usableDpr(1.5)]).toEqual([2, 1, 1.5]);
  });

  test('[U22] what the camera follows keeps its device pixel while both move', () => {
    const zoom = 2;
    const places = Array.from({ length: 40 }, (_, i) => 500 + i * 2.6667);
    const shown = places.map((x) => {
      const anchor = { x, y: 0 };
      const scroll = snapScroll({ x: x - 341.5 - 19.3, y: -192 }, anchor, zoom);
      expect(Number.isInteger(Math.round(scroll.x * zoom * 1e6) / 1e6)).toBe(true);
      return Math.round((snap(x, zoom) - scroll.x) * zoom);
    });
    expect(new Set(shown).size).toBe(1);
  });

  test('[U22] a click finds the px of the map below it', () => {
    const view = { zoom: 4, dpr: 2, rect: { x: 100, y: 50, width: 0, height: 0 } };
    expect(toMap(view, 40, 20)).toEqual({ x: 120, y: 60 });
  });
});

test('[U22] a soft movement never overshoots and arrives', () => {
  let at = { x: 0, y: 0 };
  for (let i = 0; i < 200; i++) {
    const next = eased(at, { x: 300, y: -40 }, 16, 130);
    expect(next.x).toBeGreaterThanOrEqual(at.x);
    expect(next.x).toBeLessThanOrEqual(300);
    at = next;
  }
  expect(at).toEqual({ x: 300, y: -40 });
});

test('[U22] the whole map fits', () => {
  expect(zoomToFit(MAP, { width: 1280, height: 896 })).toBe(0.5);
});

describe('[U22] the people I stand with stay in view', () => {
  const FREE = { width: 800, height: 600 };
  test.each([
    ['a ring around me', { x: 350, y: 250, width: 100, height: 100 }, { x: 400, y: 300 }],
    ['a ring that reaches farther to the right', { x: 380, y: 250, width: 300, height: 100 }, { x: 480, y: 300 }],
    ['a ring that reaches farther up', { x: 350, y: 60, width: 100, height: 200 }, { x: 400, y: 210 }],
    ['a ring too wide for the window', { x: 0, y: 250, width: 900, height: 100 }, { x: 450, y: 300 }],
    ['a ring far too wide for the window', { x: 0, y: 250, width: 2000, height: 100 }, { x: 500, y: 300 }],
  ])('%s', (_what, box, focus) => {
    expect(keepInside({ x: 400, y: 300 }, box, FREE, 2)).toEqual(focus);
  });
});
