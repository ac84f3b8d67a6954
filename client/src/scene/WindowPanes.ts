// Windows in the evening: panes in their own colour, lying on the wall they belong to, so that people stand before them.
import type { Rect } from '@comptoir/shared/geometry';
import type { Light } from '@comptoir/shared/map/OfficeMap';
import type Phaser from 'phaser';
import { overlaps } from './chunks.ts';
import type { StandingSprite } from './mapLayers.ts';
import { makeCanvas, type Textures } from './Textures.ts';

const KEY = 'pane';
/** Sprites on one wall lie within this many px of depth: frame, sill, curtain. */
const SAME_WALL_PX = 4;

const rectOf = ({ x, y, radiusX, radiusY }: Light): Rect => ({ x: x - radiusX, y: y - radiusY, width: 2 * radiusX, height: 2 * radiusY });

/** Just before the wall that holds the whole pane; undefined when it hangs in the air. */
export function paneDepth(pane: Rect, sprites: readonly Pick<StandingSprite, 'box' | 'depth'>[]): number | undefined {
  const holding = sprites
    .filter(({ box }) => box.x <= pane.x + 1 && box.y <= pane.y + 1 && box.x + box.width >= pane.x + pane.width - 1)
    .filter(({ box }) => box.y + box.height >= pane.y + pane.height - 1)
    .map(({ depth }) => depth);
  if (holding.length === 0) return undefined;
  const wall = Math.min(...holding);
  return Math.max(...holding.filter((depth) => depth <= wall + SAME_WALL_PX)) + 0.3;
}

export class WindowPanes {
  readonly #panes: { image: Phaser.GameObjects.Image; rect: Rect; strength: number }[] = [];
  #evening = 0;

  constructor(scene: Phaser.Scene, textures: Textures, lights: readonly Light[], sprites: readonly StandingSprite[]) {
    if (!textures.has(KEY)) {
      const { canvas, context } = makeCanvas(2, 2);
      context.fillStyle = 'white';
      context.fillRect(0, 0, 2, 2);
      textures.add(KEY, canvas);
    }
    for (const light of lights) {
      if (light.kind !== 'window') continue;
      const rect = rectOf(light);
      const image = scene.add.image(rect.x, rect.y, KEY).setOrigin(0, 0).setDisplaySize(rect.width, rect.height).setTint(light.color);
      image.setDepth(paneDepth(rect, sprites) ?? rect.y + rect.height).setVisible(false);
      this.#panes.push({ image, rect, strength: light.strength });
    }
  }

  /** @param evening 0-1 */
  light(evening: number): void {
    this.#evening = evening;
    for (const { image, strength } of this.#panes) image.setAlpha(strength * evening);
  }

  show(view: Rect, whole: boolean): void {
    for (const { image, rect } of this.#panes) image.visible = !whole && this.#evening > 0.01 && overlaps(rect, view);
  }

  end(): void {
    for (const { image } of this.#panes) image.destroy();
  }
}
