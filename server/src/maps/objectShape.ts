// The geometry of Tiled objects in px of the office map: rectangles, turned ones, ellipses, polygons, and where tile objects stand.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { Shape } from '@comptoir/shared/map/OfficeMap';
import type { TiledObject } from './tiledSchema.ts';

export interface Placing {
  scale: Point;
  /** Of the layer, px of the office map. */
  offset: Point;
}

/** Corners of a polygon that stands for an ellipse. */
const ELLIPSE_CORNERS = 24;

function turn(point: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return { x: point.x * cos - point.y * sin, y: point.x * sin + point.y * cos };
}

const isTurned = (object: TiledObject): boolean => object.rotation % 360 !== 0;

/** Unturned bounding rectangle of a rectangle or ellipse. */
export const rectOf = (object: TiledObject, { scale, offset }: Placing): Rect => ({
  x: object.x * scale.x + offset.x,
  y: object.y * scale.y + offset.y,
  width: Math.abs(object.width) * scale.x,
  height: Math.abs(object.height) * scale.y,
});

/** The floor an object covers; undefined for points and lines, which cover none. Turned clockwise about its x, y as in Tiled. */
export function shapeOf(object: TiledObject, placing: Placing): Shape | undefined {
  const { scale, offset } = placing;
  const place = (corner: Point): Point => {
    const turned = turn(corner, object.rotation);
    return { x: (object.x + turned.x) * scale.x + offset.x, y: (object.y + turned.y) * scale.y + offset.y };
  };
  if (object.polygon) return object.polygon.length < 3 ? undefined : { kind: 'polygon', points: object.polygon.map(place) };
  if (object.point || object.polyline || object.width <= 0 || object.height <= 0) return undefined;
  const { width, height } = object;
  if (object.ellipse) {
    const points: Point[] = [];
    for (let i = 0; i < ELLIPSE_CORNERS; i++) {
      const angle = (i / ELLIPSE_CORNERS) * 2 * Math.PI;
      points.push(place({ x: (width / 2) * (1 + Math.cos(angle)), y: (height / 2) * (1 + Math.sin(angle)) }));
    }
    return { kind: 'polygon', points };
  }
  if (!isTurned(object)) return { kind: 'rect', ...rectOf(object, placing) };
  return {
    kind: 'polygon',
    points: [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ].map(place),
  };
}

/** Where x, y of a tile object lies in its picture, as shares from the bottom-left corner: Tiled's objectalignment. */
const ANCHORS: Readonly<Record<string, Point>> = {
  unspecified: { x: 0, y: 0 },
  bottomleft: { x: 0, y: 0 },
  bottom: { x: 0.5, y: 0 },
  bottomright: { x: 1, y: 0 },
  left: { x: 0, y: 0.5 },
  center: { x: 0.5, y: 0.5 },
  right: { x: 1, y: 0.5 },
  topleft: { x: 0, y: 1 },
  top: { x: 0.5, y: 1 },
  topright: { x: 1, y: 1 },
};

/** Bottom-left corner of a tile object, px of the office map. Tiled turns it about its anchor; about this corner comes out the same. */
export function spriteCorner(
  object: TiledObject,
  size: { width: number; height: number },
  alignment: string,
  { scale, offset }: Placing,
): Point {
  const anchor = (Object.hasOwn(ANCHORS, alignment) ? ANCHORS[alignment] : undefined) ?? { x: 0, y: 0 };
  const corner = turn({ x: -anchor.x * size.width, y: anchor.y * size.height }, object.rotation);
  return { x: (object.x + corner.x) * scale.x + offset.x, y: (object.y + corner.y) * scale.y + offset.y };
}
