// The light of one hall: comes up when a talk begins in it, goes when it is over.
import type { Rect } from '@comptoir/shared/geometry';
import Phaser from 'phaser';
import { brightening } from '../brightening.ts';
import { overlaps } from '../chunks.ts';
import { DEPTH } from '../depths.ts';
import { makeCanvas, type Textures } from '../Textures.ts';
import { drawBeams, drawDimming, drawPools } from './drawHallLight.ts';
import type { Hall } from './hallOf.ts';

/** Texels per px of the map: soft light needs few. */
const SOFT = 0.25;
const FINE = 0.5;
/** House lights take their time. */
const FADE_MS = 1100;

/** The stage has its own light in the evening: more would burn out faces. */
const EVENING_POOLS = 0.5;
const POOLS = 1;

type Draw = (context: CanvasRenderingContext2D) => void;

export class HallLight {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #hall: Hall;
  readonly #images: Phaser.GameObjects.Image[] = [];
  #evening: boolean | undefined;
  /** 0: as ever, 1: as during a talk. */
  share = 0;

  constructor(scene: Phaser.Scene, textures: Textures, hall: Hall) {
    this.#scene = scene;
    this.#textures = textures;
    this.#hall = hall;
  }

  /** @returns whether it is on its way */
  show(on: boolean, view: Rect, evening: boolean, passedMs: number, calm: boolean): boolean {
    const target = on ? 1 : 0;
    const step = calm ? 1 : passedMs / FADE_MS;
    this.share = target > this.share ? Math.min(target, this.share + step) : Math.max(target, this.share - step);
    const seen = this.share > 0 && overlaps(this.#hall.box, view);
    if (seen && this.#evening !== evening) this.#draw(evening);
    const alpha = this.share * this.share * (3 - 2 * this.share);
    for (const [i, image] of this.#images.entries())
      image.setVisible(seen).setAlpha(i === POOLS && evening ? alpha * EVENING_POOLS : alpha);
    return seen && this.share !== target;
  }

  end(): void {
    for (const image of this.#images.splice(0)) {
      const { key } = image.texture;
      image.destroy();
      this.#textures.remove(key);
    }
    this.#evening = undefined;
  }

  #draw(evening: boolean): void {
    this.end();
    this.#evening = evening;
    const hall = this.#hall;
    this.#add(SOFT, DEPTH.light + 0.5, Phaser.BlendModes.MULTIPLY, (context) => drawDimming(context, hall, evening));
    this.#add(SOFT, DEPTH.light + 2, brightening(this.#scene.game), (context) => drawPools(context, hall));
    this.#add(FINE, DEPTH.light + 3, Phaser.BlendModes.ADD, (context) => drawBeams(context, hall));
  }

  #add(scale: number, depth: number, blend: number, draw: Draw): void {
    const { x, y, width, height } = this.#hall.box;
    const { canvas, context } = makeCanvas(width * scale, height * scale);
    context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    draw(context);
    const { key } = this.#textures.add(this.#textures.freshKey('hall-light'), canvas, true);
    const image = this.#scene.add.image(x, y, key).setOrigin(0, 0).setDisplaySize(width, height);
    this.#images.push(image.setDepth(depth).setBlendMode(blend));
  }
}
