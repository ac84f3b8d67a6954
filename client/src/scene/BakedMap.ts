// The still part of the map: baked square by square into textures as the camera comes near, the longest unseen given up.
import type Phaser from 'phaser';
import { bakeLayers, type OpenLayer } from './bakeLayers.ts';
import { CHUNK_PX, type ChunkPlace, chunkKey, chunkRect, chunksIn, grown, levelFor } from './chunks.ts';
import { DEPTH } from './depths.ts';
import type { LayerRun } from './mapLayers.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import type { TilePictures } from './TilePictures.ts';
import type { View } from './viewMath.ts';

/** Squares kept: a full screen at zoom 1 on a large display needs about 24. */
const KEPT = 48;
/** Squares this near to the view are baked before they are seen, one a frame. */
const AHEAD_PX = 160;

interface Chunk {
  image: Phaser.GameObjects.Image;
  key: string;
  run: number;
  usedAt: number;
}

export class BakedMap {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #pictures: TilePictures;
  /** Part of the textures' keys: the next version of the map is baked while this one is still shown. */
  readonly #name: string;
  readonly #runs: readonly LayerRun[];
  readonly #everything: readonly OpenLayer[];
  readonly #width: number;
  readonly #height: number;
  readonly #chunks = new Map<string, Chunk>();
  #clock = 0;

  /** @param everything all layers, for the picture of the whole map in which sorted sprites are baked too @param width,height px of the map */
  constructor(
    scene: Phaser.Scene,
    textures: Textures,
    pictures: TilePictures,
    map: { name: string; runs: readonly LayerRun[]; everything: readonly OpenLayer[]; width: number; height: number },
  ) {
    this.#scene = scene;
    this.#textures = textures;
    this.#pictures = pictures;
    this.#name = map.name;
    this.#runs = map.runs;
    this.#everything = map.everything;
    this.#width = map.width;
    this.#height = map.height;
  }

  /** Shows what the view needs. @returns whether something was baked, so that an idle scene draws once more */
  show(view: View, whole: boolean): boolean {
    this.#clock++;
    const level = levelFor(view.zoom);
    let baked = false;
    if (whole) baked = this.#showRun(-1, view, level);
    else for (const index of this.#runs.keys()) baked = this.#showRun(index, view, level) || baked;
    for (const chunk of this.#chunks.values()) chunk.image.visible = chunk.usedAt === this.#clock;
    this.#giveUp();
    return baked;
  }

  end(): void {
    for (const chunk of this.#chunks.values()) this.#drop(chunk);
    this.#chunks.clear();
  }

  #showRun(run: number, view: View, level: number): boolean {
    const parallax = this.#runs[run]?.parallax ?? { x: 1, y: 1 };
    // Tiled moves a layer by (1 - parallax) of the camera's middle
    const shiftX = (1 - parallax.x) * (view.rect.x + view.rect.width / 2);
    const shiftY = (1 - parallax.y) * (view.rect.y + view.rect.height / 2);
    const rect = { ...view.rect, x: view.rect.x - shiftX, y: view.rect.y - shiftY };
    let baked = false;
    for (const place of chunksIn(rect, this.#width, this.#height, level)) {
      const chunk = this.#chunkAt(run, place) ?? this.#bake(run, place);
      baked ||= chunk.usedAt === 0;
      chunk.usedAt = this.#clock;
      const at = chunkRect(place);
      chunk.image.setPosition(at.x + shiftX, at.y + shiftY);
    }
    if (baked) return true;
    const next = chunksIn(grown(rect, AHEAD_PX), this.#width, this.#height, level).find((place) => !this.#chunkAt(run, place));
    if (next) this.#bake(run, next).image.visible = false;
    return next !== undefined;
  }

  #chunkAt(run: number, place: ChunkPlace): Chunk | undefined {
    return this.#chunks.get(`${run}/${chunkKey(place)}`);
  }

  #bake(run: number, place: ChunkPlace): Chunk {
    const key = `${run}/${chunkKey(place)}`;
    const { canvas, context } = makeCanvas(CHUNK_PX, CHUNK_PX);
    const layers = run < 0 ? this.#everything : (this.#runs[run]?.layers ?? []);
    const rect = chunkRect(place);
    const animated = run < 0 ? 'still' : 'left out';
    bakeLayers({ context, rect, scale: CHUNK_PX / rect.width, pictures: this.#pictures, animated }, layers);
    const texture = this.#textures.add(`${this.#name} ${key}`, canvas, place.level > 0 || run < 0);
    const image = this.#scene.add.image(rect.x, rect.y, texture.key).setOrigin(0, 0);
    image.setDisplaySize(rect.width, rect.height).setDepth((this.#runs[run]?.place === 'above' ? DEPTH.above : DEPTH.ground) + run);
    const chunk = { image, key, run, usedAt: 0 };
    this.#chunks.set(key, chunk);
    return chunk;
  }

  #giveUp(): void {
    if (this.#chunks.size <= KEPT) return;
    const unseen = [...this.#chunks.values()].filter((chunk) => chunk.usedAt !== this.#clock).sort((a, b) => a.usedAt - b.usedAt);
    for (const chunk of unseen.slice(0, this.#chunks.size - KEPT)) {
      this.#drop(chunk);
      this.#chunks.delete(chunk.key);
    }
  }

  #drop(chunk: Chunk): void {
    const { key } = chunk.image.texture;
    chunk.image.destroy();
    this.#textures.remove(key);
  }
}
