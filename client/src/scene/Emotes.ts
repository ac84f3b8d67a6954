// Emote bubbles over heads: they pop up above the name and float a little.
import { EMOTES, type Emote } from '@comptoir/shared/people';
import type Phaser from 'phaser';
import type { AvatarView } from './AvatarView.ts';
import { DEPTH } from './depths.ts';
import { drawEmote, EMOTE_SIZE } from './drawEmote.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap, type View } from './viewMath.ts';

const POP_MS = 180;
const FLOAT_MS = 900;

interface Shown {
  image: Phaser.GameObjects.Image;
  emote: Emote;
  sinceMs: number;
}

const keyOf = (emote: Emote): string => `emote-${emote}`;

export class Emotes {
  readonly #scene: Phaser.Scene;
  readonly #shown = new Map<string, Shown>();

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#scene = scene;
    for (const emote of EMOTES) {
      const { canvas, context } = makeCanvas(EMOTE_SIZE.width, EMOTE_SIZE.height);
      drawEmote(context, emote);
      if (!textures.has(keyOf(emote))) textures.add(keyOf(emote), canvas);
    }
  }

  get any(): boolean {
    return this.#shown.size > 0;
  }

  /** @param tagTop where a person's tag begins, px of the map; undefined when it has none @param calm no floating */
  show(views: readonly AvatarView[], tagTop: (personId: string) => number | undefined, view: View, nowMs: number, calm: boolean): void {
    const kept = new Set<string>();
    for (const avatar of views) {
      if (!avatar.emote) continue;
      kept.add(avatar.personId);
      const shown = this.#shownFor(avatar.personId, avatar.emote, nowMs);
      const headY = avatar.y - avatar.headTop - 2;
      const below = Math.min(headY, tagTop(avatar.personId) ?? headY);
      const grown = calm ? 1 : Math.min(1, (nowMs - shown.sinceMs) / POP_MS);
      const float = calm ? 0 : Math.round(Math.sin((nowMs / FLOAT_MS) * Math.PI)) - (1 - grown) * -6;
      shown.image.setPosition(snap(avatar.x, view.zoom), snap(below + float, view.zoom)).setAlpha(grown);
    }
    for (const [id, { image }] of this.#shown)
      if (!kept.has(id)) {
        image.destroy();
        this.#shown.delete(id);
      }
  }

  #shownFor(personId: string, emote: Emote, nowMs: number): Shown {
    let shown = this.#shown.get(personId);
    if (!shown) {
      const image = this.#scene.add.image(0, 0, keyOf(emote)).setOrigin(0.5, 1).setDepth(DEPTH.emotes);
      shown = { image, emote, sinceMs: nowMs };
      this.#shown.set(personId, shown);
    }
    if (shown.emote !== emote) {
      shown.image.setTexture(keyOf(emote));
      shown.emote = emote;
      shown.sinceMs = nowMs;
    }
    return shown;
  }
}
