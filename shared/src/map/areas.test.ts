import { describe, expect, it } from 'vitest';
import { AreaIndex } from './areas.ts';
import type { Area, Traits } from './OfficeMap.ts';

const area = (id: string, x: number, y: number, size: number, traits: Traits): Area => ({
  id,
  name: id,
  labels: {},
  shape: { kind: 'rect', x: x * 32, y: y * 32, width: size * 32, height: size * 32 },
  sizeTiles: size * size,
  traits,
});

describe('areas', () => {
  const index = new AreaIndex(
    [
      area('hall', 0, 0, 10, { conversation: 'quiet', focus: { marginShare: 0.1 } }),
      area('booth', 2, 2, 2, { conversation: 'meeting' }),
      {
        ...area('corner', 0, 0, 1, { start: true }),
        shape: {
          kind: 'polygon',
          points: [
            { x: 0, y: 0 },
            { x: 96, y: 0 },
            { x: 0, y: 96 },
          ],
        },
        sizeTiles: 4.5,
      },
    ],
    12,
    12,
  );

  it('[A1] the smallest area wins, trait by trait', () => {
    expect(index.smallest(80, 80)?.id).toBe('booth');
    expect(index.traitsAt(80, 80)).toEqual({ conversation: 'meeting', focus: { marginShare: 0.1 } });
    expect(index.traitsAt(300, 300)).toEqual({ conversation: 'quiet', focus: { marginShare: 0.1 } });
  });

  it('[A1] polygons cover the tiles whose centre is inside', () => {
    expect(index.smallest(16, 16)?.id).toBe('corner');
    expect(index.smallest(90, 90)?.id).toBe('booth');
  });

  it('[A1] outside all areas, and outside the map, nothing acts', () => {
    expect(index.smallest(370, 370)).toBeUndefined();
    expect(index.traitsAt(-5, 9999)).toEqual({});
  });
});
