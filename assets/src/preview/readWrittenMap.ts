// Reads a written Tiled map and its pictures back from disk, knowing only the file format: a second reader of our own map.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { Surface } from '../pixels/Surface.ts';

type Properties = { name: string; value: string | number | boolean }[];

export interface TiledObject {
  name: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  gid?: number;
  ellipse?: boolean;
  properties?: Properties;
}

interface TiledLayer {
  name: string;
  type: 'tilelayer' | 'objectgroup';
  opacity: number;
  data?: number[];
  objects?: TiledObject[];
}

interface TiledTile {
  id: number;
  image?: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  type?: string;
  properties?: Properties;
}

interface TiledTileset {
  firstgid: number;
  image?: string;
  columns: number;
  margin: number;
  spacing: number;
  tilecount: number;
  tilewidth: number;
  tileheight: number;
  tiles?: TiledTile[];
}

interface TiledMap {
  width: number;
  height: number;
  tilewidth: number;
  layers: TiledLayer[];
  tilesets: TiledTileset[];
}

/** Where in which picture a tile's pixels are. */
export interface TilePicture {
  picture: Surface;
  x: number;
  y: number;
  w: number;
  h: number;
  baseline: number;
  type: string;
}

export interface WrittenMap {
  widthPx: number;
  heightPx: number;
  tilePx: number;
  columns: number;
  layers: TiledLayer[];
  tileOf(gid: number): TilePicture | undefined;
}

function readPicture(path: string): Surface {
  const png = PNG.sync.read(readFileSync(path));
  const surface = new Surface(png.width, png.height);
  surface.data.set(png.data);
  return surface;
}

export function propertyOf(from: { properties?: Properties }, name: string): string | number | boolean | undefined {
  return from.properties?.find((property) => property.name === name)?.value;
}

export function numberOf(from: { properties?: Properties }, name: string): number | undefined {
  const value = propertyOf(from, name);
  return typeof value === 'number' ? value : undefined;
}

/** Throws when the file or a picture is missing or not a map: previews are made by people who look at the message. */
export function readWrittenMap(path: string): WrittenMap {
  const map: TiledMap = JSON.parse(readFileSync(path, 'utf8'));
  const pictures = new Map<string, Surface>();
  const pictureOf = (image: string): Surface => {
    const picture = pictures.get(image) ?? readPicture(join(dirname(path), image));
    pictures.set(image, picture);
    return picture;
  };
  const tiles = new Map<number, TilePicture>();
  for (const { firstgid, image, columns, margin, spacing, tilecount, tilewidth, tileheight, tiles: listed = [] } of map.tilesets) {
    for (let id = 0; image && id < tilecount; id++) {
      const x = margin + (id % columns) * (tilewidth + spacing);
      const y = margin + Math.floor(id / columns) * (tileheight + spacing);
      tiles.set(firstgid + id, { picture: pictureOf(image), x, y, w: tilewidth, h: tileheight, baseline: 0, type: '' });
    }
    for (const tile of listed) {
      if (!tile.image) continue;
      const { x = 0, y = 0, width: w = 0, height: h = 0, type = '' } = tile;
      tiles.set(firstgid + tile.id, { picture: pictureOf(tile.image), x, y, w, h, baseline: numberOf(tile, 'baseline') ?? 0, type });
    }
  }
  return {
    widthPx: map.width * map.tilewidth,
    heightPx: map.height * map.tilewidth,
    tilePx: map.tilewidth,
    columns: map.width,
    layers: map.layers,
    tileOf: (gid) => tiles.get(gid),
  };
}
