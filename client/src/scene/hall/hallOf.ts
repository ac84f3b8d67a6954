// The halls of a map, as far as a talk changes how they look: stage, rows, the screen behind the stage, and the doors. Px of the map.
import { type Point, type Rect, TILE_PX } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Light } from '@comptoir/shared/map/OfficeMap';
import { isFree } from '@comptoir/shared/movement';
import { areaOf } from '../../world/stageRole.ts';

export interface Hall {
  auditorium: string;
  stage: Rect;
  audience: Rect;
  /** Both, with what stands behind the stage. */
  box: Rect;
  /** The largest lit screen behind the stage. */
  screen: Rect | undefined;
  /** Above the middle of each doorway that leads in from elsewhere. */
  doors: readonly Point[];
}

/** The floor reaches this far under the walls beside it. */
const UNDER_PX = 10;
/** Curtain and screen stand this high behind the boards. */
const BEHIND_PX = 80;
/** A wider opening is no door. */
const WIDEST_DOOR = 3;

export function hallsOf(ground: Ground): Hall[] {
  const { map } = ground;
  const names = new Set(map.areas.flatMap(({ traits }) => (traits.conversation === 'stage' ? (traits.auditorium ?? []) : [])));
  return [...names].flatMap((auditorium): Hall[] => {
    const [stageArea, audienceArea] = [areaOf(map.areas, auditorium, 'stage'), areaOf(map.areas, auditorium, 'audience')];
    if (!stageArea || !audienceArea) return [];
    const stage = boundsOf(stageArea.shape, map.widthTiles);
    const audience = boundsOf(audienceArea.shape, map.widthTiles);
    const floor = around(stage, audience);
    const behind = { ...stage, y: Math.max(0, stage.y - BEHIND_PX), height: BEHIND_PX };
    const { x, width, ...rest } = around(floor, behind);
    const box = { ...rest, x: x - UNDER_PX, width: width + 2 * UNDER_PX };
    return [{ auditorium, stage, audience, box, screen: screenOf(map.drawing.lights, stage), doors: doorsOf(ground, floor, auditorium) }];
  });
}

function around(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function screenOf(lights: readonly Light[], { x, y, width }: Rect): Rect | undefined {
  const behind = lights.filter((light) => {
    const isBehind = light.y > y - BEHIND_PX && light.y < y + TILE_PX;
    return light.kind === 'screen' && light.shape === 'rect' && isBehind && light.x > x && light.x < x + width;
  });
  const [largest] = behind.sort((a, b) => b.radiusX * b.radiusY - a.radiusX * a.radiusY);
  if (!largest) return undefined;
  const { radiusX, radiusY } = largest;
  return { x: largest.x - radiusX, y: largest.y - radiusY, width: 2 * radiusX, height: 2 * radiusY };
}

/** A walk along one side of the floor, in tiles. */
interface Side {
  length: number;
  inside: (i: number) => Point;
  out: Point;
}

/** Stretches of free tiles along the sides of the floor, but for those that lead to what belongs to the hall. */
function doorsOf({ grid, areas }: Ground, floor: Rect, auditorium: string): Point[] {
  const left = Math.round(floor.x / TILE_PX);
  const top = Math.round(floor.y / TILE_PX);
  const columns = Math.round(floor.width / TILE_PX);
  const rows = Math.round(floor.height / TILE_PX);
  const sides: Side[] = [
    { length: rows, inside: (i) => ({ x: left, y: top + i }), out: { x: -1, y: 0 } },
    { length: rows, inside: (i) => ({ x: left + columns - 1, y: top + i }), out: { x: 1, y: 0 } },
    { length: columns, inside: (i) => ({ x: left + i, y: top }), out: { x: 0, y: -1 } },
    { length: columns, inside: (i) => ({ x: left + i, y: top + rows - 1 }), out: { x: 0, y: 1 } },
  ];
  const isOwn = (x: number, y: number): boolean => {
    const { backstage, lounge } = areas.traitsAt((x + 0.5) * TILE_PX, (y + 0.5) * TILE_PX);
    return backstage === auditorium || lounge === auditorium;
  };
  const leadsOut = ({ x, y }: Point, { x: dx, y: dy }: Point): boolean =>
    isFree(grid, x, y) && isFree(grid, x + dx, y + dy) && !isOwn(x + dx, y + dy) && !isOwn(x + 2 * dx, y + 2 * dy);
  return sides.flatMap(({ length, inside, out }) => {
    const doors: Point[] = [];
    for (let i = 0; i < length; i++) {
      const from = i;
      while (i < length && leadsOut(inside(i), out)) i++;
      if (i === from || i - from > WIDEST_DOOR) continue;
      const first = inside(from);
      const last = inside(i - 1);
      // in the wall: on the tile before the floor
      doors.push({ x: ((first.x + last.x + 1) / 2 + out.x) * TILE_PX, y: (first.y + Math.min(0, out.y)) * TILE_PX });
    }
    return doors;
  });
}
