// The screen behind the stage of one hall while a talk is on: what is on it is drawn anew only when that changes.
import type { Rect } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import type { OnScreen } from '../../world/hallShow.ts';
import { overlaps } from '../chunks.ts';
import { makeCanvas, type Textures } from '../Textures.ts';
import { drawHallScreen } from './drawHallScreen.ts';

/** Texels per px of the map: words are read at twice the size. */
const FINE = 3;

export class HallScreen {
  readonly #textures: Textures;
  readonly #rect: Rect;
  readonly #context: CanvasRenderingContext2D;
  readonly #texture: Phaser.Textures.Texture;
  readonly #image: Phaser.GameObjects.Image;
  #shown: OnScreen | undefined;

  /** @param depth just before the screen itself */
  constructor(scene: Phaser.Scene, textures: Textures, rect: Rect, depth: number) {
    this.#textures = textures;
    this.#rect = rect;
    const { canvas, context } = makeCanvas(rect.width * FINE, rect.height * FINE);
    this.#context = context;
    this.#texture = textures.add(textures.freshKey('hall-screen'), canvas, true);
    this.#image = scene.add.image(rect.x, rect.y, this.#texture.key).setOrigin(0, 0).setDisplaySize(rect.width, rect.height);
    this.#image.setDepth(depth).setVisible(false);
  }

  /** @param share how far the lights of the talk are up, 0-1 */
  show(screen: OnScreen | undefined, share: number, view: Rect, whole: boolean): void {
    const seen = share > 0 && !whole && overlaps(this.#rect, view);
    if (seen && screen && !isSame(screen, this.#shown)) {
      this.#shown = screen;
      const { width, height } = this.#context.canvas;
      drawHallScreen(this.#context, screen, width, height);
      this.#textures.renew(this.#texture, true);
    }
    this.#image.setVisible(seen && this.#shown !== undefined).setAlpha(share);
  }

  /** After fonts have loaded. */
  redraw(): void {
    this.#shown = undefined;
  }

  end(): void {
    this.#image.destroy();
    this.#textures.remove(this.#texture.key);
  }
}

const pictureOf = (screen: OnScreen): HTMLCanvasElement | undefined => (screen.kind === 'slide' ? screen.picture : undefined);

const isSame = (a: OnScreen, b: OnScreen | undefined): boolean =>
  b !== undefined && a.kind === b.kind && a.text === b.text && a.below === b.below && pictureOf(a) === pictureOf(b);
