// The hands of wall clocks: the viewer's own time, in whole pixels of the map.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import type Phaser from 'phaser';
import { overlaps } from './chunks.ts';
import type { StandingSprite } from './mapLayers.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { paneDepth } from './WindowPanes.ts';

const KEY = 'clock-hands';
const SIZE_PX = 15;
const MIDDLE = 7;
const HOUR_PX = 3.4;
const MINUTE_PX = 5.4;
const HAND = '#2a1b2e';
const PIN = '#d99a32';

/** Where the two hands end, px from the middle of the face, y down. */
export function handsAt(now: Date): { hour: Point; minute: Point } {
  const minutes = now.getMinutes();
  const end = (turn: number, length: number): Point => ({
    x: Math.round(Math.sin(turn * 2 * Math.PI) * length),
    y: Math.round(-Math.cos(turn * 2 * Math.PI) * length),
  });
  return { hour: end((now.getHours() + minutes / 60) / 12, HOUR_PX), minute: end(minutes / 60, MINUTE_PX) };
}

function drawHands(context: CanvasRenderingContext2D, now: Date): void {
  context.clearRect(0, 0, SIZE_PX, SIZE_PX);
  context.fillStyle = HAND;
  const { hour, minute } = handsAt(now);
  for (const { x, y } of [hour, minute]) {
    const steps = Math.max(Math.abs(x), Math.abs(y), 1);
    for (let n = 0; n <= steps; n++) context.fillRect(MIDDLE + Math.round((x * n) / steps), MIDDLE + Math.round((y * n) / steps), 1, 1);
  }
  context.fillStyle = PIN;
  context.fillRect(MIDDLE, MIDDLE, 1, 1);
}

export class ClockHands {
  readonly #textures: Textures;
  readonly #clocks: { image: Phaser.GameObjects.Image; rect: Rect }[];
  readonly #context: CanvasRenderingContext2D | undefined;
  #shownMinute = -1;

  constructor(scene: Phaser.Scene, textures: Textures, things: readonly Thing[], sprites: readonly StandingSprite[]) {
    this.#textures = textures;
    const clocks = things.filter(({ use }) => use === 'clock');
    if (clocks.length > 0) {
      const { canvas, context } = makeCanvas(SIZE_PX, SIZE_PX);
      // the hands of the map before are given up
      textures.remove(KEY);
      textures.add(KEY, canvas);
      this.#context = context;
    }
    this.#clocks = clocks.map(({ shape }) => {
      const middle = { x: Math.round(shape.x + shape.width / 2), y: Math.round(shape.y + shape.height / 2) };
      const rect = { x: middle.x - MIDDLE, y: middle.y - MIDDLE, width: SIZE_PX, height: SIZE_PX };
      const depth = paneDepth(rect, sprites) ?? shape.y + shape.height;
      return { image: scene.add.image(rect.x, rect.y, KEY).setOrigin(0, 0).setDepth(depth).setVisible(false), rect };
    });
  }

  show(view: Rect, whole: boolean, now: Date): void {
    for (const { image, rect } of this.#clocks) image.visible = !whole && overlaps(rect, view);
    const minute = now.getHours() * 60 + now.getMinutes();
    if (!this.#context || minute === this.#shownMinute) return;
    this.#shownMinute = minute;
    drawHands(this.#context, now);
    this.#textures.renew(this.#textures.get(KEY));
  }

  end(): void {
    for (const { image } of this.#clocks) image.destroy();
  }
}
