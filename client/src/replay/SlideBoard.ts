// Draws one slide of a talk that is over, dot by dot as large as its place, and says its words to whoever does not see it.
import type { PageSlides, SlideTurn } from '@comptoir/shared/protocol/replay';
import type { SlidePage, SlidePages } from '../ui/stage/slides/SlidePages.ts';
import { SlideShelf } from '../ui/stage/slides/SlideShelf.ts';

type Open = (url: string) => Promise<SlidePages | { problem: unknown }>;

/** A page that is narrower than this stands beside empty ground: it would be higher than a screen. */
const NARROWEST = 0.8;
/** A window that is being resized is drawn for once it rests. */
const REST_MS = 150;
/** Screen readers say a label in one go. */
const MOST_WORDS = 600;

export class SlideBoard {
  readonly #place: HTMLElement;
  readonly #slides: PageSlides;
  readonly #open: Open;
  #shelf: Promise<SlideShelf | undefined> | undefined;
  /** Of which document. */
  #shelfOf: string | undefined;
  #wanted: SlideTurn | undefined;
  /** The one that is drawn ahead. */
  #next: SlideTurn | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement, slides: PageSlides, open: Open) {
    this.#place = place;
    this.#slides = slides;
    this.#open = open;
    new ResizeObserver(() => {
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => void this.#draw(), REST_MS);
    }).observe(place);
  }

  /** "Slide 3 of 12"; '' for none. */
  nameOf(turn: SlideTurn | undefined): string {
    const pages = this.#slides.documents[turn?.of ?? '']?.pages;
    if (!turn || pages === undefined) return '';
    return this.#slides.words.slide.replace('{page}', String(turn.page + 1)).replace('{pages}', String(pages));
  }

  /** What was drawn before stays until this one is there. */
  show(turn: SlideTurn | undefined, next: SlideTurn | undefined): void {
    this.#next = next;
    if (turn === this.#wanted && this.#place.hasChildNodes()) return;
    this.#wanted = turn;
    if (turn) {
      if (!this.#place.hasChildNodes()) this.#say(this.#slides.words.loading);
      void this.#draw();
    } else this.#say(this.#slides.words.none);
  }

  #say(words: string): void {
    this.#place.classList.remove('filled');
    const line = document.createElement('p');
    line.textContent = words;
    this.#place.replaceChildren(line);
  }

  #shelfFor(id: string): Promise<SlideShelf | undefined> {
    if (this.#shelf && this.#shelfOf === id) return this.#shelf;
    void this.#shelf?.then((shelf) => shelf?.close());
    this.#shelfOf = id;
    const url = this.#slides.documents[id]?.url;
    const opening = url === undefined ? Promise.resolve(undefined) : this.#open(url);
    this.#shelf = opening.then((pages) => (pages && !('problem' in pages) ? new SlideShelf(pages) : undefined));
    return this.#shelf;
  }

  async #draw(): Promise<void> {
    const turn = this.#wanted;
    if (!turn || turn.of === null) return;
    const isWanted = (): boolean => this.#wanted === turn;
    try {
      const shelf = await this.#shelfFor(turn.of);
      if (!isWanted()) return;
      if (!shelf) throw new Error('it cannot be opened');
      const page = await shelf.page(Math.min(turn.page, shelf.count - 1));
      if (!isWanted()) return;
      this.#place.style.aspectRatio = String(Math.max(NARROWEST, page.ratio));
      const canvas = await shelf.picture(turn.page, this.#dotsOf(page.ratio));
      if (!canvas || !isWanted()) return;
      const words = await wordsOf(page);
      if (!isWanted()) return;
      canvas.style.width = `${canvas.width / devicePixelRatio}px`;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', [this.nameOf(turn), words].filter(Boolean).join(': '));
      this.#place.classList.toggle('filled', page.ratio >= NARROWEST);
      this.#place.replaceChildren(canvas);
      await this.#drawAhead(shelf, turn);
    } catch {
      if (!isWanted()) return;
      // asked for again it may be there
      this.#shelf = undefined;
      this.#say(this.#slides.words.problem);
    }
  }

  async #drawAhead(shelf: SlideShelf, { of }: SlideTurn): Promise<void> {
    const next = this.#next;
    if (next?.of !== of) return;
    const page = await shelf.page(next.page).catch(() => undefined);
    // whoever goes on meanwhile is served first: the shelf stops this one
    if (page) await shelf.picture(next.page, this.#dotsOf(page.ratio)).catch(() => undefined);
  }

  #dotsOf(ratio: number): number {
    const { clientWidth, clientHeight } = this.#place;
    return Math.max(1, Math.round(Math.floor(Math.min(clientWidth, clientHeight * ratio)) * devicePixelRatio));
  }
}

async function wordsOf(page: SlidePage): Promise<string> {
  const layer = document.createElement('div');
  await page.layText(layer).catch(() => false);
  const texts: string[] = [];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  return texts.join(' ').replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS);
}
