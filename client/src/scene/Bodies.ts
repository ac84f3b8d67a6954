// Everybody's bodies among the furniture: those on one row of px are one object for the engine, which takes its time for each object.
import { FEET_Y, FRAME_W } from '@comptoir/assets/avatar/frames';
import type Phaser from 'phaser';
import type { Cut } from './AvatarSheets.ts';
import { addBlitter } from './addBlitter.ts';

/** A texture the engine always has; each bob shows a frame of its own. */
const BLANK = '__DEFAULT';

/** The engine draws the frame of each bob, of whatever texture; its types speak of frames of one texture only. */
interface Framed {
  frame: Phaser.Textures.Frame;
}

/** One person as drawn: feet in px of the map. */
export interface Figure {
  cut: Cut;
  x: number;
  y: number;
  /** In the order of everything that stands. */
  depth: number;
  mirrored: boolean;
  alpha: number;
}

/** All bodies at one depth. */
class Row {
  readonly #blitter: Phaser.GameObjects.Blitter;
  readonly #bobs: Phaser.GameObjects.Bob[] = [];
  #used = 0;

  constructor(scene: Phaser.Scene) {
    this.#blitter = addBlitter(scene, BLANK);
  }

  /** Before the first body of a frame. */
  begin(depth: number): void {
    this.#used = 0;
    this.#blitter.visible = true;
    // setting it makes the engine sort everything
    if (this.#blitter.depth !== depth) this.#blitter.depth = depth;
  }

  put({ cut, x, y, mirrored, alpha }: Figure): void {
    const bob = this.#bobs[this.#used] ?? this.#blitter.create(0, 0);
    this.#bobs[this.#used] = bob;
    this.#used++;
    (bob as unknown as Framed).frame = cut.frame;
    bob.x = x - FRAME_W / 2 + (mirrored ? FRAME_W - cut.x - cut.w : cut.x);
    bob.y = y - FEET_Y + cut.y;
    bob.flipX = mirrored;
    bob.alpha = alpha;
    bob.visible = true;
  }

  /** After the last one. */
  finish(): void {
    for (let i = this.#used; i < this.#bobs.length; i++) {
      const bob = this.#bobs[i];
      if (bob) bob.visible = false;
    }
  }

  hide(): void {
    this.#blitter.visible = false;
  }
}

export class Bodies {
  readonly #scene: Phaser.Scene;
  /** By depth; those of this frame, and those of the frame before until it ends. */
  #rows = new Map<number, Row>();
  #before = new Map<number, Row>();
  readonly #spare: Row[] = [];

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  /** Before the first body of a frame. */
  begin(): void {
    [this.#before, this.#rows] = [this.#rows, this.#before];
  }

  put(body: Figure): void {
    let row = this.#rows.get(body.depth);
    if (!row) {
      row = this.#before.get(body.depth) ?? this.#spare.pop() ?? new Row(this.#scene);
      this.#before.delete(body.depth);
      this.#rows.set(body.depth, row);
      row.begin(body.depth);
    }
    row.put(body);
  }

  /** After the last one: rows on which nobody stands any more are kept for others. */
  finish(): void {
    for (const row of this.#rows.values()) row.finish();
    for (const row of this.#before.values()) {
      row.hide();
      this.#spare.push(row);
    }
    this.#before.clear();
  }
}
