// Steam over coffee machines: a thin wisp always, clouds of it while one brews.
import type { Rect } from '@comptoir/shared/geometry';
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import type Phaser from 'phaser';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap } from './viewMath.ts';

const PUFF = 'steam-puff';
const WISP_PUFFS = 3;
const BREWING_PUFFS = 11;
const RISE_PX = 46;
const BREWING_RISE_PX = 62;
const LIFE_MS = 3000;
const BREWING_LIFE_MS = 1500;
/** Steam hangs before whatever stands at the machine's own line. */
const BEFORE_PX = 24;

interface Spout {
  thing: Thing;
  x: number;
  y: number;
  puffs: Phaser.GameObjects.Image[];
}

function drawPuff(textures: Textures): void {
  if (textures.has(PUFF)) return;
  const { canvas, context } = makeCanvas(8, 8);
  const rows = [2, 3, 4, 4, 4, 4, 3, 2];
  context.fillStyle = '#fffaf0';
  rows.forEach((half, y) => {
    context.fillRect(4 - half, y, 2 * half, 1);
  });
  textures.add(PUFF, canvas);
}

/** Where a puff is in its life: 0 at the spout, 1 gone. Each has its own start, so that they do not rise as one. */
export const ageOf = (index: number, count: number, nowMs: number, lifeMs: number): number => (nowMs / lifeMs + index / count) % 1;

export class Steam {
  readonly #spouts: Spout[];

  constructor(scene: Phaser.Scene, textures: Textures, things: readonly Thing[]) {
    drawPuff(textures);
    this.#spouts = things.flatMap((thing) => {
      if (!thing.steam) return [];
      const depth = thing.shape.y + thing.shape.height + BEFORE_PX;
      const puffs = Array.from({ length: BREWING_PUFFS }, () => scene.add.image(0, 0, PUFF).setDepth(depth).setVisible(false));
      return [{ thing, ...thing.steam, puffs }];
    });
  }

  /** @param isBrewing by thing id @returns whether steam is in view */
  show(view: Rect, zoom: number, nowMs: number, isBrewing: (thingId: string) => boolean, hidden: boolean): boolean {
    let any = false;
    for (const spout of this.#spouts) {
      const seen = !hidden && spout.x > view.x && spout.x < view.x + view.width && spout.y > view.y && spout.y < view.y + view.height + 80;
      any ||= seen;
      const brewing = isBrewing(spout.thing.id);
      const count = brewing ? BREWING_PUFFS : WISP_PUFFS;
      spout.puffs.forEach((puff, i) => {
        puff.visible = seen && i < count;
        if (puff.visible) this.#rise(puff, spout, ageOf(i, count, nowMs, brewing ? BREWING_LIFE_MS : LIFE_MS), i, brewing, zoom);
      });
    }
    return any;
  }

  end(): void {
    for (const { puffs } of this.#spouts) for (const puff of puffs) puff.destroy();
  }

  #rise(puff: Phaser.GameObjects.Image, spout: Spout, age: number, index: number, brewing: boolean, zoom: number): void {
    const sway = Math.sin(age * 5 + index * 2.1) * (2 + age * (brewing ? 9 : 4));
    const spread = brewing ? ((index % 3) - 1) * 7 : 0;
    puff.setPosition(snap(spout.x + sway + spread, zoom), snap(spout.y - age * (brewing ? BREWING_RISE_PX : RISE_PX), zoom));
    puff.setScale((brewing ? 0.75 : 0.4) + Math.round(age * 4) / (brewing ? 4 : 8));
    puff.setAlpha(Math.sin(Math.min(1, age * 1.15) * Math.PI) * (brewing ? 0.82 : 0.34));
  }
}
