// A Tiled map file as an OfficeMap: the only entrance to the code that knows Tiled's JSON.
import { createHash } from 'node:crypto';
import { TILE_PX } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import { checkMap } from '@comptoir/shared/map/checkMap';
import type { Finding } from '@comptoir/shared/map/Finding';
import type { Drawing, OfficeMap, Shape } from '@comptoir/shared/map/OfficeMap';
import { packWalkGrid, walkableOf } from '@comptoir/shared/map/walkGrid';
import { warnIgnored } from './areaTraits.ts';
import { Findings } from './Findings.ts';
import type { PlacedLayer } from './flattenLayers.ts';
import { flattenLayers } from './flattenLayers.ts';
import type { MapReader } from './MapReader.ts';
import { colourOf, propertiesOf, textOf } from './properties.ts';
import type { Reading } from './Reading.ts';
import { idClaims } from './Reading.ts';
import { readObjectLayer } from './readObjectLayer.ts';
import { readTileLayer } from './readTileLayer.ts';
import { readTilesets } from './readTilesets.ts';
import { readShape, tiledMap } from './tiledSchema.ts';

export const LARGEST_MAP_TILES = 512;
/** All tile layers together, four bytes a tile. */
const LARGEST_UNPACKED_BYTES = 20_000_000;
/** Areas times the tiles under them: the index of areas looks at each. */
const MOST_AREA_TILES = 4_000_000;

export interface ParsedMap {
  /** Absent when one of the findings is an error. */
  map?: OfficeMap;
  findings: Finding[];
}

/** 'events/summer.tmj' -> 'events/summer': the id of the office that runs on it. */
export const officeIdOf = (file: string): string => file.replace(/\.(tmj|json)$/i, '');

/**
 * Reads a map and all that it refers to.
 * @param file path below the maps folder, with `/`. Never throws: what is wrong is in `findings`.
 */
export function parseTiledMap(file: string, reader: MapReader): ParsedMap {
  const findings = new Findings();
  const map = readMap(file, reader, findings);
  if (!map || findings.refused) return { findings: findings.all };
  for (const { severity, place, sentence } of checkMap(map)) findings[severity === 'error' ? 'refuse' : 'warn'](place, sentence);
  return findings.refused ? { findings: findings.all } : { map, findings: findings.all };
}

function readJson(file: string, reader: MapReader, findings: Findings): unknown {
  const bytes = reader.read(file);
  if (typeof bytes === 'string') return findings.refuse('', `${bytes}.`);
  const text = new TextDecoder().decode(bytes);
  if (/^\s*</.test(text)) return findings.refuse('', 'is XML; in Tiled choose "Save As" and the type "JSON map files (.tmj)".');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : 'unreadable';
    return findings.refuse('', `is not JSON (${why}).`);
  }
}

function readMap(file: string, reader: MapReader, findings: Findings): OfficeMap | undefined {
  const json = readJson(file, reader, findings);
  if (json === undefined) return undefined;
  const raw = readShape(tiledMap, json, '', findings);
  if (!raw) return undefined;
  if (raw.orientation !== 'orthogonal')
    return findings.refuse('', `is ${raw.orientation.slice(0, 40)}; only orthogonal maps can be walked on.`);
  if (raw.infinite) return findings.refuse('', 'is infinite; switch "Infinite" off in the properties of the map.');
  const { width: widthTiles, height: heightTiles } = raw;
  if (widthTiles < 1 || heightTiles < 1 || widthTiles > LARGEST_MAP_TILES || heightTiles > LARGEST_MAP_TILES)
    return findings.refuse(
      '',
      `is ${widthTiles} x ${heightTiles} tiles; 1 x 1 to ${LARGEST_MAP_TILES} x ${LARGEST_MAP_TILES} are possible.`,
    );
  if (raw.tilewidth !== raw.tileheight)
    findings.warn('', `has tiles of ${raw.tilewidth} x ${raw.tileheight} px; they are stretched to squares.`);
  const scale = { x: TILE_PX / raw.tilewidth, y: TILE_PX / raw.tileheight };
  const layers = flattenLayers(raw.layers, scale, findings);
  if (!mayUnpack(layers, findings)) return undefined;
  const tilesets = readTilesets(raw.tilesets, file, scale, reader, findings);
  const reading: Reading = { file, reader, findings, widthTiles, heightTiles, scale, tilesets, claimId: idClaims(findings) };
  const properties = propertiesOf(raw.properties);
  warnIgnored(properties, '', reading);
  const name = officeIdOf(file);
  const map: OfficeMap = {
    name,
    title: textOf(properties, 'mapName')?.slice(0, 160) ?? name.split('/').at(-1) ?? name,
    credits: credits(
      layers,
      [textOf(properties, 'mapDescription'), textOf(properties, 'mapCopyright'), textOf(properties, 'mapLink')],
      reading,
    ),
    widthTiles,
    heightTiles,
    walkable: '',
    collisions: [],
    starts: [],
    areas: [],
    seats: [],
    things: [],
    websites: [],
    drawing: { scale, tilesets: tilesets.drawn, layers: [], above: 0, lights: [] },
    version: '',
  };
  const background = colourOf(raw.backgroundcolor);
  if (background !== undefined) map.drawing.backgroundColor = background;
  readLayers(layers, reading, map);
  if (findings.refused) return undefined;
  map.walkable = packWalkGrid(walkableOf(map));
  map.version = createHash('sha256').update(JSON.stringify(map)).digest('hex').slice(0, 16);
  return map;
}

function mayUnpack(layers: readonly PlacedLayer[], findings: Findings): boolean {
  let bytes = 0;
  for (const { raw, place } of layers) {
    if (raw.type !== 'tilelayer') continue;
    if (raw.width > LARGEST_MAP_TILES || raw.height > LARGEST_MAP_TILES)
      findings.refuse(place, `is ${raw.width} x ${raw.height} tiles; at most ${LARGEST_MAP_TILES} x ${LARGEST_MAP_TILES} are possible.`);
    bytes += raw.width * raw.height * 4;
  }
  if (bytes > LARGEST_UNPACKED_BYTES) findings.refuse('', `unpacks to ${Math.ceil(bytes / 1e6)} MB of tiles; at most 20 MB are read.`);
  return !findings.refused;
}

const isFloorLayer = (layer: PlacedLayer): boolean => layer.raw.type === 'objectgroup' && /(^|\/)floorLayer$/.test(layer.look.name);

function readLayers(layers: readonly PlacedLayer[], reading: Reading, map: OfficeMap): void {
  const { findings } = reading;
  const drawing: Drawing = map.drawing;
  const floor = layers.findIndex(isFloorLayer);
  if (floor < 0) findings.warn('', 'has no object layer named "floorLayer": no layer is drawn over people.');
  layers.forEach((layer, index) => {
    if (layer.raw.type === 'tilelayer') {
      const read = readTileLayer(layer, reading);
      if (!read) return;
      if (read.drawn) drawing.layers.push(read.drawn);
      if (read.collision) map.collisions.push(read.collision);
      map.areas.push(...read.areas);
      map.starts.push(...read.starts);
    } else {
      const read = readObjectLayer(layer, index === floor, reading);
      map.areas.push(...read.areas);
      map.starts.push(...read.starts);
      map.seats.push(...read.seats);
      map.things.push(...read.things);
      map.websites.push(...read.websites);
      drawing.lights.push(...read.lights);
      // texts of the floor layer lie on the floor, under the furniture; elsewhere they are signs on it
      const drawn = index === floor ? [read.texts, read.sprites] : [read.sprites, read.texts];
      for (const part of drawn) if (part) drawing.layers.push(part);
    }
    if (index === floor) drawing.above = drawing.layers.length;
  });
  if (floor < 0) drawing.above = drawing.layers.length;
  const effort = map.areas.reduce((sum, area) => sum + effortOf(area.shape, map), 0);
  if (effort > MOST_AREA_TILES) findings.refuse('', 'has too many areas that lie upon one another.');
}

/** Tiles to look at when an area is laid over the map; corners of polygons cost extra. */
function effortOf(shape: Shape, map: OfficeMap): number {
  if (shape.kind === 'tiles') return shape.tiles.length;
  const box = boundsOf(shape, map.widthTiles);
  const across = Math.min(map.widthTiles, Math.ceil(box.width / TILE_PX) + 1);
  const down = Math.min(map.heightTiles, Math.ceil(box.height / TILE_PX) + 1);
  return across * down * (shape.kind === 'polygon' ? 1 + shape.points.length / 10 : 1);
}

function credits(layers: readonly PlacedLayer[], ofMap: readonly (string | undefined)[], reading: Reading): string[] {
  const ofLayers = layers.flatMap((layer) => textOf(layer.properties, 'audioCopyright') ?? []);
  const all = [...ofMap, ...reading.tilesets.credits, ...ofLayers].filter((line) => line !== undefined);
  return [...new Set(all.map((line) => line.slice(0, 2000)))].slice(0, 100);
}
