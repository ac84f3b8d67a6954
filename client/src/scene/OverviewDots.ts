// The whole map at a glance: everybody a dot where they roughly are, myself larger.
import type { ConversationState } from '@comptoir/shared/conversation';
import type { Point } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import type { Avatar } from '../world/Avatar.ts';
import type { World } from '../world/World.ts';
import { DEPTH } from './depths.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import type { View } from './viewMath.ts';

const DOT = 'overview-dot';
const ME = 'overview-me';
const DOTS: Record<ConversationState, string> = { amongUs: 'overview-among', outLoud: 'overview-loud', closed: 'overview-closed' };
/** CSS px. */
const DOT_PX = 12;
export const ME_PX = 22;
const DRAWN_PX = 40;
const PULSE_MS = 1800;

function drawDisc(textures: Textures, key: string, fill: string, ring: string, ringPx = 5): void {
  if (textures.has(key)) return;
  const { canvas, context } = makeCanvas(DRAWN_PX, DRAWN_PX);
  const middle = DRAWN_PX / 2;
  context.fillStyle = 'rgb(42 27 46 / .35)';
  context.beginPath();
  context.arc(middle, middle + 2, middle - 3, 0, 7);
  context.fill();
  context.fillStyle = fill;
  context.strokeStyle = ring;
  context.lineWidth = ringPx;
  context.beginPath();
  context.arc(middle, middle, middle - 3 - ringPx / 2, 0, 7);
  context.fill();
  context.stroke();
  textures.add(key, canvas, true);
}

const dotOf = (avatar: Avatar | undefined): string => (avatar?.ring?.role === 'member' ? DOTS[avatar.ring.state] : DOT);

export class OverviewDots {
  readonly #scene: Phaser.Scene;
  readonly #world: World;
  #pool: Phaser.GameObjects.Image[] = [];
  #used = 0;

  constructor(scene: Phaser.Scene, textures: Textures, world: World) {
    this.#scene = scene;
    this.#world = world;
    drawDisc(textures, DOT, '#307a7c', '#fff8ec');
    // whoever talks shows in which way
    drawDisc(textures, DOTS.amongUs, '#307a7c', '#ffffff', 8);
    drawDisc(textures, DOTS.outLoud, '#307a7c', '#f5c84f', 8);
    drawDisc(textures, DOTS.closed, '#307a7c', '#8f5590', 8);
    drawDisc(textures, ME, '#f2c153', '#2a1b2e');
  }

  show(view: View, nowMs: number, calm: boolean): void {
    this.#used = 0;
    const { avatars, coarsePlaces, me, own } = this.#world;
    const mine = me.peek();
    for (const [number, place] of coarsePlaces.peek()) {
      if (number === mine?.avatarNumber) continue;
      // whoever is in view is known exactly
      const seen = avatars.get(number);
      this.#put(dotOf(seen), seen ? seen.trail : place, DOT_PX, view);
    }
    for (const [number, avatar] of avatars)
      if (!coarsePlaces.peek().has(number) && number !== mine?.avatarNumber) this.#put(dotOf(avatar), avatar.trail, DOT_PX, view);
    if (mine) {
      const pulse = calm ? 1 : 1 + 0.12 * Math.sin((nowMs / PULSE_MS) * 2 * Math.PI);
      this.#put(ME, own, ME_PX * pulse, view).setDepth(DEPTH.dots + 1);
    }
    for (const spare of this.#pool.slice(this.#used)) spare.visible = false;
  }

  hide(): void {
    for (const image of this.#pool) image.visible = false;
  }

  end(): void {
    for (const image of this.#pool) image.destroy();
    this.#pool = [];
  }

  #put(key: string, at: Point, cssPx: number, view: View): Phaser.GameObjects.Image {
    const image = this.#pool[this.#used] ?? this.#scene.add.image(0, 0, key).setDepth(DEPTH.dots);
    this.#pool[this.#used] = image;
    this.#used++;
    const size = (cssPx * view.dpr) / view.zoom;
    return image.setTexture(key).setPosition(at.x, at.y).setDisplaySize(size, size).setDepth(DEPTH.dots).setVisible(true);
  }
}
