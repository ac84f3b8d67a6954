// Light over the world: a coarse picture of all lights that the world is multiplied with, and a soft glow that each avatar carries.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { Light } from '@comptoir/shared/map/OfficeMap';
import Phaser from 'phaser';
import { brightening } from './brightening.ts';
import type { Daylight } from './daylight.ts';
import { DEPTH } from './depths.ts';
import { addPool, type Dimming, drawLights } from './drawLights.ts';
import { Marks } from './Marks.ts';
import { makeCanvas, type Textures } from './Textures.ts';

/** Texels per px of the map at most: soft light needs no more, lit panes and lampshades no less. */
const FINEST = 0.5;
const MOST_PX = 1280;
const GLOW = 'glow';
const GLOW_RADIUS_PX = 40;
const GLOW_COLOR = 0xffe2bd;
/** How much brighter the middle of a glow is in the evening: faces stay readable away from lamps. */
const GLOW_SHARE = 0.3;
const CHEST_PX = 26;
/** Glows cover the view so many times over at most: in a crowd so dense nobody misses the others, and each is as dear as four bodies. */
const MOST_COVER = 3;

export class LightMap {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #glows: Marks;
  #image: Phaser.GameObjects.Image | undefined;
  #drawn = 0;
  #evening = 0;

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#scene = scene;
    this.#textures = textures;
    const { canvas, context } = makeCanvas(2 * GLOW_RADIUS_PX, 2 * GLOW_RADIUS_PX);
    addPool(context, { x: GLOW_RADIUS_PX, y: GLOW_RADIUS_PX }, GLOW_RADIUS_PX, GLOW_RADIUS_PX, GLOW_COLOR, GLOW_SHARE);
    textures.add(GLOW, canvas, true);
    this.#glows = new Marks(scene, textures.get(GLOW), DEPTH.light + 1, { x: GLOW_RADIUS_PX, y: GLOW_RADIUS_PX + CHEST_PX });
    this.#glows.blend(brightening(scene.game));
  }

  /** The lights of a map at an hour; to be called again when either changes. Sizes: px of the map. */
  light(map: { width: number; height: number }, lights: readonly Light[], daylight: Daylight, dimming: Dimming | undefined): void {
    const scale = Math.min(FINEST, MOST_PX / Math.max(map.width, map.height));
    const { canvas, context } = makeCanvas(map.width * scale, map.height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawLights(context, map, lights, daylight, dimming);
    this.#drawn++;
    const key = `light ${this.#drawn}`;
    this.#textures.add(key, canvas, true);
    const before = this.#image?.texture.key;
    this.#image?.destroy();
    if (before) this.#textures.remove(before);
    this.#image = this.#scene.add.image(0, 0, key).setOrigin(0, 0).setDisplaySize(map.width, map.height);
    this.#image.setDepth(DEPTH.light).setBlendMode(Phaser.BlendModes.MULTIPLY);
    this.#evening = daylight.evening;
  }

  /** @param feet of all in view, px of the map; mine the last */
  show(feet: readonly Point[], view: Rect): void {
    this.#glows.begin();
    const most = Math.ceil((MOST_COVER * view.width * view.height) / (2 * GLOW_RADIUS_PX) ** 2);
    if (this.#evening > 0.05) for (const at of feet.slice(-most)) this.#glows.put(at.x, at.y, this.#evening);
  }
}
