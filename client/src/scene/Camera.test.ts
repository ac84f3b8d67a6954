import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { World } from '../world/World.ts';
import { Camera } from './Camera.ts';

const TILES = 40;
const MAP = { areas: [], widthTiles: TILES, heightTiles: TILES, seats: [], things: [] } as unknown as OfficeMap;
const ME = { x: 640, y: 640 };

type Free = { x: number; y: number; width: number; height: number };

function look(canvas: { width: number; height: number; dpr: number }, free?: Free, me = ME) {
  const world = new World('office', groundOf(MAP, { width: TILES, height: TILES, cells: new Uint8Array(TILES * TILES) }));
  world.freeRect.value = free;
  return new Camera(world, () => true).update(canvas, me, undefined, false, 0, 16);
}

test('[U22] I am in the middle of what panels leave free', () => {
  const { zoom, rect } = look({ width: 800, height: 600, dpr: 1 }, { x: 200, y: 0, width: 600, height: 500 });
  expect(zoom).toBe(2);
  expect((ME.x - rect.x) * zoom).toBe(500);
  expect((ME.y - 20 - rect.y) * zoom).toBe(250);
});

test('[U22] on the card of the list view I and my tag have room above its words, at any density', () => {
  for (const dpr of [1, 2]) {
    const { zoom, rect } = look({ width: 358 * dpr, height: 184 * dpr, dpr }, { x: 0, y: 0, width: 358, height: 120 });
    const feetPx = ((ME.y - rect.y) * zoom) / dpr;
    // 42 px tall, the tag of a name 18 CSS px, 5 px away: above the head or under the feet
    expect(feetPx - 42 - 5 - 18).toBeGreaterThan(0);
    expect(feetPx + 5 + 18).toBeLessThan(120);
  }
});

test('[U22] at the edge nothing beyond the map is seen under what lies there, unless it would cover me', () => {
  const words = { x: 0, y: 68, width: 800, height: 456 };
  expect(look({ width: 800, height: 600, dpr: 1 }, words, { x: 640, y: 130 }).rect.y).toBe(0);
  const panel = { x: 296, y: 0, width: 504, height: 600 };
  expect(look({ width: 800, height: 600, dpr: 1 }, panel, { x: 240, y: 640 }).rect.x).toBe(0);
  const wide = { width: 800, height: 600, dpr: 1 };
  expect(look(wide, { ...panel, x: 0 }, { x: TILES * 32 - 240, y: 640 }).rect.x).toBe(TILES * 32 - 400);
  const beside = look(wide, panel, { x: 40, y: 640 });
  expect((40 - 12 - beside.rect.x) * beside.zoom).toBeGreaterThan(296);
  const tiles = { x: 0, y: 232, width: 390, height: 536 };
  const { rect, zoom } = look({ width: 390, height: 844, dpr: 1 }, tiles, { x: 640, y: 90 });
  expect((90 - 42 - rect.y) * zoom).toBeGreaterThan(232);
});
