// Builds up a Tiled map layer by layer and hands out layer and object ids.
import { COLUMNS, ROWS, TILE } from './readPlan.ts';
import type { TiledJson, Value } from './tiledProperties.ts';
import { properties } from './tiledProperties.ts';

/** Map pixels. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Ids count up in writing order. */
export class TiledDocument {
  private nextLayerId = 1;
  private nextObjectId = 1;
  readonly layers: TiledJson[] = [];

  tileLayer(name: string, cells: readonly number[], extra: TiledJson = {}): void {
    this.layers.push({
      data: cells,
      height: ROWS,
      id: this.nextLayerId++,
      name,
      opacity: 1,
      type: 'tilelayer',
      visible: true,
      width: COLUMNS,
      x: 0,
      y: 0,
      ...extra,
    });
  }

  /** Tiled draws the objects in the order given. @param visible whether Tiled shows them: shapes lie over the picture like a veil */
  objectLayer(name: string, objects: readonly TiledJson[], { visible }: { visible: boolean }): void {
    const id = this.nextLayerId++;
    this.layers.push({ draworder: 'index', id, name, objects, opacity: 1, type: 'objectgroup', visible, x: 0, y: 0 });
  }

  object(type: string, name: string, { x, y, w, h }: Box, values: Record<string, Value | undefined>, extra: TiledJson = {}): TiledJson {
    const own = properties(values);
    const id = this.nextObjectId++;
    const object: TiledJson = { height: h, id, name, rotation: 0, type, visible: true, width: w, x, y, ...extra };
    return own.length ? { ...object, properties: own } : object;
  }

  finish(tilesets: TiledJson[], values: Record<string, Value>): TiledJson {
    return {
      compressionlevel: -1,
      height: ROWS,
      infinite: false,
      layers: this.layers,
      nextlayerid: this.nextLayerId,
      nextobjectid: this.nextObjectId,
      orientation: 'orthogonal',
      properties: properties(values),
      renderorder: 'right-down',
      tiledversion: '1.10.2',
      tileheight: TILE,
      tilesets,
      tilewidth: TILE,
      type: 'map',
      version: '1.10',
      width: COLUMNS,
    };
  }
}
