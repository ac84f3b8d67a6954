// Where the camera looks: whole zoom steps, me in the middle of what panels leave free, never past the map's edges.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { clamp } from '@comptoir/shared/geometry';

export interface Size {
  width: number;
  height: number;
}

/** What is on screen now. */
export interface View {
  /** Device px per px of the map. */
  zoom: number;
  /** Device px per CSS px. */
  dpr: number;
  /** The visible part of the map, px of the map; may reach past its edges. */
  rect: Rect;
}

export const MIN_ZOOM = 1;
export const MAX_ZOOM = 4;

/** A drawing buffer finer than this costs more than anybody sees. */
export const usableDpr = (devicePixelRatio: number): number => clamp(devicePixelRatio || 1, 1, 2);

/** Whole device pixels per px of the map, so that every pixel of the art is equally large. */
export const deviceZoom = (step: number, dpr: number): number => Math.max(1, Math.round(step * dpr));

/** The zoom (device px per px) at which a rectangle fits into the free part of the canvas. Sizes: px of the map, device px. */
export const zoomToFit = (what: Size, free: Size): number => Math.min(free.width / what.width, free.height / what.height);

/**
 * The camera's top left corner (px of the map) that puts `focus` in the middle of the free rectangle (device px) and shows nothing
 * beyond the map inside it; a map smaller than the free rectangle is centred there.
 */
export function scrollTo(focus: Point, map: Size, free: Rect, zoom: number): Point {
  const along = (at: number, size: number, start: number, length: number): number => {
    const seen = length / zoom;
    const first = start / zoom;
    if (size <= seen) return (size - seen) / 2 - first;
    return clamp(at - seen / 2, 0, size - seen) - first;
  };
  return {
    x: along(focus.x, map.width, free.x, free.width),
    y: along(focus.y, map.height, free.y, free.height),
  };
}

/** From the chest to over the tag, under the feet, and to both sides, px of the map. */
const MY_ROOM = { above: 48, below: 44, aside: 56 };

/**
 * At the edge of a map larger than the canvas: what lies over the window covers the map rather than the nothing beyond it, as long as it
 * does not cover me. `target`: the camera's corner, px of the map, changed. `free`, `canvas`: device px.
 */
export function coverTheEdge(target: Point, focus: Point, map: Size, free: Rect, canvas: Size, zoom: number): void {
  const along = (at: number, me: { first: number; last: number }, size: number, start: number, length: number, whole: number): number => {
    const last = size - whole / zoom;
    if (last <= 0) return at;
    return clamp(at, Math.min(0, me.first - start / zoom), Math.max(last, me.last - (start + length) / zoom));
  };
  const { x, y } = focus;
  const across = { first: x - MY_ROOM.aside, last: x + MY_ROOM.aside };
  const upright = { first: y - MY_ROOM.above, last: y + MY_ROOM.below };
  target.x = along(target.x, across, map.width, free.x, free.width, canvas.width);
  target.y = along(target.y, upright, map.height, free.y, free.height, canvas.height);
}

/**
 * The focus nearest to `focus` at which `box` (px of the map) lies within the free rectangle (device px) around it;
 * along an axis where it is too large for that, as much of it on both sides as leaves the old focus well inside.
 */
export function keepInside(focus: Point, box: Rect, free: Size, zoom: number): Point {
  const along = (at: number, start: number, length: number, room: number): number =>
    length > room ? clamp(start + length / 2, at - room / 4, at + room / 4) : clamp(at, start + length - room / 2, start + room / 2);
  return {
    x: along(focus.x, box.x, box.width, free.width / zoom),
    y: along(focus.y, box.y, box.height, free.height / zoom),
  };
}

/** One frame of a soft movement: what is left shrinks to 1/e every `easeMs`. Never overshoots. */
export function eased(now: Point, target: Point, passedMs: number, easeMs: number): Point {
  const share = easeMs <= 0 ? 1 : 1 - Math.exp(-passedMs / easeMs);
  const x = now.x + (target.x - now.x) * share;
  const y = now.y + (target.y - now.y) * share;
  const done = Math.hypot(target.x - x, target.y - y) < 0.05;
  return done ? { x: target.x, y: target.y } : { x, y };
}

/** To the nearest place whose device pixel is whole. */
export const snap = (px: number, zoom: number): number => Math.round(px * zoom) / zoom;

/**
 * The scroll rounded to device pixels so that `anchor` (what the camera follows) keeps its place on screen:
 * rounding both apart would make it tremble by a pixel.
 */
export function snapScroll(scroll: Point, anchor: Point, zoom: number): Point {
  return {
    x: snap(anchor.x, zoom) - snap(anchor.x - scroll.x, zoom),
    y: snap(anchor.y, zoom) - snap(anchor.y - scroll.y, zoom),
  };
}

/** CSS px on the canvas -> px of the map. */
export const toMap = (view: View, cssX: number, cssY: number): Point => ({
  x: view.rect.x + (cssX * view.dpr) / view.zoom,
  y: view.rect.y + (cssY * view.dpr) / view.zoom,
});
