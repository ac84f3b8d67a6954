// What a story begins with: an office of its own, and people who come in through real browsers. Ends with: nobody met a fault.
import { type Browser, type BrowserContext, type BrowserContextOptions, test as base, expect, type LaunchOptions } from '@playwright/test';
import axe from 'axe-core';
import { drawNothing } from '../support/Ears.ts';
import type { MapFiles } from '../support/mapFiles.ts';
import { Person } from '../support/Person.ts';
import { ServerProcess } from '../support/ServerProcess.ts';

export interface Coming {
  /** Of the address: '/o/cabin'. */
  path?: string;
  /** Another name of this machine than the loopback's, which the browser was told of. */
  host?: string;
  /** Another address of this office altogether: of a proxy in front. */
  origin?: string;
  /** Added to the address: '?hour=20'. */
  search?: string;
  hash?: string;
  /** Of somebody who was here before: same browser, next tab. */
  sameBrowserAs?: Person;
  browser?: BrowserContextOptions;
  /** Of a browser started for this person. */
  context?: BrowserContext;
  /** What this browser remembers of choices. */
  preferences?: Record<string, unknown>;
  /** False: a browser that draws nothing; the office is a list, and the machine is left to everything else. */
  draws?: boolean;
  /** The hints for first-timers cover the foot of the map; most stories are about people who know them. */
  firstTime?: boolean;
}

export interface OfficeOfTheStory {
  server: ServerProcess;
  /** A page at the entrance. */
  arrive(name: string, coming?: Coming): Promise<Person>;
  /** Inside, with the name typed by the address. */
  enter(name: string, coming?: Coming): Promise<Person>;
}

const remembered = { firstMinuteDone: true, devicesSeen: true };

/** @returns how to start a browser for pages that draw nothing: without an imitated graphics card they are put together many times faster */
export const withoutGraphics = (options: LaunchOptions): LaunchOptions => ({
  ...options,
  args: [...(options.args ?? []).filter((arg) => !arg.includes('swiftshader')), '--disable-gpu'],
});

interface OfAll {
  /** One for all stories; started when first needed. */
  browserThatDrawsNothing: () => Promise<Browser>;
}

export const test = base.extend<{ office: OfficeOfTheStory; env: Record<string, string>; maps: MapFiles }, OfAll>({
  env: [{}, { option: true }],
  /** Of the office, beside the default map, from its first moment on. */
  maps: [{}, { option: true }],
  browserThatDrawsNothing: [
    async ({ playwright, browserName, launchOptions }, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => {
        browser ??= playwright[browserName].launch(withoutGraphics(launchOptions));
        return browser;
      });
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],
  office: async ({ browser, browserThatDrawsNothing, env, maps }, use) => {
    const server = await ServerProcess.start(env, maps);
    const people: Person[] = [];
    const arrive = async (name: string, coming: Coming = {}): Promise<Person> => {
      // pages that draw nothing do without the service worker, too: it is for those that are opened later
      const open = async () =>
        coming.draws === false
          ? (await browserThatDrawsNothing()).newContext({ serviceWorkers: 'block', ...coming.browser })
          : browser.newContext(coming.browser);
      const context = coming.context ?? coming.sameBrowserAs?.context ?? (await open());
      const url = new URL(coming.path ?? '/', coming.origin ?? server.url);
      if (coming.host) url.hostname = coming.host;
      const person = await Person.at(context, name, url.origin);
      people.push(person);
      if (coming.draws === false) await person.page.addInitScript(drawNothing);
      if (!coming.firstTime)
        await person.page.addInitScript(
          (facts) => {
            // a page in a sandbox has no storage
            if (origin === 'null') return;
            const stored = JSON.parse(localStorage.getItem('comptoir.preferences') ?? '{}');
            localStorage.setItem('comptoir.preferences', JSON.stringify({ ...facts, ...stored }));
          },
          { ...remembered, ...coming.preferences },
        );
      const search = new URLSearchParams(coming.search);
      if (!search.has('lang')) search.set('lang', 'en');
      await person.page.goto(`${url}?${search}${coming.hash ?? ''}`);
      await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible();
      return person;
    };
    const enter = async (name: string, coming: Coming = {}): Promise<Person> => {
      const search = new URLSearchParams(coming.search);
      search.set('name', name);
      const person = await arrive(name, { ...coming, search: search.toString() });
      await person.button('Enter').click();
      if (coming.firstTime) {
        // the second screen comes once, and one Enter leaves it
        await expect(person.page.getByRole('heading', { name: 'Can they hear you?' })).toBeVisible();
        await person.press('Enter');
      }
      await person.isInside();
      return person;
    };
    await use({ server, arrive, enter });
    const faults = (await Promise.all(people.map((person) => person.allFaults()))).flat();
    await Promise.all([...new Set(people.map(({ context }) => context))].map((context) => context.close()));
    await server.remove();
    expect(faults).toEqual([]);
  },
});

type Axe = typeof axe;

/** No serious fault of accessibility on what is on the screen now. */
export async function expectAccessible({ page }: Pick<Person, 'page'>, screen: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const serious = await page.evaluate(async () => {
    // of what passes nothing is told: that would be most of the work
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
  expect(serious, `serious accessibility faults of ${screen}`).toEqual([]);
}

export { expect } from '@playwright/test';
export type { Person } from '../support/Person.ts';
