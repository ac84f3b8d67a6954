import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Light } from '@comptoir/shared/map/OfficeMap';
import { expect, test } from 'vitest';
import { hallsOf } from './hallOf.ts';

// a door of two tiles in the west; the rows are open to the south
const DRAWING = `
  ................
  ................
  ..##########....
  ..#ssssssss#....
  ..#ssssssss#....
  ..#aaaaaaaa#....
  ...aaaaaaaa#....
  ...aaaaaaaa#....
  ..#aaaaaaaa#....
  ................
`;
const screen = (x: number, y: number, radiusX: number): Light => ({
  kind: 'screen',
  shape: 'rect',
  x,
  y,
  radiusX,
  radiusY: 20,
  color: 0xffffff,
  strength: 1,
  day: 0,
});

function halls(lights: Light[] = []) {
  const map = drawnOffice(DRAWING);
  return hallsOf(groundOf({ ...map, drawing: { ...map.drawing, lights } }));
}

test('[T120] a hall is its stage, its rows and what stands behind the stage; its picture hangs on the largest screen there', () => {
  const [hall] = halls([screen(220, 70, 60), screen(120, 70, 20), screen(220, 250, 90)]);
  expect(hall).toMatchObject({
    auditorium: 'hall',
    stage: { x: 96, y: 96, width: 256, height: 64 },
    audience: { x: 96, y: 160, width: 256, height: 128 },
    box: { x: 86, y: 16, width: 276, height: 272 },
    screen: { x: 160, y: 50, width: 120, height: 40 },
  });
  expect(halls()[0]?.screen).toBeUndefined();
});

test('[T121] a sign hangs over each door, and over no wide opening', () => {
  expect(halls()[0]?.doors).toEqual([{ x: 80, y: 192 }]);
});

test('[T121] what belongs to the hall is no way in from elsewhere', () => {
  const map = drawnOffice(DRAWING);
  const lounge = {
    id: 'l',
    name: 'lounge',
    labels: {},
    sizeTiles: 20,
    shape: { kind: 'rect' as const, x: 0, y: 160, width: 96, height: 128 },
    traits: { lounge: 'hall' },
  };
  expect(hallsOf(groundOf({ ...map, areas: [...map.areas, lounge] }))[0]?.doors).toEqual([]);
});
