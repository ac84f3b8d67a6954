// The map as the program knows it: where feet may go, areas, seats, things, starts, and what to draw; no Tiled in here.
import type { Point, Rect } from '../geometry.ts';
import type { Rank } from '../people.ts';

/** All coordinates are px of the map at 32 px a tile, y down. */
export type Shape =
  | ({ kind: 'rect' } & Rect)
  | { kind: 'polygon'; points: Point[] }
  /** Row-major tile indexes (y * widthTiles + x), from tile layers with area properties. */
  | { kind: 'tiles'; tiles: number[] };

export type ConversationTrait = 'meeting' | 'stage' | 'audience' | 'quiet';
export type Trigger = 'onenter' | 'onaction' | 'onicon';

export interface WebsiteTrait {
  url: string;
  trigger: Trigger;
  triggerMessage?: string;
  /** Share of the window's width, 1-100. */
  widthPercent: number;
  closable: boolean;
  /** The iframe's `allow` attribute. */
  policy?: string;
}

/** What an area does to those inside. On overlap the smallest area wins, trait by trait. */
export interface Traits {
  conversation?: ConversationTrait;
  auditorium?: string;
  /** Auditorium: while a talk is on there, this room takes its speakers and leaders only. */
  backstage?: string;
  /** Auditorium: where one stays after its talks. */
  lounge?: string;
  /** A place where arrivals appear: `true` = the default one as well as by name. */
  start?: boolean;
  exit?: { url: string };
  /** The camera frames the area; margin as a share of its size. */
  focus?: { marginShare: number };
  audio?: { url: string; loop: boolean; volume: number };
  website?: WebsiteTrait;
  tab?: { url: string; trigger: Trigger; triggerMessage?: string };
  minRank?: Rank;
}

export interface Area {
  /** Unique in the map: the name, or a generated one. */
  id: string;
  name: string;
  /** Display names by language, where the author gave them. */
  labels: Partial<Record<string, string>>;
  shape: Shape;
  /** In tiles, for "the smallest wins". */
  sizeTiles: number;
  traits: Traits;
}

export type Facing = 'down' | 'up' | 'left' | 'right';

export interface Seat {
  id: string;
  /** The tile one sits on. */
  tileX: number;
  tileY: number;
  facing: Facing;
  table?: string;
  desk?: string;
  /** Where the seated feet are drawn, px; and the depth (a y in px) between the seat's back and its front. */
  feetX: number;
  feetY: number;
  depth: number;
  /** Rows of the 56-px avatar frame from this one on are hidden (audience rows). */
  clip?: number;
}

/** Something to use with X: the coffee machine, a board. */
export interface Thing {
  id: string;
  use: string;
  labels: Partial<Record<string, string>>;
  shape: Rect;
  /** Where its steam rises, px. */
  steam?: Point;
}

/** A place to appear at. `name` is what stands in the address behind `#`. */
export interface Start {
  name: string;
  /** An area object, a tile with a `start` property, or a whole tile layer. */
  from: 'area' | 'tile' | 'layer';
  shape: Shape;
}

/** `tiles`: packRuns of widthTiles x heightTiles, 1 where the layer blocks. */
export interface LayerCollision {
  layer: string;
  /** As saved in the file. */
  visible: boolean;
  tiles: string;
}

/** A web page lying on the floor. */
export interface Website {
  id: string;
  url: string;
  shape: Rect;
  policy?: string;
}

/** A lamp, screen, window or room light: added to the light map in the evening (and `day` times that by day). */
export interface Light {
  shape: 'ellipse' | 'rect';
  /** px: centre and half sizes. */
  x: number;
  y: number;
  radiusX: number;
  radiusY: number;
  /** 0xrrggbb */
  color: number;
  strength: number;
  day: number;
  kind: string;
}

export interface DrawnTileset {
  /** First global tile id; ids are the Tiled file's own. */
  firstId: number;
  /** Each picture once; a tile names its picture and the pixels in it. An SVG is to be drawn at this width and height. */
  images: { url: string; width: number; height: number }[];
  /** Regular grid in images[0] ... */
  grid?: { columns: number; count: number; tileWidth: number; tileHeight: number; margin: number; spacing: number };
  /** ... or single pictures and sub-rectangles. Key: local id. */
  tiles?: Record<number, { image: number; x: number; y: number; width: number; height: number }>;
  /**
   * Key: local id. Depth base line in px of the map above (negative) or below the bottom edge, and traits of drawing.
   * `sway`: px of the map at the foot that stand still while the rest moves in the wind.
   */
  details?: Record<number, { baseline?: number; fades?: boolean; sway?: number; name?: string; animation?: { id: number; ms: number }[] }>;
  /** px of the map, added to every tile and tile object of this tileset. */
  tileOffset?: Point;
}

export interface LayerLook {
  /** With the names of the folders it lies in: 'upstairs/walls'. Switching 'upstairs' switches all that begins with 'upstairs/'. */
  name: string;
  visible: boolean;
  opacity: number;
  /** 0xrrggbb multiplied in. */
  tint?: number;
  offset: Point;
  parallax: Point;
}

/** Global ids, row-major; the flip bits of Tiled are kept: 31 horizontal, 30 vertical, 29 diagonal. 0 is empty. */
export interface TileLayer extends LayerLook {
  kind: 'tiles';
  /** widthTiles x heightTiles global ids: unpackRuns(data, widthTiles * heightTiles) of packRuns.ts. */
  data: string;
  /** px of the map per tile step: 32. Pictures of tiles are `Drawing.scale` times their own size, bottom-left on the cell. */
  tileWidth: number;
  tileHeight: number;
  widthTiles: number;
  heightTiles: number;
}

export interface Sprite {
  /** Global id with flip bits. */
  gid: number;
  /** Bottom-left corner, px; size in px. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Clockwise about the bottom-left corner. */
  rotationDegrees: number;
  /** Absolute depth (a y in px) when it is not y + the tile's `baseline`. */
  depth?: number;
}

/** Tile objects. `sorted` ones stand among the avatars by their base line; others are drawn in order. */
export interface SpriteLayer extends LayerLook {
  kind: 'sprites';
  sorted: boolean;
  sprites: Sprite[];
}

export interface TextLayer extends LayerLook {
  kind: 'texts';
  texts: {
    x: number;
    y: number;
    width: number;
    height: number;
    rotationDegrees: number;
    text: string;
    color: number;
    fontPx: number;
    fontFamily: string;
    bold: boolean;
    italic: boolean;
    align: 'left' | 'center' | 'right';
    verticalAlign: 'top' | 'center' | 'bottom';
    wrap: boolean;
  }[];
}

export type DrawLayer = TileLayer | SpriteLayer | TextLayer;

export interface Drawing {
  backgroundColor?: number;
  /** px of the map per px of a tile picture: 1 for maps of 32 px tiles. Everything else in here is px of the map already. */
  scale: Point;
  tilesets: DrawnTileset[];
  /** Bottom to top. */
  layers: DrawLayer[];
  /** Layers from this index on are drawn over the avatars. */
  above: number;
  lights: Light[];
}

export interface OfficeMap {
  /** File name without extension: 'office', 'events/summer'. */
  name: string;
  title: string;
  credits: string[];
  widthTiles: number;
  heightTiles: number;
  /** The WalkGrid's cells as the map opens: walkGridOf(map) of walkGrid.ts. */
  walkable: string;
  /** The tiles that block, layer by layer, so that switching a layer opens and closes doors: walkableOf of walkGrid.ts. */
  collisions: LayerCollision[];
  /** Where one may appear, in the order of the file: findStart.ts chooses. */
  starts: Start[];
  areas: Area[];
  seats: Seat[];
  things: Thing[];
  websites: Website[];
  drawing: Drawing;
  /** Changes when the file changed. */
  version: string;
}
