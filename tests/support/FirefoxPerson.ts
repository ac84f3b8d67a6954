// Somebody at Firefox: what they do, what they see, and what went wrong on their page.
import type { Snapshot } from '@comptoir/client/session/automation';
import type { Page as PlaywrightPage } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { drawNothing, Ears, watchMedia } from './Ears.ts';
import type { Firefox } from './Firefox.ts';
import { meOf, takeSnapshot, violationsSeen, type WalkTarget, type Watched, walk, watchPage } from './inPage.ts';

/** No first steps, and a microphone that opens with the first conversation. */
const REMEMBERED = { firstMinuteDone: true, devicesSeen: true, isMicrophoneReady: true, microphoneReady: true };

interface Coming {
  /** False: a browser that can draw nothing, neither with WebGL nor on a canvas. */
  draws: boolean;
}

export class FirefoxPerson {
  readonly name: string;
  readonly page: Page;
  readonly ears: Ears;
  readonly #faults: string[] = [];

  private constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
    // ears ask nothing else of a page, whoever drives it
    this.ears = new Ears({ evaluate: page.evaluate.bind(page) as PlaywrightPage['evaluate'] } as PlaywrightPage);
    page.on('console', (message) => {
      if (message.type() === 'error') this.#faults.push(`${name}: console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#faults.push(`${name}: page: ${error instanceof Error ? error.stack : error}`));
  }

  /** Through the entrance. @param url of the office, as in an invitation */
  static async enter(firefox: Firefox, name: string, url: string, { draws }: Coming): Promise<FirefoxPerson> {
    const person = new FirefoxPerson(name, await firefox.open());
    const { page } = person;
    await page.evaluateOnNewDocument(watchMedia);
    if (!draws) await page.evaluateOnNewDocument(drawNothing);
    await page.evaluateOnNewDocument(watchPage);
    await page.evaluateOnNewDocument((facts) => localStorage.setItem('comptoir.preferences', JSON.stringify(facts)), REMEMBERED);
    await page.goto(`${url}?${new URLSearchParams({ lang: 'en', hour: '12', name })}`);
    await page.locator('::-p-aria([name="Enter"][role="button"])').click();
    await page.waitForFunction(() => (globalThis as unknown as Watched).comptoir?.snapshot().me);
    return person;
  }

  /** Everything that must not happen: errors, and breaches of the policy. */
  async faults(): Promise<string[]> {
    const violations = await this.page.evaluate(violationsSeen);
    return [...this.#faults, ...violations.map((violation) => `${this.name}: policy: ${violation}`)];
  }

  snapshot(): Promise<Snapshot> {
    return this.page.evaluate(takeSnapshot);
  }

  async me(): Promise<NonNullable<Snapshot['me']>> {
    return meOf(await this.snapshot(), this.name);
  }

  walkTo(target: WalkTarget): Promise<{ arrived: boolean; x: number; y: number }> {
    return this.page.evaluate(walk, target);
  }

  press(key: 'Enter' | 't' | 'v'): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** @param selector of what appears by itself */
  async sees(selector: string): Promise<void> {
    await this.page.waitForSelector(selector, { visible: true, timeout: 20_000 });
  }

  leave(): Promise<void> {
    return this.page.browserContext().close();
  }
}
