// Many copies of one small picture, drawn in one go: shadows under feet, glows around people.
import type { Point } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import { Quads } from './Quads.ts';

export class Marks {
  readonly #quads: Quads;
  readonly #frame: Phaser.Textures.Frame;
  readonly #anchor: Point;

  /** @param anchor the pixel of the picture that is put at a place */
  constructor(scene: Phaser.Scene, texture: Phaser.Textures.Texture, depth: number, anchor: Point) {
    this.#quads = new Quads(scene);
    this.#quads.object.setDepth(depth);
    this.#frame = texture.get();
    this.#anchor = anchor;
  }

  blend(mode: number): void {
    this.#quads.object.setBlendMode(mode);
  }

  /** Before the first mark of a frame: those of the frame before go away. */
  begin(): void {
    this.#quads.begin();
  }

  /** px of the map */
  put(x: number, y: number, alpha: number): void {
    this.#quads.put(this.#frame, x - this.#anchor.x, y - this.#anchor.y, false, alpha);
  }
}
