// Pages for tests: drawn when the test says so.
import type { Drawing, SlidePage, SlidePages } from './SlidePages.ts';

export interface TestPages extends SlidePages {
  /** Pages that were begun, in order, as `page:width`. */
  readonly begun: string[];
  readonly stopped: string[];
  isClosed: boolean;
  /** Finishes what is being drawn. */
  finish(): Promise<void>;
}

export function testPages(count: number): TestPages {
  const waiting: (() => void)[] = [];
  const begun: string[] = [];
  const stopped: string[] = [];
  const pageOf = (index: number): SlidePage => ({
    ratio: 16 / 9,
    draw(width): Drawing {
      const name = `${index}:${width}`;
      begun.push(name);
      const { promise, resolve } = Promise.withResolvers<HTMLCanvasElement | undefined>();
      waiting.push(() => resolve({ name } as unknown as HTMLCanvasElement));
      return {
        done: promise,
        stop() {
          stopped.push(name);
          resolve(undefined);
        },
      };
    },
    layText: async () => false,
  });
  const pages: TestPages = {
    ...{ count, begun, stopped, isClosed: false },
    page: async (index) => pageOf(index),
    close() {
      pages.isClosed = true;
    },
    async finish() {
      // what was asked for a moment ago has begun by then
      await new Promise((resolve) => setTimeout(resolve));
      for (const end of waiting.splice(0)) end();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
  return pages;
}
