// What slides are to whoever shows them: pages that can be drawn and read. pdf.ts makes them of a PDF; tests make their own.

export interface SlidePage {
  /** Width by height. */
  ratio: number;
  /** Draws it that wide (dots) into a canvas without a size; undefined when it was stopped. */
  draw(width: number): Drawing;
  /** Puts its words, transparent, over where they are drawn. @returns the width (CSS px) at which they fit as they are; false: it has none */
  layText(place: HTMLElement): Promise<number | false>;
}

export interface Drawing {
  done: Promise<HTMLCanvasElement | undefined>;
  stop(): void;
}

export interface SlidePages {
  count: number;
  /** From 0. */
  page(index: number): Promise<SlidePage>;
  close(): void;
}

/** broken: it is no PDF that can be read. locked: it asks for a password. oldBrowser: the reader does not run here. */
export type PagesProblem = 'broken' | 'password' | 'unreachable' | 'oldBrowser';
