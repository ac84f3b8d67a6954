// The picture of one ring: on the floor below everybody, and in the evening once more above the light, but never over anybody.
import type { Rect } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import { DEPTH } from './depths.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap } from './viewMath.ts';

/** Somebody as drawn: feet and height, px of the map. */
export interface Body {
  x: number;
  y: number;
  headTop: number;
  moving: boolean;
}

/** What stands on the floor. */
export interface Cover {
  bodies: readonly Body[];
  /** Draws what stands within a box, px of the map. */
  furniture(context: CanvasRenderingContext2D, box: Rect): void;
}

/** Canvases grow in steps of this, px. */
const STEP_PX = 64;
const HALF_BODY_PX = 12;
/** In the evening a ring is the brightest line on the floor, not a lamp. */
const GLOW = 0.75;

interface Layer {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  texture: Phaser.Textures.Texture;
}

export class RingPicture {
  /** px of the map that it covers. */
  box: Rect = { x: 0, y: 0, width: 0, height: 0 };
  readonly #textures: Textures;
  readonly #floor: Phaser.GameObjects.Image;
  readonly #glow: Phaser.GameObjects.Image;
  #layer: Layer | undefined;
  #glowLayer: Layer | undefined;

  constructor(scene: Phaser.Scene, textures: Textures, brightening: number) {
    this.#textures = textures;
    this.#floor = scene.add.image(0, 0, '__DEFAULT').setOrigin(0, 0).setDepth(DEPTH.rings).setVisible(false);
    this.#glow = scene.add
      .image(0, 0, '__DEFAULT')
      .setOrigin(0, 0)
      .setDepth(DEPTH.light + 1)
      .setBlendMode(brightening)
      .setVisible(false);
  }

  show(isSeen: boolean): void {
    this.#floor.visible = isSeen && this.#layer !== undefined;
    if (!isSeen) this.#glow.visible = false;
  }

  place(zoom: number, alpha: number, evening: number): void {
    const x = snap(this.box.x, zoom);
    const y = snap(this.box.y, zoom);
    this.#floor
      .setVisible(this.#layer !== undefined)
      .setPosition(x, y)
      .setAlpha(alpha);
    this.#glow.visible = evening > 0 && this.#glowLayer !== undefined;
    if (this.#glow.visible) this.#glow.setPosition(x, y).setAlpha(alpha * evening * GLOW);
  }

  /** @param cover what the glow stays off; undefined: there is none @param paint draws at px of the map */
  draw(box: Rect, cover: Cover | undefined, paint: (context: CanvasRenderingContext2D) => void): void {
    this.box = box;
    const layer = this.#fitting(this.#layer, this.#floor);
    this.#layer = layer;
    aim(layer, box);
    paint(layer.context);
    this.#textures.renewPart(layer.texture, layer.canvas, 0, 0);
    // the canvas may be larger: what is empty of it costs as much to draw as the ring
    this.#floor.setCrop(0, 0, box.width, box.height);
    if (!cover) return;
    const glow = this.#fitting(this.#glowLayer, this.#glow);
    this.#glowLayer = glow;
    aim(glow, box);
    glow.context.drawImage(layer.canvas, box.x, box.y);
    glow.context.globalCompositeOperation = 'destination-out';
    cover.furniture(glow.context, box);
    for (const { x, y, headTop } of cover.bodies) {
      if (x < box.x - HALF_BODY_PX || x > box.x + box.width + HALF_BODY_PX || y < box.y || y - headTop > box.y + box.height) continue;
      glow.context.beginPath();
      glow.context.roundRect(x - HALF_BODY_PX, y - headTop - 2, 2 * HALF_BODY_PX, headTop + 2, 9);
      glow.context.fill();
    }
    glow.context.globalCompositeOperation = 'source-over';
    this.#textures.renewPart(glow.texture, glow.canvas, 0, 0);
    this.#glow.setCrop(0, 0, box.width, box.height);
  }

  end(): void {
    this.#floor.destroy();
    this.#glow.destroy();
    for (const layer of [this.#layer, this.#glowLayer]) if (layer) this.#textures.remove(layer.texture.key);
  }

  #fitting(before: Layer | undefined, image: Phaser.GameObjects.Image): Layer {
    const { width, height } = this.box;
    if (before && before.canvas.width >= width && before.canvas.height >= height) return before;
    const size = (px: number): number => Math.ceil(px / STEP_PX) * STEP_PX;
    const made = makeCanvas(size(width), size(height));
    const texture = this.#textures.add(this.#textures.freshKey('ring'), made.canvas);
    image.setTexture(texture.key);
    if (before) this.#textures.remove(before.texture.key);
    return { ...made, texture };
  }
}

function aim({ canvas, context }: Layer, box: Rect): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(1, 0, 0, 1, -box.x, -box.y);
}
