// Many copies of one small picture, drawn in one go: shadows under feet, glows around people.
import type { Point } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import { addBlitter } from './addBlitter.ts';

export class Marks {
  readonly #blitter: Phaser.GameObjects.Blitter;
  readonly #anchor: Point;
  readonly #bobs: Phaser.GameObjects.Bob[] = [];
  #used = 0;

  /** @param anchor the pixel of the picture that is put at a place */
  constructor(scene: Phaser.Scene, texture: string, depth: number, anchor: Point) {
    this.#blitter = addBlitter(scene, texture).setDepth(depth);
    this.#anchor = anchor;
  }

  blend(mode: number): void {
    this.#blitter.setBlendMode(mode);
  }

  /** Before the first mark of a frame. */
  begin(): void {
    this.#used = 0;
  }

  /** px of the map */
  put(x: number, y: number, alpha: number): void {
    const bob = this.#bobs[this.#used] ?? this.#blitter.create(0, 0);
    this.#bobs[this.#used] = bob;
    this.#used++;
    bob.x = x - this.#anchor.x;
    bob.y = y - this.#anchor.y;
    bob.alpha = alpha;
    if (!bob.visible) bob.visible = true;
  }

  /** After the last one: what is left over from the frame before goes away. */
  finish(): void {
    for (let i = this.#used; i < this.#bobs.length; i++) {
      const bob = this.#bobs[i];
      if (bob?.visible) bob.visible = false;
    }
  }
}
