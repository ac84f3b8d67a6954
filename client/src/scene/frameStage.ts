// T59: what is looked at during a talk: the stage with what hangs behind it, and as much of me in my seat as leaves it in view.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import { areaOf } from '../world/stageRole.ts';
import type { World } from '../world/World.ts';
import { deviceZoom, keepInside, MIN_ZOOM, type Size, zoomToFit } from './viewMath.ts';

/** Around the stage: the screen behind it, the heads of the front row. px of the map. */
const ROOM = { above: 72, below: 40, aside: 0 };
/** Cut off by so much at its sides a stage is still looked at from near. */
const CUT = 0.88;

/** The stage of my talk, px of the map; undefined when I neither sit in its audience nor stand on it. */
export function stageInSight(world: World, me: Point): Rect | undefined {
  const inTalk = world.auditorium.stage.peek()?.auditorium ?? world.demo?.hall?.auditorium;
  if (inTalk === undefined) return undefined;
  const { map, areas } = world.ground.peek();
  const { conversation, auditorium } = areas.traitsAt(me.x, me.y);
  const isThere = conversation === 'stage' || (conversation === 'audience' && world.own.seat !== undefined);
  const area = isThere && auditorium === inTalk ? areaOf(map.areas, auditorium, 'stage') : undefined;
  if (!area) return undefined;
  const { x, y, width, height } = boundsOf(area.shape, map.widthTiles);
  return { x: x - ROOM.aside, y: y - ROOM.above, width: width + 2 * ROOM.aside, height: height + ROOM.above + ROOM.below };
}

/**
 * The largest whole step up to `step` at which (nearly all of) the stage fits, and the place nearest to me that shows it.
 * @param stage px of the map @param me what the eye rests on, px of the map @param free device px
 */
export function frameStage(stage: Rect, me: Point, free: Size, step: number, dpr: number): { zoom: number; focus: Point } {
  const fit = zoomToFit(stage, free);
  let shown = step;
  while (shown > MIN_ZOOM && deviceZoom(shown, dpr) * CUT > fit) shown--;
  const zoom = deviceZoom(shown, dpr);
  return { zoom, focus: keepInside(me, stage, free, zoom) };
}
