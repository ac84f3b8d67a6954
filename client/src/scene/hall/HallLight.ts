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

/** So much less in the evening: there is less light to take from the rows, and the stage has its own, with which faces would burn out. */
const EVENING_SHARE = 0.5;

type Draw = (context: CanvasRenderingContext2D) => void;

export class HallLight {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #hall: Hall;
  /** Made when it is first lit. */
  #pictures: { image: Phaser.GameObjects.Image; changes: boolean }[] = [];
  /** 0: as ever, 1: as during a talk. */
  share = 0;

  constructor(scene: Phaser.Scene, textures: Textures, hall: Hall) {
    this.#scene = scene;
    this.#textures = textures;
    this.#hall = hall;
  }

  /** @returns whether it is on its way */
  show(on: boolean, view: Rect, evening: number, passedMs: number, calm: boolean): boolean {
    const target = on ? 1 : 0;
    const step = calm ? 1 : passedMs / FADE_MS;
    this.share = target > this.share ? Math.min(target, this.share + step) : Math.max(target, this.share - step);
    const seen = this.share > 0 && overlaps(this.#hall.box, view);
    if (seen && this.#pictures.length === 0) this.#draw();
    const alpha = this.share * this.share * (3 - 2 * this.share);
    for (const { image, changes } of this.#pictures)
      image.setVisible(seen).setAlpha(changes ? alpha * (1 - EVENING_SHARE * evening) : alpha);
    return seen && this.share !== target;
  }

  end(): void {
    for (const { image } of this.#pictures) {
      const { key } = image.texture;
      image.destroy();
      this.#textures.remove(key);
    }
    this.#pictures = [];
  }

  #draw(): void {
    const hall = this.#hall;
    const pool = brightening(this.#scene.game);
    this.#pictures = [
      { image: this.#add(SOFT, DEPTH.light + 0.5, Phaser.BlendModes.MULTIPLY, (context) => drawDimming(context, hall)), changes: true },
      { image: this.#add(SOFT, DEPTH.light + 2, pool, (context) => drawPools(context, hall)), changes: true },
      { image: this.#add(FINE, DEPTH.light + 3, Phaser.BlendModes.ADD, (context) => drawBeams(context, hall)), changes: false },
    ];
  }

  #add(scale: number, depth: number, blend: number, draw: Draw): Phaser.GameObjects.Image {
    const { x, y, width, height } = this.#hall.box;
    const { canvas, context } = makeCanvas(width * scale, height * scale);
    context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    draw(context);
    const { key } = this.#textures.add(this.#textures.freshKey('hall-light'), canvas, true);
    const image = this.#scene.add.image(x, y, key).setOrigin(0, 0).setDisplaySize(width, height);
    return image.setDepth(depth).setBlendMode(blend);
  }
}
