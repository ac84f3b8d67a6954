// The drawn sheets of everybody in view: composed a few a frame, kept in shared textures, a silhouette until then.
import { AVATAR_FRAMES, type AvatarFrame, frameRect, SHEET } from '@comptoir/assets/avatar/frames';
import { topOfHead } from '@comptoir/assets/avatar/topOfHead';
import { clamp } from '@comptoir/shared/geometry';
import { type Appearance, DEFAULT_APPEARANCE, encodeAppearance } from '@comptoir/shared/people';
import type Phaser from 'phaser';
import { paintCutOut, paintSheet } from '../appearance/drawAppearance.ts';
import { type Box, opaqueBox } from './opaqueBox.ts';
import { type Slot, SlotPages } from './SlotPages.ts';
import type { Textures } from './Textures.ts';

/** Composing stops for this frame after this share of a frame's time: a slow machine should not show silhouettes for long. */
const BUDGET_SHARE = 0.25;
const LEAST_BUDGET_MS = 4;
const MOST_BUDGET_MS = 40;
/** A page holds 72 sheets, so an office of 200 needs three, and a crowd of a thousand no more than a card draws at once. */
const SHAPE = { width: SHEET.width, height: SHEET.height, pageWidth: 2048, pageHeight: 2048, fewPages: 3 };
const SILHOUETTE = 'silhouette';

/** What of a look is needed every frame. */
export interface Look {
  code: string;
  appearance: Appearance;
  /** Printed on cardboard. */
  cutOut: boolean;
  /** px from the feet to the top of the hair, standing and seated. */
  headTop: number;
  seatedHeadTop: number;
}

/** The part of a frame that is drawn at all, and where in the frame it lies, px. */
export interface Cut extends Box {
  frame: Phaser.Textures.Frame;
}

type Boxes = ReadonlyMap<AvatarFrame, Box>;

export class AvatarSheets {
  readonly #pages: SlotPages;
  readonly #looks = new WeakMap<Appearance, Look>();
  readonly #boxes = new WeakMap<Slot, Boxes>();
  readonly #cuts = new WeakMap<Slot, Map<AvatarFrame, Cut>>();
  #waiting = new Map<string, Look>();

  constructor(textures: Textures) {
    this.#pages = new SlotPages(textures, 'avatars', SHAPE);
    this.#drawSilhouette();
  }

  /** Computed once per appearance object (they are replaced as a whole). */
  lookOf(appearance: Appearance, cutOut = false): Look {
    const known = this.#looks.get(appearance);
    if (known) return known;
    const look = {
      code: cutOut ? `cut-out ${encodeAppearance(appearance)}` : encodeAppearance(appearance),
      appearance,
      cutOut,
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
    this.#waiting.set(look.code, look);
    return this.#pages.find(SILHOUETTE);
  }

  /** A frame of a sheet, as far as there is anything in it. @param clip rows from the top that are shown; undefined: all */
  cutOf(slot: Slot, name: AvatarFrame, clip: number | undefined): Cut {
    let cuts = this.#cuts.get(slot);
    if (!cuts) {
      cuts = new Map();
      this.#cuts.set(slot, cuts);
    }
    const known = clip === undefined ? cuts.get(name) : undefined;
    if (known) return known;
    const place = frameRect(name);
    const box = this.#boxes.get(slot)?.get(name) ?? { x: 0, y: 0, w: place.w, h: place.h };
    const { x, y, w } = box;
    const h = Math.max(1, Math.min(box.h, (clip ?? place.h) - y));
    const [left, top] = [slot.x + place.x + x, slot.y + place.y + y];
    const key = `${left},${top},${w},${h}`;
    if (!slot.texture.has(key)) slot.texture.add(key, 0, left, top, w, h);
    const cut = { x, y, w, h, frame: slot.texture.get(key) };
    if (clip === undefined) cuts.set(name, cut);
    return cut;
  }

  /** Draws what was asked for, as far as this frame's time allows. @param passedMs since the last frame @returns whether some still wait */
  compose(passedMs: number): boolean {
    const budgetMs = clamp(passedMs * BUDGET_SHARE, LEAST_BUDGET_MS, MOST_BUDGET_MS);
    const startedMs = performance.now();
    for (const [code, look] of this.#waiting) {
      this.#waiting.delete(code);
      this.#draw(look);
      if (performance.now() - startedMs > budgetMs) break;
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

  #draw({ code, appearance, cutOut }: Look): void {
    const boxes = new Map<AvatarFrame, Box>();
    const slot = this.#pages.draw(code, (context) => {
      const picture = cutOut ? paintCutOut(context, appearance) : paintSheet(context, appearance);
      for (const name of AVATAR_FRAMES) boxes.set(name, opaqueBox(picture, frameRect(name)));
    });
    this.#boxes.set(slot, boxes);
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
