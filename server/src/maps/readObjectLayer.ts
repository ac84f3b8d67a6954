// One object layer: areas, seats, things, lights and web pages by their class; tile objects and texts as drawing.
import type { Area, Light, Seat, Sprite, SpriteLayer, Start, TextLayer, Thing, Website } from '@comptoir/shared/map/OfficeMap';
import { traitsOf, warnIgnored } from './areaTraits.ts';
import type { PlacedLayer } from './flattenLayers.ts';
import { FLIP_BITS, ID_BITS } from './layerTiles.ts';
import { pageLink } from './mapLinks.ts';
import type { Placing } from './objectShape.ts';
import { rectOf, shapeOf, spriteCorner } from './objectShape.ts';
import type { Properties } from './properties.ts';
import { colourOf, isOn, labelsOf, numberOf, propertiesOf, textOf } from './properties.ts';
import type { Reading } from './Reading.ts';
import { sizeTilesOf } from './Reading.ts';
import { readLight, readSeat, readThing } from './readFurniture.ts';
import type { TiledObject } from './tiledSchema.ts';
import { readShape, tiledObject } from './tiledSchema.ts';

const MOST_OBJECTS = 20_000;

export interface ReadObjectLayer {
  areas: Area[];
  starts: Start[];
  seats: Seat[];
  things: Thing[];
  lights: Light[];
  websites: Website[];
  sprites?: SpriteLayer;
  texts?: TextLayer;
}

/** @param isFloorLayer its tile objects stand among the avatars */
export function readObjectLayer(layer: PlacedLayer, isFloorLayer: boolean, reading: Reading): ReadObjectLayer {
  const read: ReadObjectLayer = { areas: [], starts: [], seats: [], things: [], lights: [], websites: [] };
  const placing: Placing = { scale: reading.scale, offset: layer.look.offset };
  const drawing: Placing = { scale: reading.scale, offset: { x: 0, y: 0 } };
  const sprites: Sprite[] = [];
  const texts: TextLayer['texts'] = [];
  if (layer.raw.objects.length > MOST_OBJECTS) reading.findings.refuse(layer.place, `has more than ${MOST_OBJECTS} objects.`);
  for (const [index, entry] of layer.raw.objects.slice(0, MOST_OBJECTS).entries()) {
    const object = readShape(tiledObject, entry, `object ${objectLabel(entry, index)} in ${layer.place}`, reading.findings);
    if (!object) continue;
    const place = `object "${object.name || object.id}" in ${layer.place}`;
    if (object.template !== undefined) reading.findings.warn(place, 'comes from a template, which is not read; detach it in Tiled.');
    else if (object.gid !== undefined) {
      const sprite = object.visible ? readSprite(object, place, drawing, reading) : undefined;
      if (sprite) sprites.push(sprite);
      readFunction(object, place, placing, reading, read);
    } else if (object.text) {
      if (object.visible) texts.push(readText(object, drawing));
    } else readFunction(object, place, placing, reading, read);
  }
  // those of the floor layer are sorted by base line when they are drawn
  if (!isFloorLayer && layer.raw.draworder !== 'index') sprites.sort((a, b) => a.y - b.y);
  if (sprites.length > 0) read.sprites = { kind: 'sprites', ...layer.look, sorted: isFloorLayer, sprites };
  if (texts.length > 0) read.texts = { kind: 'texts', ...layer.look, texts };
  return read;
}

function objectLabel(entry: unknown, index: number): string {
  const { name, id } = typeof entry === 'object' && entry !== null ? (entry as { name?: unknown; id?: unknown }) : {};
  if (typeof name === 'string' && name !== '') return `"${name.slice(0, 160)}"`;
  return typeof id === 'number' ? `"${id}"` : String(index + 1);
}

function readSprite(object: TiledObject, place: string, placing: Placing, reading: Reading): Sprite | undefined {
  const { scale, tilesets, findings } = reading;
  const gid = object.gid ?? 0;
  const id = gid & ID_BITS;
  const own = tilesets.sizeOf(id);
  if (!own) return findings.warn(place, `its tile ${id} is in no tileset; it is not drawn.`);
  const size = { width: object.width || own.width, height: object.height || own.height };
  const corner = spriteCorner(object, size, tilesets.alignmentOf(id), placing);
  const sprite: Sprite = {
    gid: (gid & (FLIP_BITS | ID_BITS)) >>> 0,
    ...corner,
    width: size.width * scale.x,
    height: size.height * scale.y,
    rotationDegrees: object.rotation,
  };
  const depth = numberOf(propertiesOf(object.properties), 'depth');
  const tile = tilesets.properties.get(id);
  const baseline = tile ? (numberOf(tile, 'baseline') ?? 0) : 0;
  const stretch = size.height / own.height;
  // the tile's own base line is for the tile's own size
  if (depth !== undefined || (baseline !== 0 && stretch !== 1)) sprite.depth = corner.y + (baseline * stretch + (depth ?? 0)) * scale.y;
  return sprite;
}

function readText(object: TiledObject, { scale }: Placing): TextLayer['texts'][number] {
  const text = object.text;
  const align = text?.halign === 'center' || text?.halign === 'right' ? text.halign : 'left';
  const verticalAlign = text?.valign === 'center' || text?.valign === 'bottom' ? text.valign : 'top';
  return {
    ...rectOf(object, { scale, offset: { x: 0, y: 0 } }),
    rotationDegrees: object.rotation,
    text: text?.text ?? '',
    color: colourOf(text?.color) ?? 0,
    fontPx: (text?.pixelsize ?? 16) * scale.y,
    fontFamily: textOf(propertiesOf(object.properties), 'font-family') ?? text?.fontfamily ?? 'sans-serif',
    bold: text?.bold ?? false,
    italic: text?.italic ?? false,
    align,
    verticalAlign,
    wrap: text?.wrap ?? false,
  };
}

/** What the object does, by its class. */
function readFunction(object: TiledObject, place: string, placing: Placing, reading: Reading, read: ReadObjectLayer): void {
  const properties = propertiesOf(object.properties);
  switch (object.type || object.class) {
    case 'area':
    case 'zone':
      return readArea(object, properties, place, placing, reading, read);
    case 'seat': {
      const seat = readSeat(object, properties, place, placing, reading);
      if (seat) read.seats.push(seat);
      return;
    }
    case 'thing': {
      const thing = readThing(object, properties, place, placing, reading);
      if (thing) read.things.push(thing);
      return;
    }
    case 'light': {
      const light = readLight(object, properties, place, placing, reading);
      if (light) read.lights.push(light);
      return;
    }
    case 'website':
      return readWebsite(object, properties, place, placing, reading, read);
    case 'variable':
      return reading.findings.warn(place, 'is a variable for scripts, which are not run.');
    default:
      if (object.gid === undefined && Object.keys(traitsOf(properties, place, reading)).length > 0)
        reading.findings.warn(place, 'has properties of an area, but not the class "area": it does nothing.');
  }
}

function readArea(
  object: TiledObject,
  properties: Properties,
  place: string,
  placing: Placing,
  reading: Reading,
  read: ReadObjectLayer,
): void {
  const shape = shapeOf(object, placing);
  if (!shape) return reading.findings.warn(place, 'is an area without a surface (a point or a line) and ignored.');
  const traits = traitsOf(properties, place, reading);
  const name = object.name || `area-${object.id}`;
  if (isOn(properties, 'start')) {
    traits.start = true;
    read.starts.push({ name, from: 'area', shape });
  }
  const id = reading.claimId(name, place);
  read.areas.push({ id, name, labels: labelsOf(properties), shape, sizeTiles: sizeTilesOf(shape), traits });
}

function readWebsite(
  object: TiledObject,
  properties: Properties,
  place: string,
  placing: Placing,
  reading: Reading,
  read: ReadObjectLayer,
): void {
  const link = textOf(properties, 'url');
  if (link === undefined) return reading.findings.warn(place, 'is a website without "url".');
  const url = pageLink(link, 'url', place, reading);
  if (url === undefined) return;
  if (object.width <= 0 || object.height <= 0) return reading.findings.warn(place, 'is a website without a size.');
  warnIgnored(properties, place, reading);
  if (isOn(properties, 'allowApi')) reading.findings.warn(place, '"allowApi" is ignored: pages cannot act on the office.');
  const policy = textOf(properties, 'policy');
  const id = reading.claimId(object.name || `website-${object.id}`, place);
  read.websites.push({ id, url, shape: rectOf(object, placing), ...(policy === undefined ? {} : { policy: policy.slice(0, 500) }) });
}
