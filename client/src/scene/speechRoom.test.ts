import { expect, test } from 'vitest';
import { keepInRoom, sideBySide, speechRoom } from './speechRoom.ts';

const VIEW = { zoom: 4, dpr: 2, rect: { x: 100, y: 50, width: 320, height: 180 } };

test('[U53] words stay in what panels, strip and bar leave free of the window', () => {
  const free = { x: 0, y: 132, width: 400, height: 152 };
  const room = speechRoom(VIEW, free);
  // two CSS px for each px of the map
  expect(room).toEqual({ x: 206, y: 238, width: 388, height: 140 });
  const underTheStrip = { x: 300, y: 190, width: 100, height: 40 };
  expect(keepInRoom(underTheStrip, room)).toBe(true);
  expect(underTheStrip).toMatchObject({ x: 300, y: 238 });
  const underTheTiles = { x: 560, y: 300, width: 100, height: 40 };
  keepInRoom(underTheTiles, room);
  expect(underTheTiles).toMatchObject({ x: 494, y: 300 });
  expect(keepInRoom(underTheTiles, room)).toBe(false);
});

test('[U53] where nothing is free, and where nothing is covered, the window is the room', () => {
  const whole = { x: 206, y: 106, width: 628, height: 348 };
  expect(speechRoom(VIEW, undefined)).toEqual(whole);
  expect(speechRoom(VIEW, { x: 0, y: 0, width: 1, height: 300 })).toEqual(whole);
});

test('[U53] where there is no room above one another, words stand side by side in the order of who says them', () => {
  const room = { x: 0, y: 0, width: 444, height: 140 };
  const box = (x: number, width = 200) => ({ x, y: 40, width, height: 37 });
  const two = [box(120), box(150)];
  sideBySide(two, room);
  expect(two.map(({ x }) => x)).toEqual([33.5, 236.5]);
  const atTheEdge = [box(2), box(10)];
  sideBySide(atTheEdge, room);
  expect(atTheEdge.map(({ x }) => x)).toEqual([0, 203]);
  const apart = [box(0, 100), box(300, 100)];
  sideBySide(apart, room);
  expect(apart.map(({ x }) => x)).toEqual([0, 300]);
  const tooMany = [box(100), box(110), box(120)];
  sideBySide(tooMany, room);
  expect(tooMany.map(({ x }) => x)).toEqual([100, 110, 120]);
});
