// The drawn sheets of everybody in view: composed a few a frame, kept in shared textures, a silhouette until then.
import { type AvatarFrame, frameRect, SHEET } from '@comptoir/assets/avatar/frames';
import { topOfHead } from '@comptoir/assets/avatar/topOfHead';
import { type Appearance, DEFAULT_APPEARANCE, encodeAppearance } from '@comptoir/shared/people';
import type Phaser from 'phaser';
import { paintSheet } from '../appearance/drawAppearance.ts';
import { type Slot, SlotPages } from './SlotPages.ts';
import type { Textures } from './Textures.ts';

/** Composing stops for this frame after so long. */
const BUDGET_MS = 4;
const SHAPE = { width: SHEET.width, height: SHEET.height, pageSize: 1024, fewPages: 5 };
const SILHOUETTE = 'silhouette';

/** What of a look is needed every frame. */
export interface Look {
  code: string;
  appearance: Appearance;
  /** px from the feet to the top of the hair, standing and seated. */
  headTop: number;
  seatedHeadTop: number;
}

export class AvatarSheets {
  readonly #pages: SlotPages;
  readonly #looks = new WeakMap<Appearance, Look>();
  #waiting = new Map<string, Appearance>();

  constructor(textures: Textures) {
    this.#pages = new SlotPages(textures, 'avatars', SHAPE);
    this.#drawSilhouette();
  }

  /** Computed once per appearance object (they are replaced as a whole). */
  lookOf(appearance: Appearance): Look {
    const known = this.#looks.get(appearance);
    if (known) return known;
    const look = {
      code: encodeAppearance(appearance),
      appearance,
      headTop: topOfHead(appearance),
      seatedHeadTop: topOfHead(appearance, 'down'),
    };
    this.#looks.set(appearance, look);
    return look;
  }

  /** The sheet of a look; the silhouette while it waits to be drawn. */
  sheetOf(look: Look): Slot | undefined {
    const slot = this.#pages.find(look.code);
    if (slot) return slot;
    this.#waiting.set(look.code, look.appearance);
    return this.#pages.find(SILHOUETTE);
  }

  /** Makes `image` show a frame of a sheet. */
  show(image: Phaser.GameObjects.Image, slot: Slot, name: AvatarFrame): void {
    const rect = frameRect(name);
    const x = slot.x + rect.x;
    const y = slot.y + rect.y;
    const key = `${x},${y}`;
    if (!slot.texture.has(key)) slot.texture.add(key, 0, x, y, rect.w, rect.h);
    image.setTexture(slot.texture.key, key);
  }

  /** Draws what was asked for, as far as this frame's time allows. @returns whether some still wait */
  compose(): boolean {
    const startedMs = performance.now();
    for (const [code, appearance] of this.#waiting) {
      this.#waiting.delete(code);
      this.#pages.draw(code, (context) => paintSheet(context, appearance));
      if (performance.now() - startedMs > BUDGET_MS) break;
    }
    const more = this.#waiting.size > 0;
    // who has walked out of view meanwhile need not be drawn: those in view ask again
    this.#waiting = new Map();
    this.#pages.nextFrame();
    this.#pages.find(SILHOUETTE);
    return more;
  }

  end(): void {
    this.#pages.end();
  }

  #drawSilhouette(): void {
    this.#pages.draw(SILHOUETTE, (context) => {
      paintSheet(context, DEFAULT_APPEARANCE);
      context.globalCompositeOperation = 'source-in';
      context.fillStyle = 'rgba(74, 58, 84, 0.55)';
      context.fillRect(0, 0, SHEET.width, SHEET.height);
      context.globalCompositeOperation = 'source-over';
    });
  }
}
