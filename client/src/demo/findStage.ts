// Where on a map the cardboard people play: the free stretch of floor nearest to the way from the entrance to the coffee machine.
import { distance, type Point, type Rect, TILE_PX } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import { chooseStart } from '@comptoir/shared/map/findStart';
import type { Ground } from '@comptoir/shared/map/Ground';
import { isFree } from '@comptoir/shared/movement';

/** Tiles around the middle that must be free. */
const HALF_WIDTH = 4;
const HALF_HEIGHT = 1;
/** As a share of the way: whoever comes in has it before them. */
const ON_THE_WAY = 0.35;
/** Newcomers appear there, and would stand in the picture, px. */
const LEAST_PX = 100;

const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The middle of the stage, px; undefined when no floor is large enough. */
export function findStage({ map, grid, areas }: Ground): Point | undefined {
  const start = chooseStart(map.starts);
  const box = start
    ? boundsOf(start.shape, map.widthTiles)
    : { x: 0, y: 0, width: map.widthTiles * TILE_PX, height: map.heightTiles * TILE_PX };
  const from = middleOf(box);
  const machine = map.things.find(({ use }) => use === 'coffee');
  const to = machine ? middleOf(machine.shape) : from;
  const wanted = { x: from.x + (to.x - from.x) * ON_THE_WAY, y: from.y + (to.y - from.y) * ON_THE_WAY };
  let best: Point | undefined;
  for (let y = HALF_HEIGHT; y < map.heightTiles - HALF_HEIGHT; y++)
    for (let x = HALF_WIDTH; x < map.widthTiles - HALF_WIDTH; x++) {
      const at = { x: (x + 0.5) * TILE_PX, y: (y + 0.5) * TILE_PX };
      const isNearer = !best || distance(at, wanted) < distance(best, wanted);
      if (!isNearer || distance(at, from) < LEAST_PX || !isOpen(x, y)) continue;
      best = at;
    }
  return best;

  function isOpen(tileX: number, tileY: number): boolean {
    for (let y = tileY - HALF_HEIGHT; y <= tileY + HALF_HEIGHT; y++)
      for (let x = tileX - HALF_WIDTH; x <= tileX + HALF_WIDTH; x++) {
        const { conversation, start: isStart } = areas.traitsAt((x + 0.5) * TILE_PX, (y + 0.5) * TILE_PX);
        if (!isFree(grid, x, y) || conversation !== undefined || isStart) return false;
      }
    return true;
  }
}
