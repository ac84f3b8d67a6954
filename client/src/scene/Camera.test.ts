import { groundOf } from '@comptoir/shared/map/Ground';
import type { Area, OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { StageView } from '@comptoir/shared/protocol/auditorium';
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

const area = (id: 'stage' | 'audience', y: number, height: number): Area =>
  ({
    ...{ id, name: id, labels: {}, sizeTiles: 14 * (height / 32) },
    shape: { kind: 'rect', x: 320, y, width: 448, height },
    traits: { conversation: id, auditorium: 'hall' },
  }) as unknown as Area;
const HALL = { ...MAP, areas: [area('stage', 256, 160), area('audience', 416, 480)] } as OfficeMap;
const SEAT = { x: 540, y: 850 };

function inHall(me = SEAT, seat: string | null = 'row-9') {
  const world = new World('office', groundOf(HALL, { width: TILES, height: TILES, cells: new Uint8Array(TILES * TILES) }));
  world.auditorium.stage.value = { auditorium: 'hall' } as StageView;
  if (seat) world.own.put({ x: me.x * 16, y: me.y * 16 }, 0, 0, seat);
  const camera = new Camera(world, () => true);
  return { world, see: (at = me) => camera.update({ width: 1000, height: 700, dpr: 1 }, at, undefined, false, 0, 60_000) };
}
const seesStage = ({ zoom, rect }: { zoom: number; rect: Free }): boolean =>
  rect.x <= 320 && rect.x + 1000 / zoom >= 768 && rect.y <= 256 && rect.y + 700 / zoom >= 416;

test('[T59] whoever sits in the audience of a talk, or stands on its stage, sees the stage', () => {
  const { world, see } = inHall();
  expect(seesStage(see())).toBe(true);
  expect(see().zoom).toBe(2);
  world.auditorium.stage.value = undefined;
  expect(seesStage(see())).toBe(false);
  expect(seesStage(inHall({ x: 340, y: 300 }, null).see())).toBe(true);
  // whoever walks in the audience sees where they walk
  expect(seesStage(inHall(SEAT, null).see())).toBe(false);
});

test('[T59] zooming leads back to me, until I sit down anew', () => {
  const { world, see } = inHall();
  see();
  world.zoom.value = 3;
  expect(seesStage(see())).toBe(false);
  see(ME);
  world.zoom.value = 2;
  expect(seesStage(see())).toBe(true);
});
