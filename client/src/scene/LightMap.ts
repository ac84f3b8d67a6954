// Light over the world: a coarse picture the world is multiplied with, made of the lights that stand still and a soft one for each avatar.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { Light } from '@comptoir/shared/map/OfficeMap';
import Phaser from 'phaser';
import type { Daylight } from './daylight.ts';
import { DEPTH } from './depths.ts';
import { addPool, cssLight, type Dimming, drawLights } from './drawLights.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import type { View } from './viewMath.ts';

/** CSS px per texel on screen: soft light needs no more. */
const TEXEL_CSS_PX = 4;
/** Longest side of the picture of the still lights. */
const STILL_MOST_PX = 1280;
const KEY = 'light';
/** Everybody carries a little light of their own, so that faces stay readable in the evening. px and strength in the evening. */
const GLOW_RADIUS_PX = 40;
const GLOW_COLOR = 0xffd9a8;
const GLOW_STRENGTH = 0.26;
const CHEST_PX = 24;
/** Beyond so many the square is bright anyway. */
const MOST_GLOWS = 400;

type Canvas = ReturnType<typeof makeCanvas>;

export class LightMap {
  readonly #textures: Textures;
  readonly #image: Phaser.GameObjects.Image;
  readonly #glow: Canvas;
  #still: Canvas | undefined;
  #stillScale = 1;
  #live: Canvas;
  #drawnFor = '';
  #daylight: Daylight = { outdoors: [1, 1, 1], evening: 0 };

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#textures = textures;
    this.#live = makeCanvas(2, 2);
    this.#glow = makeCanvas(64, 64);
    const { context } = this.#glow;
    addPool(context, { x: 32, y: 32 }, 32, 32, GLOW_COLOR, GLOW_STRENGTH);
    textures.add(KEY, this.#live.canvas, true);
    this.#image = scene.add.image(0, 0, KEY).setOrigin(0, 0).setDepth(DEPTH.light).setBlendMode(Phaser.BlendModes.MULTIPLY);
  }

  /** The lights of a map at an hour; to be called again when either changes. Sizes: px of the map. */
  light(map: { width: number; height: number }, lights: readonly Light[], daylight: Daylight, dimming: Dimming | undefined): void {
    this.#daylight = daylight;
    this.#stillScale = Math.min(0.5, STILL_MOST_PX / Math.max(map.width, map.height));
    const still = makeCanvas(map.width * this.#stillScale, map.height * this.#stillScale);
    still.context.setTransform(this.#stillScale, 0, 0, this.#stillScale, 0, 0);
    drawLights(still.context, map, lights, daylight, dimming);
    this.#still = still;
    this.#drawnFor = '';
  }

  /** @param feet of all in view, px of the map @param moved whether any of them moved since the last frame */
  show(view: View, feet: readonly Point[], moved: boolean): void {
    const { rect, zoom, dpr } = view;
    const texel = (TEXEL_CSS_PX * dpr) / zoom;
    // whole texels of the map, so that light does not shimmer while the camera moves
    const left = Math.floor(rect.x / texel) - 1;
    const top = Math.floor(rect.y / texel) - 1;
    const columns = Math.ceil((rect.x + rect.width) / texel) + 1 - left;
    const rows = Math.ceil((rect.y + rect.height) / texel) + 1 - top;
    const glows = this.#daylight.evening > 0.05 ? feet : [];
    const drawnFor = `${left} ${top} ${columns} ${rows} ${texel} ${glows.length}`;
    if (drawnFor === this.#drawnFor && !(moved && glows.length > 0)) return;
    this.#drawnFor = drawnFor;
    this.#resize(columns, rows);
    const { context } = this.#live;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'source-over';
    context.globalAlpha = 1;
    context.fillStyle = cssLight(this.#daylight.outdoors);
    context.fillRect(0, 0, columns, rows);
    this.#drawStill({ x: left * texel, y: top * texel, width: columns * texel, height: rows * texel }, columns, rows);
    this.#drawGlows(glows, left, top, texel);
    this.#textures.renew(this.#textures.get(KEY), true);
    this.#image.setPosition(left * texel, top * texel).setScale(texel);
  }

  #resize(columns: number, rows: number): void {
    const { canvas } = this.#live;
    if (canvas.width === columns && canvas.height === rows) return;
    this.#live = makeCanvas(columns, rows);
    this.#image.setTexture('__DEFAULT');
    this.#textures.remove(KEY);
    this.#textures.add(KEY, this.#live.canvas, true);
    this.#image.setTexture(KEY).setOrigin(0, 0);
  }

  #drawStill(rect: Rect, columns: number, rows: number): void {
    if (!this.#still) return;
    const s = this.#stillScale;
    this.#live.context.drawImage(this.#still.canvas, rect.x * s, rect.y * s, rect.width * s, rect.height * s, 0, 0, columns, rows);
  }

  #drawGlows(feet: readonly Point[], left: number, top: number, texel: number): void {
    const { context } = this.#live;
    const size = (2 * GLOW_RADIUS_PX) / texel;
    context.globalCompositeOperation = 'lighter';
    context.globalAlpha = this.#daylight.evening;
    for (const at of feet.slice(0, MOST_GLOWS))
      context.drawImage(this.#glow.canvas, at.x / texel - left - size / 2, (at.y - CHEST_PX) / texel - top - size / 2, size, size);
  }
}
