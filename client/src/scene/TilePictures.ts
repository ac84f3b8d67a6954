// The pictures of a map: loads its images once and says which pixels show a tile.
import type { Point } from '@comptoir/shared/geometry';
import type { Drawing, DrawnTileset } from '@comptoir/shared/map/OfficeMap';

/** Anything a canvas can draw. */
export type Pixels = HTMLImageElement | HTMLCanvasElement;

export interface TilePicture {
  /** Unique among the map's images. */
  imageKey: string;
  pixels: Pixels;
  /** Pixels of the image. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TileDetails {
  baseline?: number;
  fades?: boolean;
  sway?: number;
  name?: string;
  animation?: { id: number; ms: number }[];
}

async function loadImage(url: string, width: number, height: number): Promise<Pixels | undefined> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return undefined;
  }
  if (image.naturalWidth === width && image.naturalHeight === height) return image;
  // an SVG has the size it is drawn at
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas;
}

export class TilePictures {
  /** px of the map per px of a picture. */
  readonly scale: Point;
  /** The largest tile, px of the map: how far a picture may reach out of its cell. */
  readonly reach: number;
  readonly #tilesets: DrawnTileset[];
  readonly #images: ReadonlyMap<string, Pixels>;
  readonly #pictures = new Map<number, TilePicture | undefined>();

  private constructor(drawing: Drawing, images: ReadonlyMap<string, Pixels>) {
    this.scale = drawing.scale;
    this.#tilesets = [...drawing.tilesets].sort((a, b) => b.firstId - a.firstId);
    this.#images = images;
    this.reach = Math.max(32, ...drawing.tilesets.map((tileset) => this.#largest(tileset)));
  }

  #largest(tileset: DrawnTileset): number {
    const own = Object.values(tileset.tiles ?? {}).map((tile) => Math.max(tile.width, tile.height));
    const grid = tileset.grid ? Math.max(tileset.grid.tileWidth, tileset.grid.tileHeight) : 0;
    // pictures of a collection are objects more often than tiles: a chunk looks this far at most
    return Math.min(256, Math.max(grid, ...own) * Math.max(this.scale.x, this.scale.y));
  }

  /** Loads every image; one that does not load is left out and its tiles are not drawn. @param baseUrl put before each address */
  static async load(drawing: Drawing, baseUrl: string): Promise<TilePictures> {
    const urls = new Map<string, { width: number; height: number }>();
    for (const tileset of drawing.tilesets) for (const image of tileset.images) urls.set(image.url, image);
    const images = new Map<string, Pixels>();
    await Promise.all(
      [...urls].map(async ([url, size]) => {
        const pixels = await loadImage(baseUrl + url, size.width, size.height);
        if (pixels) images.set(url, pixels);
      }),
    );
    return new TilePictures(drawing, images);
  }

  #tilesetOf(id: number): DrawnTileset | undefined {
    return this.#tilesets.find((tileset) => tileset.firstId <= id);
  }

  /** @param id global id without flip bits */
  pictureOf(id: number): TilePicture | undefined {
    if (this.#pictures.has(id)) return this.#pictures.get(id);
    const picture = this.#find(id);
    this.#pictures.set(id, picture);
    return picture;
  }

  #find(id: number): TilePicture | undefined {
    const tileset = this.#tilesetOf(id);
    if (!tileset) return undefined;
    const local = id - tileset.firstId;
    const single = tileset.tiles?.[local];
    const { grid } = tileset;
    const imageKey = tileset.images[single?.image ?? 0]?.url;
    const pixels = imageKey === undefined ? undefined : this.#images.get(imageKey);
    if (imageKey === undefined || !pixels) return undefined;
    if (single) return { imageKey, pixels, x: single.x, y: single.y, width: single.width, height: single.height };
    if (!grid || local >= grid.count) return undefined;
    const x = grid.margin + (local % grid.columns) * (grid.tileWidth + grid.spacing);
    const y = grid.margin + Math.floor(local / grid.columns) * (grid.tileHeight + grid.spacing);
    return { imageKey, pixels, x, y, width: grid.tileWidth, height: grid.tileHeight };
  }

  /** px of the map by which every picture of the tile's set is moved. */
  offsetOf(id: number): Point {
    return this.#tilesetOf(id)?.tileOffset ?? { x: 0, y: 0 };
  }

  detailsOf(id: number): TileDetails {
    const tileset = this.#tilesetOf(id);
    return tileset?.details?.[id - tileset.firstId] ?? {};
  }

  /** The pictures of an animated tile as global ids; undefined when it stands still. */
  animationOf(id: number): { id: number; ms: number }[] | undefined {
    const tileset = this.#tilesetOf(id);
    const frames = tileset?.details?.[id - tileset.firstId]?.animation;
    return frames?.length ? frames.map((frame) => ({ id: frame.id + (tileset?.firstId ?? 0), ms: frame.ms })) : undefined;
  }
}
