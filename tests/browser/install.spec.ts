// Comptoir as an app on a phone: what makes it one, what it says when nobody answers, and where it may draw.
import { devices } from '@playwright/test';
import { OwnChromium } from '../support/OwnChromium.ts';
import { expect, expectAccessible, type Person, test } from './story.ts';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PHONE = devices['Pixel 7'];

/** Resolves when the service worker is there for the next page. */
const workerIsReady = (person: Person): Promise<unknown> =>
  person.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

const heading = (person: Person, name: string) => person.page.getByRole('heading', { level: 1, name });

test('[U13] the browser finds nothing missing to make it an app', async ({ office }) => {
  const browser = await OwnChromium.start(EXECUTABLE);
  try {
    const ada = await office.arrive('Ada', { context: browser.context, draws: false });
    await workerIsReady(ada);
    const devtools = await ada.context.newCDPSession(ada.page);
    const { errors, url, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`${office.server.url}/manifest.webmanifest`);
    const {
      display,
      start_url: startUrl,
      icons,
    } = JSON.parse(data ?? '{}') as {
      display: string;
      start_url: string;
      icons: { src: string; sizes: string }[];
    };
    expect([display, startUrl]).toEqual(['standalone', '/']);
    for (const { src, sizes } of icons) {
      const size = await ada.page.evaluate(async (path) => {
        const picture = await createImageBitmap(await (await fetch(path)).blob());
        return `${picture.width}x${picture.height}`;
      }, src);
      expect([src, size]).toEqual([src, sizes]);
    }
    expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('[U13] without an answer a page says what is missing, and is the office again by itself', async ({ office }) => {
  const ada = await office.arrive('Ada', { browser: { ...PHONE, colorScheme: 'dark', serviceWorkers: 'allow' }, draws: false });
  await workerIsReady(ada);
  // nothing of the office itself is kept: it could only be out of date
  const kept = await ada.page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname).sort();
  });
  expect(kept).toEqual(['/icons/icon-192.png', '/offline.html', '/offline.js']);

  ada.forgive(/Failed to load resource|net::ERR_/);
  await office.server.end('SIGKILL');
  await ada.page.reload();
  await expect(heading(ada, 'The office does not answer')).toBeVisible();
  await expect(ada.page.getByText(new URL(office.server.url).host)).toBeVisible();
  await expectAccessible(ada, 'the page without a server');
  await ada.context.setOffline(true);
  await expect(heading(ada, 'There is no network')).toBeVisible();
  await ada.context.setOffline(false);
  await expect(heading(ada, 'The office does not answer')).toBeVisible();
  await office.server.start();
  // nobody touches anything
  await expect(ada.button('Enter')).toBeVisible({ timeout: 15_000 });

  await office.server.end('SIGKILL');
  await ada.page.goto(`${office.server.url}/o/office?lang=fr`);
  await expect(heading(ada, 'Le lieu ne répond pas')).toBeVisible();
  await expect(ada.page.locator('html')).toHaveAttribute('lang', 'fr');
  await office.server.start();
  await ada.button('Regarder maintenant').click();
  await expect(ada.button('Entrer')).toBeVisible({ timeout: 15_000 });
});

test('[U14] the settings offer what the browser offers, and nothing pops up', async ({ office }) => {
  const ada = await office.enter('Ada', { browser: PHONE, draws: false });
  const prompts = await ada.page.evaluateHandle(() => {
    const asked = { times: 0 };
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => {
        asked.times++;
      },
      userChoice: Promise.resolve({ outcome: 'accepted' }),
    });
    dispatchEvent(offer);
    return Object.assign(asked, { isHeldBack: offer.defaultPrevented });
  });
  expect(await prompts.jsonValue()).toEqual({ times: 0, isHeldBack: true });
  await ada.button(/^You, Ada:/).click();
  await ada.page.getByRole('menuitem', { name: 'Settings' }).click();
  const install = ada.button('Install Comptoir');
  await ada.tabTo(install);
  await expectAccessible(ada, 'the settings with an app to install');
  await ada.press('Enter');
  await expect(ada.page.getByText('Comptoir is among your apps')).toBeFocused();
  expect((await prompts.jsonValue()).times).toBe(1);
});

test('[U14] in the app nothing that one touches lies under rounded corners and notches', async ({ office }) => {
  const landscape = { ...PHONE, viewport: { width: 844, height: 390 }, reducedMotion: 'reduce' } as const;
  const ada = await office.arrive('Ada', { search: '?name=Ada', browser: landscape, preferences: { view: 'map' } });
  const devtools = await ada.context.newCDPSession(ada.page);
  let insets = { top: 12, right: 47, bottom: 21, left: 47 };
  // newer than the types
  const imitate = () => devtools.send('Emulation.setSafeAreaInsetsOverride' as 'Page.enable', { insets } as never);
  await imitate();
  const margin = await ada.page.evaluate(() => {
    document.body.style.setProperty('scroll-margin-left', 'env(safe-area-inset-left)');
    return getComputedStyle(document.body).scrollMarginLeft;
  });
  expect(margin, 'the browser imitates such a screen').toBe('47px');
  const covered = (): Promise<string[]> => ada.page.evaluate(findCovered, insets);
  await expect.poll(covered, { message: 'the entrance' }).toEqual([]);
  await ada.button('Enter').click();
  await ada.isInside();
  await expect.poll(covered, { message: 'the map' }).toEqual([]);
  for (const key of ['p', 't', '?']) {
    await ada.press(key);
    await expect.poll(covered, { message: `what ${key} opens` }).toEqual([]);
    await ada.press('Escape');
  }
  await ada.press('Alt+l');
  await expect.poll(covered, { message: 'the list' }).toEqual([]);
  // upright
  insets = { top: 47, right: 0, bottom: 34, left: 0 };
  await ada.page.setViewportSize(PHONE.viewport);
  await imitate();
  await expect.poll(covered, { message: 'the list on a phone' }).toEqual([]);
  await ada.press('t');
  await expect(ada.page.getByRole('complementary', { name: 'Chat' })).toBeVisible();
  await expect.poll(covered, { message: 'the chat on a phone' }).toEqual([]);
});

interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** In the page: what one could touch and does not reach, by its name. What scrolls away is out of reach above and below only for a while. */
function findCovered({ top, right, bottom, left }: Insets): string[] {
  const isPinned = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) if (getComputedStyle(at).position === 'fixed') return true;
    return false;
  };
  const scrolls = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
    return false;
  };
  const found: string[] = [];
  for (const element of document.querySelectorAll('button, a, input, textarea, h1, h2')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width < 4 || height < 4 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const isAside = x < left - 0.5 || x + width > innerWidth - right + 0.5;
    const isAbove = isPinned(element) && !scrolls(element) && (y < top - 0.5 || y + height > innerHeight - bottom + 0.5);
    if (isAside || isAbove)
      found.push(
        `${element.getAttribute('aria-label') ?? element.textContent?.trim()} (${element.className}) at ${[x, y, width, height].map(Math.round)}`,
      );
  }
  return found;
}
