// Everybody's bodies among the furniture: those on one row of px are one object for the engine, which takes its time for each object.
import { FEET_Y, FRAME_W } from '@comptoir/assets/avatar/frames';
import type Phaser from 'phaser';
import type { Cut } from './AvatarSheets.ts';
import { Quads } from './Quads.ts';

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

export class Bodies {
  readonly #scene: Phaser.Scene;
  /** By depth; those of this frame, and those of the frame before until it ends. */
  #rows = new Map<number, Quads>();
  #before = new Map<number, Quads>();
  readonly #spare: Quads[] = [];

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
      row = this.#before.get(body.depth) ?? this.#spare.pop() ?? new Quads(this.#scene);
      this.#before.delete(body.depth);
      this.#rows.set(body.depth, row);
      row.begin();
      // setting it makes the engine sort everything
      if (row.object.depth !== body.depth) row.object.depth = body.depth;
    }
    const { cut, x, y, mirrored, alpha } = body;
    row.put(cut.frame, x - FRAME_W / 2 + (mirrored ? FRAME_W - cut.x - cut.w : cut.x), y - FEET_Y + cut.y, mirrored, alpha);
  }

  /** After the last one: rows on which nobody stands any more are kept for others. */
  finish(): void {
    for (const row of this.#before.values()) {
      row.begin();
      this.#spare.push(row);
    }
    this.#before.clear();
  }
}
