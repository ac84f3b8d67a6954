// One tile layer: what is drawn of it, where it blocks, and which areas and starts its own and its tiles' properties make.
import { TILE_PX } from '@comptoir/shared/geometry';
import type { Area, LayerCollision, Start, TileLayer, Traits } from '@comptoir/shared/map/OfficeMap';
import { packRuns } from '@comptoir/shared/map/packRuns';
import { traitsOf } from './areaTraits.ts';
import type { PlacedLayer } from './flattenLayers.ts';
import { FLIP_BITS, ID_BITS, layerTiles } from './layerTiles.ts';
import type { Properties } from './properties.ts';
import { isOn, labelsOf, textOf } from './properties.ts';
import type { Reading } from './Reading.ts';

export interface ReadTileLayer {
  /** Absent when nothing of it can be seen. */
  drawn?: TileLayer;
  collision?: LayerCollision;
  areas: Area[];
  starts: Start[];
}

export function readTileLayer(layer: PlacedLayer, reading: Reading): ReadTileLayer | undefined {
  const { raw, look, place } = layer;
  const ids = layerTiles(raw, place, reading.findings);
  if (!ids) return undefined;
  forgetUnknownTiles(ids, place, reading);
  const read: ReadTileLayer = { areas: [], starts: [] };
  const isEmpty = ids.every((id) => id === 0);
  if (!isEmpty && look.opacity > 0)
    read.drawn = {
      kind: 'tiles',
      ...look,
      offset: { x: look.offset.x + raw.x * TILE_PX, y: look.offset.y + raw.y * TILE_PX },
      data: packRuns(ids),
      tileWidth: TILE_PX,
      tileHeight: TILE_PX,
      widthTiles: raw.width,
      heightTiles: raw.height,
    };
  const onMap = cellsOnMap(ids, layer, reading);
  const solid = new Uint8Array(reading.widthTiles * reading.heightTiles);
  for (const [tile, gid] of onMap) {
    const properties = reading.tilesets.properties.get(gid);
    if (properties && isOn(properties, 'collides')) solid[tile] = 1;
  }
  if (solid.includes(1)) read.collision = { layer: look.name, visible: look.visible, tiles: packRuns(solid) };
  readLayerProperties(layer, onMap, reading, read);
  readTileProperties(layer, onMap, reading, read);
  return read;
}

/** Ids that no tileset has are emptied, as Tiled draws nothing for them. */
function forgetUnknownTiles(ids: Uint32Array, place: string, reading: Reading): void {
  const known = new Map<number, boolean>();
  for (let i = 0; i < ids.length; i++) {
    const id = (ids[i] ?? 0) & ID_BITS;
    if (id === 0) {
      ids[i] = 0;
      continue;
    }
    let isKnown = known.get(id);
    if (isKnown === undefined) {
      isKnown = reading.tilesets.sizeOf(id) !== undefined;
      known.set(id, isKnown);
      if (!isKnown) reading.findings.warn(place, `tile ${id} is in no tileset and left empty.`);
    }
    ids[i] = isKnown ? ((ids[i] ?? 0) & (FLIP_BITS | ID_BITS)) >>> 0 : 0;
  }
}

/** Filled cells as [tile index of the map, global id], where the layer is seen: its offset counts in whole tiles. */
function cellsOnMap(ids: Uint32Array, layer: PlacedLayer, reading: Reading): [number, number][] {
  const { raw, look } = layer;
  const { widthTiles, heightTiles } = reading;
  const dx = Math.round(raw.x + look.offset.x / TILE_PX);
  const dy = Math.round(raw.y + look.offset.y / TILE_PX);
  const cells: [number, number][] = [];
  for (let i = 0; i < ids.length; i++) {
    const id = (ids[i] ?? 0) & ID_BITS;
    const x = (i % raw.width) + dx;
    const y = Math.floor(i / raw.width) + dy;
    if (id !== 0 && x >= 0 && y >= 0 && x < widthTiles && y < heightTiles) cells.push([y * widthTiles + x, id]);
  }
  return cells;
}

const hasTraits = (traits: Traits): boolean => Object.keys(traits).length > 0;

function areaOfTiles(name: string, tiles: number[], traits: Traits, properties: Properties, place: string, reading: Reading): Area {
  const id = reading.claimId(name, place);
  return { id, name, labels: labelsOf(properties), shape: { kind: 'tiles', tiles }, sizeTiles: tiles.length, traits };
}

function readLayerProperties(layer: PlacedLayer, cells: readonly [number, number][], reading: Reading, read: ReadTileLayer): void {
  const { look, place, properties } = layer;
  const tiles = cells.map(([tile]) => tile);
  const isStart = isOn(properties, 'startLayer') || isOn(properties, 'start');
  if (isStart || /(^|\/)start$/.test(look.name)) {
    if (tiles.length > 0) read.starts.push({ name: look.name, from: 'layer', shape: { kind: 'tiles', tiles } });
    else reading.findings.warn(place, 'is a start, but has no tile on the map.');
  }
  const traits = traitsOf(properties, place, reading);
  if (hasTraits(traits) && tiles.length > 0) read.areas.push(areaOfTiles(look.name, tiles, traits, properties, place, reading));
}

/** Tiles with the same properties make one area per layer. */
function readTileProperties(layer: PlacedLayer, cells: readonly [number, number][], reading: Reading, read: ReadTileLayer): void {
  const { look, place } = layer;
  const byId = new Map<number, number[]>();
  for (const [tile, gid] of cells) {
    if (!reading.tilesets.properties.has(gid)) continue;
    const tiles = byId.get(gid);
    if (tiles) tiles.push(tile);
    else byId.set(gid, [tile]);
  }
  const areas = new Map<string, { traits: Traits; tiles: number[]; properties: Properties }>();
  const starts = new Map<string, number[]>();
  for (const [gid, tiles] of byId) {
    const properties = reading.tilesets.properties.get(gid) ?? new Map();
    const start = isOn(properties, 'start') ? 'start' : textOf(properties, 'start');
    if (start !== undefined && start !== 'false') starts.set(start, [...(starts.get(start) ?? []), ...tiles]);
    const traits = traitsOf(properties, `a tile of ${place}`, reading);
    if (!hasTraits(traits)) continue;
    const key = JSON.stringify(traits);
    areas.set(key, { traits, tiles: [...(areas.get(key)?.tiles ?? []), ...tiles], properties });
  }
  for (const [name, tiles] of starts) read.starts.push({ name, from: 'tile', shape: { kind: 'tiles', tiles } });
  let n = 0;
  for (const { traits, tiles, properties } of areas.values()) {
    n++;
    read.areas.push(areaOfTiles(`${look.name}/tiles-${n}`, tiles, traits, properties, place, reading));
  }
}
