// The parts of Tiled's JSON that we read, as schemas: https://doc.mapeditor.org/en/stable/reference/json-map-format/
import * as v from 'valibot';
import type { Findings } from './Findings.ts';

/** Far outside of any map; larger numbers would not stay finite when they are multiplied. */
const number = v.pipe(v.number(), v.minValue(-1_000_000), v.maxValue(1_000_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const size = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000_000));
const text = v.pipe(v.string(), v.maxLength(5000));
const name = v.optional(v.pipe(v.string(), v.maxLength(160)), '');
const properties = v.optional(v.array(v.object({ name: v.string(), type: v.optional(v.string()), value: v.optional(v.unknown()) })), []);
const point = v.object({ x: number, y: number });

export const tiledMap = v.object({
  type: v.optional(v.string()),
  orientation: v.string(),
  infinite: v.optional(v.boolean(), false),
  width: count,
  height: count,
  tilewidth: v.pipe(size, v.minValue(1), v.maxValue(1024)),
  tileheight: v.pipe(size, v.minValue(1), v.maxValue(1024)),
  backgroundcolor: v.optional(v.string()),
  properties,
  layers: v.array(v.unknown()),
  tilesets: v.optional(v.array(v.unknown()), []),
});

const layerLook = {
  name,
  id: v.optional(number),
  visible: v.optional(v.boolean(), true),
  opacity: v.optional(v.pipe(number, v.minValue(0), v.maxValue(1)), 1),
  offsetx: v.optional(number, 0),
  offsety: v.optional(number, 0),
  parallaxx: v.optional(number, 1),
  parallaxy: v.optional(number, 1),
  tintcolor: v.optional(v.string()),
  properties,
};

/** A layer of any kind; the layers inside a group layer are read one by one. */
export const tiledLayer = v.object({
  ...layerLook,
  type: v.string(),
  layers: v.optional(v.array(v.unknown()), []),
  draworder: v.optional(v.string(), 'topdown'),
  objects: v.optional(v.array(v.unknown()), []),
  x: v.optional(number, 0),
  y: v.optional(number, 0),
  width: v.optional(count, 0),
  height: v.optional(count, 0),
  encoding: v.optional(v.string(), 'csv'),
  compression: v.optional(v.string(), ''),
  data: v.optional(v.union([v.string(), v.array(count)])),
});
export type TiledLayer = v.InferOutput<typeof tiledLayer>;

export const tiledObject = v.object({
  id: v.optional(number, 0),
  name,
  type: v.optional(text, ''),
  class: v.optional(text, ''),
  x: number,
  y: number,
  width: v.optional(number, 0),
  height: v.optional(number, 0),
  rotation: v.optional(number, 0),
  visible: v.optional(v.boolean(), true),
  gid: v.optional(count),
  ellipse: v.optional(v.boolean(), false),
  point: v.optional(v.boolean(), false),
  polygon: v.optional(v.pipe(v.array(point), v.maxLength(500))),
  polyline: v.optional(v.array(point)),
  template: v.optional(v.string()),
  text: v.optional(
    v.object({
      text: v.optional(text, ''),
      color: v.optional(v.string(), '#000000'),
      pixelsize: v.optional(v.pipe(number, v.minValue(1), v.maxValue(1000)), 16),
      fontfamily: v.optional(text, 'sans-serif'),
      bold: v.optional(v.boolean(), false),
      italic: v.optional(v.boolean(), false),
      halign: v.optional(v.string(), 'left'),
      valign: v.optional(v.string(), 'top'),
      wrap: v.optional(v.boolean(), false),
    }),
  ),
  properties,
});
export type TiledObject = v.InferOutput<typeof tiledObject>;

export const tiledTilesetLink = v.object({
  firstgid: v.pipe(count, v.minValue(1), v.maxValue(0x0fff_ffff)),
  source: v.optional(v.string()),
});

export const tiledTileset = v.object({
  name,
  tilewidth: v.pipe(size, v.minValue(1)),
  tileheight: v.pipe(size, v.minValue(1)),
  tilecount: v.optional(v.pipe(count, v.maxValue(1_000_000)), 0),
  columns: v.optional(count, 0),
  margin: v.optional(size, 0),
  spacing: v.optional(size, 0),
  image: v.optional(v.string()),
  imagewidth: v.optional(size),
  imageheight: v.optional(size),
  objectalignment: v.optional(v.string(), 'unspecified'),
  tilerendersize: v.optional(v.string(), 'tile'),
  tileoffset: v.optional(point),
  properties,
  tiles: v.optional(
    v.array(
      v.object({
        id: v.pipe(count, v.maxValue(0x0fff_ffff)),
        type: v.optional(text, ''),
        class: v.optional(text, ''),
        image: v.optional(v.string()),
        imagewidth: v.optional(size),
        imageheight: v.optional(size),
        x: v.optional(size, 0),
        y: v.optional(size, 0),
        width: v.optional(size),
        height: v.optional(size),
        properties,
        animation: v.optional(v.array(v.object({ tileid: count, duration: v.pipe(count, v.minValue(1)) }))),
      }),
    ),
    [],
  ),
});
export type TiledTileset = v.InferOutput<typeof tiledTileset>;

/** The value as the schema sees it; undefined, with a sentence in `findings`, when it is not of that form. */
export function readShape<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: string,
  findings: Findings,
): v.InferOutput<S> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return findings.refuse(place, 'holds something else than an object; is this a file saved by Tiled?');
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  if (issue.received === 'undefined') return findings.refuse(place, `"${where}" is missing.`);
  const found = issue.received.length > 60 ? `${issue.received.slice(0, 60)}…` : issue.received;
  return findings.refuse(place, `"${where}" should be ${issue.expected ?? 'something else'} but is ${found}.`);
}
