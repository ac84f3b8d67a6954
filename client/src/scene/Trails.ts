// Dotted trails on the floor: the way I am walking, and the way a hint shows.
import { type Point, UNITS_PER_PX } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import { DEPTH } from './depths.ts';
import { dotsAhead, dotsAlong } from './dotsAlong.ts';
import { makeCanvas, type Textures } from './Textures.ts';

const DOT = 'trail-dot';
const GOAL = 'trail-goal';
const HINT = 'trail-hint';
const SPACING_PX = 16;
const MOST_DOTS = 90;
/** Dots under my own feet are in the way. */
const NEAR_PX = 14;
const PULSE_MS = 1400;

const toPx = ({ x, y }: Point): Point => ({ x: x / UNITS_PER_PX, y: y / UNITS_PER_PX });

function drawDots(textures: Textures): void {
  if (textures.has(DOT)) return;
  const dot = (key: string, width: number, height: number, rim: string, fill: string): void => {
    const { canvas, context } = makeCanvas(width, height);
    context.fillStyle = rim;
    context.fillRect(1, 0, width - 2, height);
    context.fillRect(0, 1, width, height - 2);
    context.fillStyle = fill;
    context.fillRect(1, 1, width - 2, height - 2);
    textures.add(key, canvas);
  };
  dot(DOT, 7, 6, 'rgb(36 98 106 / .9)', '#fff8ec');
  dot(HINT, 7, 6, '#9c611d', '#f2c153');
  const { canvas, context } = makeCanvas(22, 14);
  context.lineWidth = 2;
  context.strokeStyle = 'rgb(36 98 106 / .9)';
  context.beginPath();
  context.ellipse(11, 7.5, 9, 5, 0, 0, 7);
  context.stroke();
  context.strokeStyle = '#fff8ec';
  context.beginPath();
  context.ellipse(11, 6.5, 9, 5, 0, 0, 7);
  context.stroke();
  textures.add(GOAL, canvas);
}

export class Trails {
  readonly #scene: Phaser.Scene;
  #pool: Phaser.GameObjects.Image[] = [];
  #used = 0;
  /** Its dots lie where they lay when it was given: from where I was then. */
  #hint: { way: readonly Point[] | undefined; dots: readonly Point[] } = { way: undefined, dots: [] };

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#scene = scene;
    drawDots(textures);
  }

  /** Corners in world units, as the world keeps them; `me` in px. */
  show(me: Point | undefined, ahead: readonly Point[], hint: readonly Point[] | undefined, nowMs: number, calm: boolean): void {
    this.#used = 0;
    if (me && ahead.length > 0) {
      const dots = dotsAlong([me, ...ahead.map(toPx)], SPACING_PX, MOST_DOTS);
      dots.forEach((at, i) => {
        if (i === 0 || Math.hypot(at.x - me.x, at.y - me.y) > NEAR_PX) this.#put(i === 0 ? GOAL : DOT, at, 0.92);
      });
    }
    if (hint && me) {
      if (hint !== this.#hint.way) this.#hint = { way: hint, dots: dotsAlong([me, ...hint.map(toPx)], SPACING_PX, MOST_DOTS) };
      dotsAhead(this.#hint.dots, me).forEach((at, i) => {
        const pulse = calm ? 0.85 : 0.55 + 0.45 * Math.max(0, Math.cos(((nowMs % PULSE_MS) / PULSE_MS + i / 8) * 2 * Math.PI));
        this.#put(HINT, at, pulse);
      });
    }
    for (const spare of this.#pool.slice(this.#used)) spare.visible = false;
  }

  end(): void {
    for (const image of this.#pool) image.destroy();
    this.#pool = [];
  }

  #put(key: string, at: Point, alpha: number): void {
    const image = this.#pool[this.#used] ?? this.#scene.add.image(0, 0, key).setDepth(DEPTH.marks);
    this.#pool[this.#used] = image;
    this.#used++;
    image.setTexture(key).setPosition(Math.round(at.x), Math.round(at.y)).setAlpha(alpha).setVisible(true);
  }
}
