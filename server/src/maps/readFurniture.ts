// Our own classes of objects: seats to sit on, things to use, lights of the evening.
import { clamp, TILE_PX } from '@comptoir/shared/geometry';
import type { Facing, Light, Seat, Thing } from '@comptoir/shared/map/OfficeMap';
import type { Placing } from './objectShape.ts';
import { rectOf } from './objectShape.ts';
import type { Properties } from './properties.ts';
import { colourOf, labelsOf, numberOf, textOf } from './properties.ts';
import type { Reading } from './Reading.ts';
import type { TiledObject } from './tiledSchema.ts';

const FACINGS: readonly Facing[] = ['down', 'up', 'left', 'right'];

/** A number of px in the map file, as px of the office map; `fallback` is of the office map already. */
const pxX = (properties: Properties, name: string, { scale, offset }: Placing, fallback: number): number => {
  const value = numberOf(properties, name);
  return value === undefined ? fallback : value * scale.x + offset.x;
};
const pxY = (properties: Properties, name: string, { scale, offset }: Placing, fallback: number): number => {
  const value = numberOf(properties, name);
  return value === undefined ? fallback : value * scale.y + offset.y;
};

export function readSeat(object: TiledObject, properties: Properties, place: string, placing: Placing, reading: Reading): Seat | undefined {
  const rect = rectOf(object, placing);
  const tileX = Math.floor((rect.x + rect.width / 2) / TILE_PX);
  const tileY = Math.floor((rect.y + rect.height / 2) / TILE_PX);
  if (tileX < 0 || tileY < 0 || tileX >= reading.widthTiles || tileY >= reading.heightTiles)
    return reading.findings.warn(place, 'is a seat outside of the map and ignored.');
  const facing = textOf(properties, 'facing') ?? 'down';
  const known = FACINGS.find((one) => one === facing);
  if (!known) return reading.findings.refuse(place, `"facing" is "${facing.slice(0, 40)}"; it can be ${FACINGS.join(', ')}.`);
  const bottom = (tileY + 1) * TILE_PX;
  const table = textOf(properties, 'table');
  const desk = textOf(properties, 'desk');
  const clip = numberOf(properties, 'clip');
  return {
    id: reading.claimId(object.name || `seat-${object.id}`, place),
    tileX,
    tileY,
    facing: known,
    ...(table === undefined ? {} : { table: table.slice(0, 160) }),
    ...(desk === undefined ? {} : { desk: desk.slice(0, 160) }),
    feetX: pxX(properties, 'feetX', placing, (tileX + 0.5) * TILE_PX),
    feetY: pxY(properties, 'feetY', placing, bottom - 6),
    depth: pxY(properties, 'depth', placing, bottom),
    ...(clip === undefined ? {} : { clip: clamp(Math.round(clip), 0, 56) }),
  };
}

export function readThing(
  object: TiledObject,
  properties: Properties,
  place: string,
  placing: Placing,
  reading: Reading,
): Thing | undefined {
  const use = textOf(properties, 'use');
  if (use === undefined) return reading.findings.refuse(place, 'is a thing without "use": what is it for?');
  const shape = rectOf(object, placing);
  if (object.gid !== undefined) shape.y -= shape.height;
  if (shape.width <= 0 || shape.height <= 0) return reading.findings.refuse(place, 'is a thing without a size.');
  const steamX = numberOf(properties, 'steamX');
  const steamY = numberOf(properties, 'steamY');
  return {
    id: reading.claimId(object.name || `thing-${object.id}`, place),
    use: use.slice(0, 40),
    labels: labelsOf(properties),
    shape,
    ...(steamX === undefined || steamY === undefined
      ? {}
      : { steam: { x: pxX(properties, 'steamX', placing, 0), y: pxY(properties, 'steamY', placing, 0) } }),
  };
}

export function readLight(
  object: TiledObject,
  properties: Properties,
  place: string,
  placing: Placing,
  reading: Reading,
): Light | undefined {
  const rect = rectOf(object, placing);
  if (rect.width <= 0 || rect.height <= 0) return reading.findings.warn(place, 'is a light without a size and ignored.');
  const color = colourOf(textOf(properties, 'color') ?? '#ffd9a0');
  if (color === undefined) return reading.findings.refuse(place, '"color" is not a colour like #ffd9a0.');
  return {
    shape: object.ellipse ? 'ellipse' : 'rect',
    x: rect.x + rect.width / 2,
    y: rect.y + rect.height / 2,
    radiusX: rect.width / 2,
    radiusY: rect.height / 2,
    color,
    strength: clamp(numberOf(properties, 'strength') ?? 1, 0, 4),
    day: clamp(numberOf(properties, 'day') ?? 0, 0, 4),
    kind: textOf(properties, 'kind')?.slice(0, 40) ?? 'lamp',
  };
}
