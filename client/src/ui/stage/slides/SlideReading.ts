// At which page somebody looks: the one that is shown, one they turned to and that is not told back yet, or an earlier one on their own.
import type { SlidesView } from '@comptoir/shared/protocol/auditorium';
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';

/** What I turned to is shown at once; if nobody tells it back by then, it is as it is. */
const WISH_MS = 2000;

export interface ReadingPort {
  slides: ReadonlySignal<SlidesView | undefined>;
  turn(page: number): Promise<{ ok: true } | { refused: unknown }>;
  /** After so many ms. */
  later(run: () => void, ms: number): void;
}

export class SlideReading {
  readonly #port: ReadingPort;
  readonly #wish = signal<{ of: string; page: number } | undefined>(undefined);
  readonly #own = signal<{ of: string; page: number } | undefined>(undefined);
  /** The furthest page of each document that was shown while I looked. */
  readonly #furthest = signal<{ of: string; page: number }>({ of: '', page: 0 });

  /** I look at an earlier page on my own. */
  readonly isApart: ReadonlySignal<boolean>;
  readonly page: ReadonlySignal<number>;
  readonly furthest: ReadonlySignal<number>;

  constructor(port: ReadingPort) {
    this.#port = port;
    const of = <T extends { of: string }>(one: T | undefined): T | undefined => (one?.of === port.slides.value?.id ? one : undefined);
    this.isApart = computed(() => of(this.#own.value) !== undefined);
    this.page = computed(() => (of(this.#own.value) ?? of(this.#wish.value))?.page ?? port.slides.value?.page ?? 0);
    this.furthest = computed(() => Math.max(of(this.#furthest.value)?.page ?? 0, port.slides.value?.page ?? 0));
  }

  /** The server told of a page. */
  told(slides: SlidesView): void {
    const furthest = this.#furthest.peek();
    const before = furthest.of === slides.id ? furthest.page : 0;
    if (furthest.of !== slides.id || slides.page > before) this.#furthest.value = { of: slides.id, page: Math.max(before, slides.page) };
    if (this.#wish.peek()?.page === slides.page) this.#wish.value = undefined;
  }

  /** For everybody; out of range is the first or the last. */
  async turnTo(wanted: number): Promise<void> {
    const slides = this.#port.slides.peek();
    if (!slides) return;
    const page = Math.max(0, Math.min(slides.pages - 1, wanted));
    this.follow();
    if (page === this.page.peek()) return;
    const wish = { of: slides.id, page };
    this.#wish.value = wish;
    const forget = (): void => {
      if (this.#wish.peek() === wish) this.#wish.value = undefined;
    };
    this.#port.later(forget, WISH_MS);
    if ('refused' in (await this.#port.turn(page))) forget();
  }

  /** For me alone: what was shown already. */
  lookAt(wanted: number): void {
    const slides = this.#port.slides.peek();
    if (!slides) return;
    const page = Math.max(0, Math.min(this.furthest.peek(), wanted));
    this.#own.value = { of: slides.id, page };
  }

  follow(): void {
    this.#own.value = undefined;
  }
}
