// Somebody at a real browser: a page of their own, what they do, what they see, and what went wrong on it.
import type { Snapshot } from '@comptoir/client/session/automation';
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { meOf, takeSnapshot, violationsSeen, type WalkTarget, type Watched, walk, watchPage } from './inPage.ts';

export interface Point {
  x: number;
  y: number;
}

/** Five frames of a page that has warmed up, with a colleague's page beside it. */
const FLOWING_MS = 800;

export class Person {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that must not happen: errors, breaches of the policy, requests to other hosts. */
  readonly faults: string[] = [];
  readonly #forgiven: RegExp[] = [];

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.context = context;
    this.page = page;
  }

  /** Opens a page of the context that nothing has been loaded into yet. */
  static async at(context: BrowserContext, name: string, url: string): Promise<Person> {
    const page = await context.newPage();
    const person = new Person(name, context, page);
    const host = new URL(url).host;
    page.on('console', (message) => {
      if (message.type() === 'error') person.#blame(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => person.#blame(`page: ${error.stack ?? error.message}`));
    page.on('request', (request) => {
      const to = URL.parse(request.url());
      if (to && /^(?:http|ws)/.test(to.protocol) && to.host !== host) person.#blame(`request to ${request.url()}`);
    });
    await page.addInitScript(watchPage);
    return person;
  }

  /** Faults like this are part of the story: the server is gone, say. */
  forgive(pattern: RegExp): void {
    this.#forgiven.push(pattern);
  }

  #blame(fault: string): void {
    if (!this.#forgiven.some((pattern) => pattern.test(fault))) this.faults.push(`${this.name}: ${fault}`);
  }

  /** Faults so far, with those that only the page itself knows. */
  async allFaults(): Promise<string[]> {
    const violations = this.page.isClosed() ? [] : await this.page.evaluate(violationsSeen);
    return [...this.faults, ...violations.map((violation) => `${this.name}: policy: ${violation}`)];
  }

  snapshot(): Promise<Snapshot> {
    return this.page.evaluate(takeSnapshot);
  }

  async me(): Promise<NonNullable<Snapshot['me']>> {
    return meOf(await this.snapshot(), this.name);
  }

  async isInside(): Promise<void> {
    await expect
      .poll(
        () =>
          this.page.evaluate(() => {
            const here = (globalThis as unknown as Watched).comptoir?.snapshot();
            return here?.me !== null && here?.me !== undefined && here.connection === 'online';
          }),
        { message: `${this.name} is inside`, timeout: 20_000 },
      )
      .toBe(true);
  }

  /** The office is drawn, and frames flow: the first ones, in which everything is uploaded and compiled, may take seconds each. */
  async seesTheOffice(): Promise<void> {
    await expect.poll(async () => (await this.snapshot()).frame.fps, { message: 'frames are drawn', timeout: 20_000 }).toBeGreaterThan(0);
    await expect.poll(() => this.framesPass(5), { message: 'frames flow', timeout: 20_000 }).toBeLessThan(FLOWING_MS);
  }

  walkTo(target: WalkTarget): Promise<{ arrived: boolean; x: number; y: number }> {
    return this.page.evaluate(walk, target);
  }

  async #find(other: Person): Promise<Snapshot['people'][number] | undefined> {
    return (await this.snapshot()).people.find(({ name }) => name === other.name);
  }

  /** Where I see somebody, as drawn now; null when out of view. */
  async placeOf(other: Person): Promise<Point | null> {
    const found = await this.#find(other);
    if (!found) throw new Error(`${this.name} does not know of ${other.name}`);
    return found.x === null || found.y === null ? null : { x: found.x, y: found.y };
  }

  /** Waits until I see somebody within so many px of where they believe to be. */
  async sees(other: Person, withinPx = 2): Promise<void> {
    await expect
      .poll(
        async () => {
          // who just came in is known a moment later
          if (!(await this.#find(other))) return false;
          const [seen, me] = [await this.placeOf(other), await other.me()];
          return seen !== null && Math.hypot(seen.x - me.x, seen.y - me.y) <= withinPx;
        },
        { message: `${this.name} sees ${other.name} where they are` },
      )
      .toBe(true);
  }

  /** Resolves when the page has drawn so many more frames: what was done before has taken effect, however slow the machine. @returns ms that took */
  framesPass(count: number): Promise<number> {
    return this.page.evaluate(
      (most) =>
        new Promise((resolve) => {
          const begunMs = performance.now();
          let left = most;
          const draw = (): unknown => (left-- > 0 ? requestAnimationFrame(draw) : resolve(performance.now() - begunMs));
          draw();
        }),
      count,
    );
  }

  /** Watches for `ms` where I see somebody: how long they still moved, by my page's own clock, and where they are then. */
  watch(other: Person, ms: number): Promise<{ movedMs: number; last: Point | null }> {
    return this.page.evaluate(
      ([name, watchMs]) =>
        new Promise((resolve) => {
          const begunMs = performance.now();
          let movedMs = 0;
          let last: Point | null = null;
          const look = (): void => {
            const nowMs = performance.now() - begunMs;
            const seen = (globalThis as unknown as Watched).comptoir?.snapshot().people.find((person) => person.name === name);
            const place = seen && seen.x !== null && seen.y !== null ? { x: seen.x, y: seen.y } : null;
            if (last && (place?.x !== last.x || place.y !== last.y)) movedMs = nowMs;
            last = place;
            if (nowMs < watchMs) setTimeout(look, 50);
            else resolve({ movedMs, last });
          };
          look();
        }),
      [other.name, ms] as const,
    );
  }

  /** Callbacks of animation frames that ran so far: what is drawn, is drawn in one. */
  framesDrawn(): Promise<number> {
    return this.page.evaluate(() => (globalThis as unknown as Watched).framesAsked);
  }

  /** As if the tab went behind another one: headless tabs never do by themselves. */
  async setHidden(hidden: boolean): Promise<void> {
    await this.page.evaluate((isHidden) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** By the menu, on purpose. */
  async leave(): Promise<void> {
    await this.button(new RegExp(`^You, ${this.name}:`)).click();
    await this.page.getByRole('menuitem', { name: 'Leave the office' }).click();
    await expect(this.button('Enter')).toBeVisible();
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Goes on with Tab until the focus is on it, as somebody without a mouse does. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    for (let n = 0; n < most; n++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`${most} times Tab did not lead to ${target}`);
  }
}
