// Many small drawn pictures of one size in few textures: slots are drawn on demand and given away again when nobody has used them for long.
import type Phaser from 'phaser';
import { makeCanvas, type Textures } from './Textures.ts';

export interface Slot {
  texture: Phaser.Textures.Texture;
  /** Top left in the texture, px. */
  x: number;
  y: number;
}

/** Somebody who walked out of view comes back soon. */
const LATELY_FRAMES = 600;

interface Page {
  texture: Phaser.Textures.Texture;
  context: CanvasRenderingContext2D;
}

interface Kept {
  slot: Slot;
  page: Page;
  usedAt: number;
}

export interface SlotShape {
  width: number;
  height: number;
  pageWidth: number;
  pageHeight: number;
  /** Pages beyond this number are only added when every slot was used lately. */
  fewPages: number;
}

export class SlotPages {
  readonly #textures: Textures;
  readonly #name: string;
  readonly #shape: SlotShape;
  readonly #columns: number;
  readonly #perPage: number;
  #pages: Page[] = [];
  #free: { page: Page; index: number }[] = [];
  #kept = new Map<string, Kept>();
  #clock = 0;
  #scratch: ReturnType<typeof makeCanvas>;

  constructor(textures: Textures, name: string, shape: SlotShape) {
    this.#textures = textures;
    this.#name = name;
    this.#shape = shape;
    this.#columns = Math.floor(shape.pageWidth / shape.width);
    this.#perPage = this.#columns * Math.floor(shape.pageHeight / shape.height);
    this.#scratch = makeCanvas(shape.width, shape.height);
  }

  /** Call once a frame: what is asked for within one frame is never given away in it. */
  nextFrame(): void {
    this.#clock++;
  }

  /** The slot of `key`, if it is drawn. */
  find(key: string): Slot | undefined {
    const kept = this.#kept.get(key);
    if (kept) kept.usedAt = this.#clock;
    return kept?.slot;
  }

  /** Draws a new slot; `paint` gets an empty context of the slot's size. `onNew` may name frames of the texture. */
  draw(key: string, paint: (context: CanvasRenderingContext2D) => void, onNew?: (slot: Slot) => void): Slot {
    const { page, index } = this.#take();
    const { width, height } = this.#shape;
    const slot: Slot = { texture: page.texture, x: (index % this.#columns) * width, y: Math.floor(index / this.#columns) * height };
    const { context, canvas } = this.#scratch;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    paint(context);
    page.context.clearRect(slot.x, slot.y, width, height);
    page.context.drawImage(canvas, slot.x, slot.y);
    this.#textures.renewPart(page.texture, canvas, slot.x, slot.y);
    this.#kept.set(key, { slot, page, usedAt: this.#clock });
    onNew?.(slot);
    return slot;
  }

  /** Forgets every picture (another evening colour, another zoom); the pages stay. */
  clear(): void {
    this.#kept.clear();
    this.#free = this.#pages.flatMap((page) => this.#slotsOf(page));
  }

  end(): void {
    for (const page of this.#pages) this.#textures.remove(page.texture.key);
    this.#pages = [];
    this.#kept.clear();
    this.#free = [];
  }

  #slotsOf(page: Page): { page: Page; index: number }[] {
    return Array.from({ length: this.#perPage }, (_, index) => ({ page, index })).reverse();
  }

  #take(): { page: Page; index: number } {
    const free = this.#free.pop();
    if (free) return free;
    const oldest = this.#pages.length >= this.#shape.fewPages ? this.#giveAway() : undefined;
    if (oldest) return oldest;
    const { canvas, context } = makeCanvas(this.#shape.pageWidth, this.#shape.pageHeight);
    const page = { texture: this.#textures.add(`${this.#name}-${this.#pages.length}`, canvas), context };
    this.#pages.push(page);
    this.#free = this.#slotsOf(page);
    return this.#free.pop() ?? { page, index: 0 };
  }

  #giveAway(): { page: Page; index: number } | undefined {
    let oldest: string | undefined;
    let usedAt = this.#clock - LATELY_FRAMES;
    for (const [key, kept] of this.#kept)
      if (kept.usedAt < usedAt) {
        oldest = key;
        usedAt = kept.usedAt;
      }
    const kept = oldest === undefined ? undefined : this.#kept.get(oldest);
    if (oldest === undefined || !kept) return undefined;
    this.#kept.delete(oldest);
    const { x, y } = kept.slot;
    return { page: kept.page, index: (y / this.#shape.height) * this.#columns + x / this.#shape.width };
  }
}
