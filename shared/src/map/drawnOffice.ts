// An OfficeMap from an ASCII drawing: the fixture of tests, where the picture says more than numbers.
import { drawnGrid } from './drawnGrid.ts';
import type { Area, OfficeMap, Traits } from './OfficeMap.ts';
import { packRuns } from './packRuns.ts';
import { packWalkGrid } from './walkGrid.ts';

/** Letters that stand for areas, each one area of all its tiles. */
const AREAS: Readonly<Record<string, { name: string; traits: Traits }>> = {
  s: { name: 'stage', traits: { conversation: 'stage', auditorium: 'hall' } },
  a: { name: 'audience', traits: { conversation: 'audience', auditorium: 'hall' } },
  m: { name: 'meeting', traits: { conversation: 'meeting' } },
  q: { name: 'quiet', traits: { conversation: 'quiet' } },
  '@': { name: 'start', traits: { start: true } },
};

/**
 * `#` nobody may stand there, `h` a seat facing down, `@` start, `s` stage and `a` audience of the auditorium "hall",
 * `m` a meeting area, `q` a quiet area, anything else free floor. Seats are named `seat-1`, `seat-2` ... row by row.
 * @param more replaces parts of the map
 */
export function drawnOffice(drawing: string, more: Partial<OfficeMap> = {}): OfficeMap {
  const grid = drawnGrid(drawing);
  const letters = drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => [...line]);
  const tilesOf = (letter: string): number[] => letters.flatMap((one, tile) => (one === letter ? [tile] : []));
  const areas = Object.entries(AREAS).flatMap(([letter, { name, traits }]): Area[] => {
    const tiles = tilesOf(letter);
    return tiles.length === 0 ? [] : [{ id: name, name, labels: {}, shape: { kind: 'tiles', tiles }, sizeTiles: tiles.length, traits }];
  });
  const walls = tilesOf('#');
  return {
    name: 'test',
    title: 'Test',
    credits: [],
    widthTiles: grid.width,
    heightTiles: grid.height,
    walkable: packWalkGrid(grid),
    collisions: walls.length === 0 ? [] : [{ layer: 'walls', visible: true, tiles: packRuns(letters.map((one) => (one === '#' ? 1 : 0))) }],
    starts: areas.flatMap(({ name, shape, traits }) => (traits.start ? [{ name, from: 'area' as const, shape }] : [])),
    areas,
    seats: tilesOf('h').map((tile, index) => {
      const tileX = tile % grid.width;
      const tileY = Math.floor(tile / grid.width);
      const [feetX, bottom] = [tileX * 32 + 16, tileY * 32 + 32];
      return { id: `seat-${index + 1}`, tileX, tileY, facing: 'down', feetX, feetY: bottom - 6, depth: bottom };
    }),
    things: [],
    websites: [],
    drawing: { scale: { x: 1, y: 1 }, tilesets: [], layers: [], above: 0, lights: [] },
    version: '1',
    ...more,
  };
}
