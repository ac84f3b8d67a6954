// Follows me softly through the office; drifts slowly before I am in; shows the whole map or a focus area when asked.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { clamp } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import type { World } from '../world/World.ts';
import { frameStage, stageInSight } from './frameStage.ts';
import { homeOf } from './homeOf.ts';
import {
  coverTheEdge,
  deviceZoom,
  eased,
  keepInside,
  MAX_ZOOM,
  MIN_ZOOM,
  type Size,
  scrollTo,
  snapScroll,
  type View,
  zoomToFit,
} from './viewMath.ts';

const FOLLOW_MS = 130;
/** When the doors open the camera comes to me slowly. */
const ARRIVE_MS = 420;
const ARRIVING_MS = 2600;
/** Farther than this is a new place: no flight over the office. */
const JUMP_PX = 1400;
/** The eye rests on the chest, not on the feet. */
const CHEST_PX = 20;
/** One round of the slow drift before coming in, and how far it goes. */
const DRIFT_MS = 64_000;
const DRIFT_X_PX = 300;
const DRIFT_Y_PX = 120;
/** Where as little is free as on the card of the list view somebody has no room with their tag: shown one step smaller. CSS px. */
const LOW_PX = 260;
/** Space around the whole map, CSS px. */
const OVERVIEW_MARGIN_PX = 12;

export interface Canvas extends Size {
  /** Device px per CSS px; width and height are device px. */
  dpr: number;
}

interface Framing {
  zoom: number;
  focus: Point;
  /** A place to stay at rather than somebody to follow. */
  fixed: boolean;
}

export class Camera {
  readonly #world: World;
  readonly #calm: () => boolean;
  view: View = { zoom: 1, dpr: 1, rect: { x: 0, y: 0, width: 0, height: 0 } };
  /** True while it has not come to rest. */
  moving = false;
  #scroll: Point | undefined;
  #look: Point = { x: 0, y: 0 };
  #arrivedAtMs = Number.NEGATIVE_INFINITY;
  #wasIn = false;
  /** The zoom at which I came to look at the stage of a talk: chosen anew by hand, I look at myself again. */
  #stageZoom: number | undefined;

  /** @param calm whether slow movements for their own sake are unwanted */
  constructor(world: World, calm: () => boolean) {
    this.#world = world;
    this.#calm = calm;
  }

  /** Look around by dragging: CSS px. It comes back when I walk. */
  lookAround(dx: number, dy: number): void {
    const { zoom, dpr } = this.view;
    this.#look.x -= (dx * dpr) / zoom;
    this.#look.y -= (dy * dpr) / zoom;
  }

  /**
   * One frame. `me`: where my feet are drawn, px of the map; undefined before I am in.
   * `company`: the people I stand with, heads and tags and all, px of the map; they stay in view.
   */
  update(canvas: Canvas, me: Point | undefined, company: Rect | undefined, walking: boolean, nowMs: number, passedMs: number): View {
    const { map } = this.#world.ground.peek();
    const size = { width: map.widthTiles * 32, height: map.heightTiles * 32 };
    const free = this.#free(canvas);
    if (me && !this.#wasIn) this.#arrivedAtMs = nowMs;
    this.#wasIn = me !== undefined;
    if (walking) this.#look = eased(this.#look, { x: 0, y: 0 }, passedMs, FOLLOW_MS);
    const framing = this.#framing(canvas, size, free, me, company, nowMs);
    const focus = { x: framing.focus.x + this.#look.x, y: framing.focus.y + this.#look.y };
    const target = scrollTo(focus, size, free, framing.zoom);
    if (!framing.fixed) coverTheEdge(target, focus, size, free, canvas, framing.zoom);
    this.#keepLookInside(target, framing, free);
    this.#scroll = this.#eased(target, framing, nowMs, passedMs);
    this.moving = Math.hypot(target.x - this.#scroll.x, target.y - this.#scroll.y) > 0.01 || (!me && !this.#calm());
    const { zoom } = framing;
    const scroll = snapScroll(this.#scroll, me ?? this.#scroll, zoom);
    this.view = { zoom, dpr: canvas.dpr, rect: { ...scroll, width: canvas.width / zoom, height: canvas.height / zoom } };
    return this.view;
  }

  #free({ width, height, dpr }: Canvas): Rect {
    const free = this.#world.freeRect.peek();
    if (!free || free.width < 80 || free.height < 80) return { x: 0, y: 0, width, height };
    return { x: free.x * dpr, y: free.y * dpr, width: free.width * dpr, height: free.height * dpr };
  }

  #framing(canvas: Canvas, size: Size, free: Rect, me: Point | undefined, company: Rect | undefined, nowMs: number): Framing {
    const step = this.#world.zoom.peek() - (free.height < LOW_PX * canvas.dpr ? 1 : 0);
    const zoom = deviceZoom(clamp(step, MIN_ZOOM, MAX_ZOOM), canvas.dpr);
    if (this.#world.overview.peek()) {
      const margin = OVERVIEW_MARGIN_PX * canvas.dpr;
      const fit = zoomToFit(size, { width: free.width - 2 * margin, height: free.height - 2 * margin });
      return { zoom: Math.min(fit, zoom), focus: { x: size.width / 2, y: size.height / 2 }, fixed: true };
    }
    if (!me) return { zoom, focus: this.#drift(nowMs), fixed: false };
    const chest = { x: me.x, y: me.y - CHEST_PX };
    const stage = this.#ofStage(me, chest, free, step, canvas.dpr);
    if (stage) return stage;
    const focus = company ? keepInside(chest, company, free, zoom) : chest;
    return this.#focusArea(me, free, zoom, canvas.dpr) ?? { zoom, focus, fixed: false };
  }

  #ofStage(me: Point, chest: Point, free: Rect, step: number, dpr: number): Framing | undefined {
    const stage = stageInSight(this.#world, me);
    const asked = this.#world.zoom.peek();
    if (!stage) this.#stageZoom = undefined;
    else this.#stageZoom ??= asked;
    if (!stage || asked !== this.#stageZoom) return undefined;
    return { ...frameStage(stage, chest, free, clamp(step, MIN_ZOOM, MAX_ZOOM), dpr), fixed: true };
  }

  /** The largest whole step at which the focus area I stand in fits. */
  #focusArea(me: Point, free: Rect, zoom: number, dpr: number): Framing | undefined {
    const { areas, map } = this.#world.ground.peek();
    for (const index of areas.at(me.x, me.y)) {
      const area = areas.areas[index];
      const focus = area?.traits.focus;
      if (!area || !focus) continue;
      const box = boundsOf(area.shape, map.widthTiles);
      const grow = 1 + 2 * focus.marginShare;
      const fit = zoomToFit({ width: box.width * grow, height: box.height * grow }, free);
      const step = fit >= 1 ? Math.min(Math.floor(fit), deviceZoom(MAX_ZOOM, dpr)) : zoom;
      if (fit < 1) return undefined;
      return { zoom: step, focus: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, fixed: true };
    }
    return undefined;
  }

  #drift(nowMs: number): Point {
    const home = homeOf(this.#world.ground.peek().map);
    if (this.#calm()) return home;
    const turn = (nowMs / DRIFT_MS) * 2 * Math.PI;
    return { x: home.x + Math.sin(turn) * DRIFT_X_PX, y: home.y + Math.sin(turn * 2) * DRIFT_Y_PX };
  }

  #eased(target: Point, framing: Framing, nowMs: number, passedMs: number): Point {
    const now = this.#scroll;
    const zoomed = framing.zoom !== this.view.zoom;
    if (!now || zoomed || Math.hypot(target.x - now.x, target.y - now.y) > JUMP_PX) return target;
    const arriving = nowMs - this.#arrivedAtMs < ARRIVING_MS && !this.#calm();
    return eased(now, target, passedMs, arriving ? ARRIVE_MS : FOLLOW_MS);
  }

  /** Looking around ends at the map's edge; what would go beyond is forgotten. */
  #keepLookInside(target: Point, framing: Framing, free: Rect): void {
    if (this.#look.x === 0 && this.#look.y === 0) return;
    const middleX = target.x + (free.x + free.width / 2) / framing.zoom;
    const middleY = target.y + (free.y + free.height / 2) / framing.zoom;
    const most = (look: number, reach: number): number => (Math.abs(look) < Math.abs(reach) ? look : reach);
    this.#look = { x: most(this.#look.x, middleX - framing.focus.x), y: most(this.#look.y, middleY - framing.focus.y) };
  }
}
