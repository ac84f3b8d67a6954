import { describe, expect, it } from 'vitest';
import { gridOf, layTiles, qualityOf } from './layoutTiles.ts';
import type { TileOf } from './orderTiles.ts';

const noor: TileOf = { as: 'camera', personId: 'noor' };
const ada: TileOf = { as: 'camera', personId: 'ada' };
const screen: TileOf = { as: 'screen', personId: 'ada' };
const nothing = { layout: undefined, focus: undefined };

describe('the layout of a call', () => {
  it('[U35] begins beside the place', () => {
    expect(layTiles([noor, ada], nothing)).toEqual({ layout: 'place', large: undefined });
  });

  it('[U35] a screen is large by itself while it is shown, unless one chose otherwise', () => {
    expect(layTiles([screen, noor, ada], nothing)).toEqual({ layout: 'screen', large: screen });
    expect(layTiles([screen, noor, ada], { layout: 'place', focus: undefined })).toEqual({ layout: 'place', large: undefined });
    expect(layTiles([noor, ada], nothing).layout).toBe('place');
  });

  it('[U35] what one looks at closely is large, until it is gone', () => {
    expect(layTiles([noor, ada], { layout: undefined, focus: 'camera ada' })).toEqual({ layout: 'screen', large: ada });
    expect(layTiles([noor], { layout: undefined, focus: 'camera ada' })).toEqual({ layout: 'place', large: undefined });
    expect(layTiles([noor], { layout: 'screen', focus: 'camera ada' })).toEqual({ layout: 'screen', large: noor });
  });

  it('[T55] to the audience whoever speaks is large, unless slides or a screen are, or one chose otherwise', () => {
    const slides: TileOf = { as: 'slides', personId: 'ada' };
    expect(layTiles([noor, ada], nothing, 'ada')).toEqual({ layout: 'screen', large: ada });
    expect(layTiles([noor, ada], nothing, 'gone')).toEqual({ layout: 'screen', large: noor });
    expect(layTiles([screen, noor, ada], nothing, 'noor')).toEqual({ layout: 'screen', large: screen });
    expect(layTiles([slides, screen, noor], nothing, 'noor')).toEqual({ layout: 'screen', large: slides });
    expect(layTiles([slides], nothing)).toEqual({ layout: 'screen', large: slides });
    expect(layTiles([noor, ada], { layout: 'place', focus: undefined }, 'ada').layout).toBe('place');
    expect(layTiles([noor, ada], { layout: 'screen', focus: 'camera noor' }, 'ada').large).toEqual(noor);
  });

  it('[U35] with nobody there is only the place', () => {
    for (const layout of ['place', 'faces', 'screen'] as const) expect(layTiles([], { layout, focus: undefined }).layout).toBe('place');
  });

  it.each([
    [1, 800, 600, 1],
    [2, 1200, 400, 2],
    [2, 500, 700, 1],
    [4, 800, 600, 2],
    [9, 900, 620, 3],
  ])('[U35] %i faces in %i x %i stand in %i columns', (n, width, height, columns) => {
    const grid = gridOf(n, width, height, 12);
    expect(grid.columns).toBe(columns);
    expect(grid.columns * grid.width + (grid.columns - 1) * 12).toBeLessThanOrEqual(width);
    expect(grid.rows * grid.height + (grid.rows - 1) * 12).toBeLessThanOrEqual(height);
  });

  it.each([
    [90, 1, 'low'],
    [90, 2, 'low'],
    [260, 1, 'medium'],
    [520, 1, 'high'],
    [400, 3, 'high'],
  ] as const)('[U36] %i px at ratio %i ask for %s', (height, ratio, quality) => {
    expect(qualityOf(height, ratio)).toBe(quality);
  });
});
