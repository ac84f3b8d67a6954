// Documents that are open: a tile that moves to another place of the screen, or a connection that came back, finds its own still open.
import type { PagesProblem, SlidePages } from './SlidePages.ts';
import { SlideShelf } from './SlideShelf.ts';

export type OpenPages = (source: string | Blob) => Promise<SlidePages | { problem: PagesProblem }>;
export type Opened = { shelf: SlideShelf } | { problem: PagesProblem };

interface Book {
  opened: Promise<Opened>;
  readers: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

/** A page that lost its connection is back within that, mostly. */
const KEPT_MS = 15_000;

export class SlideLibrary {
  readonly #open: OpenPages;
  readonly #books = new Map<string, Book>();

  constructor(open: OpenPages) {
    this.#open = open;
  }

  borrow(url: string): Promise<Opened> {
    const book = this.#books.get(url) ?? { opened: this.#openBook(url), readers: 0, closing: undefined };
    this.#books.set(url, book);
    clearTimeout(book.closing);
    book.readers++;
    return book.opened;
  }

  giveBack(url: string): void {
    const book = this.#books.get(url);
    if (!book || --book.readers > 0) return;
    book.closing = setTimeout(() => this.#close(url, book), KEPT_MS);
  }

  /** Asked for again it is opened anew. */
  drop(url: string): void {
    const book = this.#books.get(url);
    if (!book) return;
    clearTimeout(book.closing);
    this.#close(url, book);
  }

  async #openBook(url: string): Promise<Opened> {
    const pages = await this.#open(url);
    if (!('problem' in pages)) return { shelf: new SlideShelf(pages) };
    // asked again, it may be there
    this.#books.delete(url);
    return pages;
  }

  #close(url: string, book: Book): void {
    if (this.#books.get(url) === book) this.#books.delete(url);
    void book.opened.then((opened) => {
      if ('shelf' in opened) opened.shelf.close();
    });
  }
}
