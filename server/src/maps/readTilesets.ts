// The tilesets of a map, embedded or in files of their own: their pictures for drawing, their tiles' properties for the rules.
import { posix } from 'node:path';
import type { DrawnTileset } from '@comptoir/shared/map/OfficeMap';
import { isPicture } from './assetKinds.ts';
import type { Findings } from './Findings.ts';
import type { MapReader } from './MapReader.ts';
import { pathInside } from './MapReader.ts';
import { pictureSize } from './pictureSize.ts';
import type { Properties } from './properties.ts';
import { isOn, numberOf, propertiesOf, textOf } from './properties.ts';
import { readTsx } from './readTsx.ts';
import type { TiledTileset } from './tiledSchema.ts';
import { readShape, tiledTileset, tiledTilesetLink } from './tiledSchema.ts';

/** Graphics cards of phones hold pictures up to this size. */
const LARGEST_PICTURE_PX = 4096;
const MOST_TILESETS = 200;

export interface Tilesets {
  drawn: DrawnTileset[];
  /** Properties by global id, for tiles that have some. */
  properties: ReadonlyMap<number, Properties>;
  /** Where a tile object's x, y is in its picture, by tileset of a global id: Tiled's `objectalignment`. */
  alignmentOf(gid: number): string;
  /** px of the file; undefined for a number that no tileset has. */
  sizeOf(gid: number): { width: number; height: number } | undefined;
  credits: string[];
}

interface Loaded {
  firstId: number;
  /** The file in which picture names are meant. */
  file: string;
  tileset: TiledTileset;
  drawn: DrawnTileset;
}

/** Reads every tileset; what is wrong goes to `findings`. @param scale px of the map per px of a picture */
export function readTilesets(
  entries: readonly unknown[],
  mapFile: string,
  scale: { x: number; y: number },
  reader: MapReader,
  findings: Findings,
): Tilesets {
  if (entries.length > MOST_TILESETS) findings.refuse('', `has ${entries.length} tilesets; at most ${MOST_TILESETS} are read.`);
  const loaded = entries
    .slice(0, MOST_TILESETS)
    .flatMap((entry, index) => loadTileset(entry, index, mapFile, scale, reader, findings) ?? [])
    .sort((a, b) => a.firstId - b.firstId);
  const properties = new Map<number, Properties>();
  for (const { firstId, tileset } of loaded)
    for (const tile of tileset.tiles) if (tile.properties.length > 0) properties.set(firstId + tile.id, propertiesOf(tile.properties));
  const owner = (gid: number): Loaded | undefined => loaded.findLast((one) => one.firstId <= gid);
  return {
    drawn: loaded.map((one) => one.drawn),
    properties,
    alignmentOf: (gid) => owner(gid)?.tileset.objectalignment ?? 'unspecified',
    sizeOf: (gid) => {
      const one = owner(gid);
      if (!one) return undefined;
      const local = gid - one.firstId;
      const { grid, tiles } = one.drawn;
      if (grid) return local < grid.count ? { width: grid.tileWidth, height: grid.tileHeight } : undefined;
      return tiles?.[local];
    },
    credits: loaded.flatMap(({ tileset }) => textOf(propertiesOf(tileset.properties), 'tilesetCopyright') ?? []),
  };
}

function loadTileset(
  entry: unknown,
  index: number,
  mapFile: string,
  scale: { x: number; y: number },
  reader: MapReader,
  findings: Findings,
): Loaded | undefined {
  const link = readShape(tiledTilesetLink, entry, `tileset ${index + 1}`, findings);
  if (!link) return undefined;
  const file = link.source === undefined ? mapFile : tilesetFile(link.source, mapFile, findings);
  if (file === undefined) return undefined;
  const raw = link.source === undefined ? entry : readTilesetFile(file, link.source, reader, findings);
  if (raw === undefined) return undefined;
  const label =
    link.source ?? (typeof (entry as { name?: unknown }).name === 'string' ? (entry as { name: string }).name : String(index + 1));
  const place = `tileset "${label}"`;
  const tileset = readShape(tiledTileset, raw, place, findings);
  if (!tileset) return undefined;
  if (tileset.tilerendersize !== 'tile') findings.warn(place, 'draws its tiles at the size of the grid; they are drawn at their own size.');
  const drawn = drawTileset(tileset, link.firstgid, file, place, reader, findings);
  if (!drawn) return undefined;
  addDetails(drawn, tileset, scale);
  if (tileset.tileoffset && (tileset.tileoffset.x !== 0 || tileset.tileoffset.y !== 0))
    drawn.tileOffset = { x: tileset.tileoffset.x * scale.x, y: tileset.tileoffset.y * scale.y };
  return { firstId: link.firstgid, file, tileset, drawn };
}

function tilesetFile(source: string, mapFile: string, findings: Findings): string | undefined {
  const place = `tileset "${source}"`;
  if (/^([a-z][a-z0-9+.-]+:)?\/\//i.test(source))
    return findings.refuse(place, 'lies on another site; save it and its picture beside the map.');
  const path = pathInside(mapFile, source);
  return path ?? findings.refuse(place, 'lies outside of the maps folder; save it beside the map.');
}

function readTilesetFile(path: string, source: string, reader: MapReader, findings: Findings): unknown {
  const place = `tileset "${source}"`;
  const extension = posix.extname(path).toLowerCase();
  if (extension !== '.tsx' && extension !== '.tsj' && extension !== '.json')
    return findings.refuse(place, 'is not a tileset of Tiled (.tsx, .tsj or .json).');
  const bytes = reader.read(path);
  if (typeof bytes === 'string') return findings.refuse(place, `${bytes}.`);
  const text = new TextDecoder().decode(bytes);
  if (extension === '.tsx') {
    const tileset = readTsx(text);
    return typeof tileset === 'string' ? findings.refuse(place, `${tileset}.`) : tileset;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return findings.refuse(place, 'is not JSON.');
  }
}

/** The pictures and where in them the tiles are. */
function drawTileset(
  tileset: TiledTileset,
  firstId: number,
  file: string,
  place: string,
  reader: MapReader,
  findings: Findings,
): DrawnTileset | undefined {
  const drawn: DrawnTileset = { firstId, images: [] };
  const known = new Map<string, number>();
  const addImage = (name: string, width: number | undefined, height: number | undefined): number | undefined => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const image = readPicture(name, width, height, file, place, reader, findings);
    if (!image) return undefined;
    known.set(name, drawn.images.length);
    drawn.images.push(image);
    return drawn.images.length - 1;
  };
  if (tileset.image !== undefined) {
    if (addImage(tileset.image, tileset.imagewidth, tileset.imageheight) === undefined) return undefined;
    const { columns, margin, spacing, tilewidth, tileheight } = tileset;
    const [image] = drawn.images;
    const across = columns || Math.floor(((image?.width ?? 0) - margin * 2 + spacing) / (tilewidth + spacing));
    const down = Math.floor(((image?.height ?? 0) - margin + spacing) / (tileheight + spacing));
    if (across < 1 || down < 1) return findings.refuse(place, `its picture "${tileset.image}" is smaller than one tile.`);
    const count = Math.min(tileset.tilecount || across * down, across * down);
    if (tileset.tilecount > across * down)
      findings.warn(place, `should have ${tileset.tilecount} tiles, but its picture "${tileset.image}" has room for ${across * down}.`);
    drawn.grid = { columns: across, count, tileWidth: tilewidth, tileHeight: tileheight, margin, spacing };
    return drawn;
  }
  const tiles: NonNullable<DrawnTileset['tiles']> = {};
  for (const tile of tileset.tiles) {
    if (tile.image === undefined) continue;
    const index = addImage(tile.image, tile.imagewidth, tile.imageheight);
    const image = index === undefined ? undefined : drawn.images[index];
    if (index === undefined || !image) return undefined;
    tiles[tile.id] = { image: index, x: tile.x, y: tile.y, width: tile.width ?? image.width, height: tile.height ?? image.height };
  }
  drawn.tiles = tiles;
  return drawn;
}

function readPicture(
  name: string,
  width: number | undefined,
  height: number | undefined,
  file: string,
  place: string,
  reader: MapReader,
  findings: Findings,
): { url: string; width: number; height: number } | undefined {
  if (/^([a-z][a-z0-9+.-]+:)?\/\//i.test(name))
    return findings.refuse(place, `its picture "${name}" lies on another site; save it beside the map.`);
  const path = pathInside(file, name);
  if (path === undefined) return findings.refuse(place, `its picture "${name.slice(0, 200)}" lies outside of the maps folder.`);
  if (!isPicture(path)) return findings.refuse(place, `its picture "${name}" is not a PNG, JPEG, GIF, WebP, AVIF or SVG file.`);
  const bytes = reader.read(path);
  if (typeof bytes === 'string') return findings.refuse(place, `its picture "${name}" ${bytes}.`);
  const real = pictureSize(bytes);
  const isVector = posix.extname(path).toLowerCase() === '.svg';
  // an SVG has the size at which Tiled cut it into tiles; of a PNG the file itself knows best
  const size = isVector ? { width: width || real?.width, height: height || real?.height } : (real ?? { width, height });
  if (!size.width || !size.height) return findings.refuse(place, `the size of its picture "${name}" cannot be read.`);
  if (!isVector && width && height && (size.width !== width || size.height !== height))
    findings.warn(place, `its picture "${name}" is ${size.width} x ${size.height} px; the tileset says ${width} x ${height}.`);
  if (Math.max(size.width, size.height) > LARGEST_PICTURE_PX)
    findings.warn(place, `its picture "${name}" is larger than ${LARGEST_PICTURE_PX} px; many phones cannot show it.`);
  return { url: reader.urlOf(path), width: size.width, height: size.height };
}

function addDetails(drawn: DrawnTileset, tileset: TiledTileset, scale: { x: number; y: number }): void {
  const details: NonNullable<DrawnTileset['details']> = {};
  for (const tile of tileset.tiles) {
    const properties = propertiesOf(tile.properties);
    const detail: (typeof details)[number] = {};
    const baseline = numberOf(properties, 'baseline');
    if (baseline !== undefined) detail.baseline = baseline * scale.y;
    if (isOn(properties, 'fades')) detail.fades = true;
    const sway = numberOf(properties, 'sway');
    if (sway !== undefined && sway > 0) detail.sway = sway * scale.y;
    const name = textOf(properties, 'name') ?? (tile.type || tile.class);
    if (name) detail.name = name;
    if (tile.animation && tile.animation.length > 0)
      detail.animation = tile.animation.map((frame) => ({ id: frame.tileid, ms: frame.duration }));
    if (Object.keys(detail).length > 0) details[tile.id] = detail;
  }
  if (Object.keys(details).length > 0) drawn.details = details;
}
