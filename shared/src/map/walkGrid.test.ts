import { expect, it } from 'vitest';
import { SOLID } from '../movement.ts';
import { drawnOffice } from './drawnOffice.ts';
import { packRuns } from './packRuns.ts';
import { walkableOf, walkGridOf } from './walkGrid.ts';

const office = drawnOffice(`
  ##.
  ...
`);
const map = {
  ...office,
  collisions: [...office.collisions, { layer: 'doors/red', visible: false, tiles: packRuns([0, 0, 1, 0, 0, 0]) }],
};
const picture = (cells: Uint8Array): string => [...cells].map((cell) => (cell === SOLID ? '#' : String(cell))).join('');

it('[O27] the map opens with the layers its author left visible', () => {
  expect(picture(walkGridOf(map).cells)).toBe('##0000');
  expect(walkableOf(map)).toEqual(walkGridOf(map));
});

it('[O27] a layer that is switched on blocks, one that is switched off opens', () => {
  expect(picture(walkableOf(map, () => true).cells)).toBe('###000');
  expect(picture(walkableOf(map, (layer) => layer.startsWith('doors/')).cells)).toBe('00#000');
});

it('[O27] areas for some ranks let only those in, and walls stay walls', () => {
  const areas = [
    {
      id: 'a',
      name: 'a',
      labels: {},
      shape: { kind: 'rect', x: 32, y: 0, width: 64, height: 64 } as const,
      sizeTiles: 4,
      traits: { minRank: 'member' as const },
    },
    {
      id: 'b',
      name: 'b',
      labels: {},
      shape: { kind: 'tiles', tiles: [5, 99] } as const,
      sizeTiles: 2,
      traits: { minRank: 'admin' as const },
    },
  ].map((area) => ({ ...area, shape: area.shape.kind === 'tiles' ? { ...area.shape, tiles: [...area.shape.tiles] } : area.shape }));
  expect(picture(walkableOf({ ...map, areas }).cells)).toBe('##1013');
});
