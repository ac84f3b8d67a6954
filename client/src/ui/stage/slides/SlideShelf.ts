// The pages of one document as pictures: the one that is wanted first, then the next one ahead; a few are kept. One is drawn at a time.
import type { Drawing, SlidePage, SlidePages } from './SlidePages.ts';

interface Picture {
  index: number;
  width: number;
  canvas: HTMLCanvasElement;
}

interface Underway {
  index: number;
  width: number;
  drawing: Drawing | undefined;
  canvas: Promise<HTMLCanvasElement | undefined>;
}

/** This page, the next, the one before, and one more for who goes back and forth. */
const KEPT = 4;

export class SlideShelf {
  readonly #pages: SlidePages;
  readonly #read = new Map<number, Promise<SlidePage>>();
  /** The last used last. */
  #pictures: Picture[] = [];
  #drawing: Underway | undefined;

  constructor(pages: SlidePages) {
    this.#pages = pages;
  }

  get count(): number {
    return this.#pages.count;
  }

  page(index: number): Promise<SlidePage> {
    const known = this.#read.get(index) ?? this.#pages.page(index);
    this.#read.set(index, known);
    // asked again, it may be there
    known.catch(() => this.#read.delete(index));
    return known;
  }

  /** What is there already. */
  kept(index: number, width: number): HTMLCanvasElement | undefined {
    const picture = this.#pictures.find((one) => one.index === index && one.width === width);
    if (!picture) return undefined;
    this.#pictures = [...this.#pictures.filter((one) => one !== picture), picture];
    return picture.canvas;
  }

  /**
   * This page so many dots wide, drawn before anything else; undefined when another one was wanted meanwhile.
   * @throws when the page cannot be drawn
   */
  async picture(index: number, width: number): Promise<HTMLCanvasElement | undefined> {
    const kept = this.kept(index, width);
    if (kept) return kept;
    const now = this.#drawing;
    if (now?.index === index && now.width === width) return now.canvas;
    now?.drawing?.stop();
    const own: Underway = { index, width, drawing: undefined, canvas: Promise.resolve(undefined) };
    this.#drawing = own;
    own.canvas = this.#draw(own);
    return own.canvas;
  }

  async #draw(own: Underway): Promise<HTMLCanvasElement | undefined> {
    const { index, width } = own;
    try {
      const page = await this.page(index);
      if (this.#drawing !== own) return undefined;
      own.drawing = page.draw(width);
      const canvas = await own.drawing.done;
      if (canvas) this.#pictures = [...this.#pictures, { index, width, canvas }].slice(-KEPT);
      return canvas;
    } finally {
      if (this.#drawing === own) this.#drawing = undefined;
    }
  }

  close(): void {
    this.#drawing?.drawing?.stop();
    this.#drawing = undefined;
    this.#pictures = [];
    this.#pages.close();
  }
}
