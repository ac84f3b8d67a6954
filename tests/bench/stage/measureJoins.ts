// How a real browser fares in a talk: its first picture when it joins a crowd, and what it sees and hears over a network that loses packets.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BadUdp } from '../../support/media/BadUdp.ts';
import { eventually } from '../../support/media/Synthetic.ts';
import { quantile } from '../lateness.ts';
import type { StagePage } from '../stagePage/stagePage.ts';
import { Hall, ON_STAGE, SEATED } from './Hall.ts';
import { round } from './measureCrowd.ts';
import { serveStagePage } from './serveStagePage.ts';

type Signal = Parameters<ReturnType<Hall['enter']>>[0];
const FLAGS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'];
/** The speaker in a browser: beside the crowd two small layers, and silent, so that the other one remains the active one; else all three. */
const BESIDE = { height: 360, isHeard: false };
const ALONE = { height: 720, isHeard: true };
const WATCH_S = 20;
const SHOWN = { active: 'none', second: 'medium', screen: 'high' } as const;

/** Browsers in a talk, each in a page of its own. */
class Browsers {
  readonly #hall: Hall;
  readonly #pages: { page: Page; browser: Browser }[] = [];
  readonly #networks: BadUdp[] = [];
  readonly #url: string;

  constructor(hall: Hall, url: string) {
    this.#hall = hall;
    this.#url = url;
  }

  /** @param network between the server and whoever is in this page */
  async open(network?: BadUdp): Promise<Page> {
    if (network) this.#networks.push(network);
    const browser = await chromium.launch({
      ...{ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromiumSandbox: false, args: ['--disable-gpu', ...FLAGS] },
    });
    const page = await (await browser.newContext({ permissions: ['microphone', 'camera'] })).newPage();
    this.#pages.push({ page, browser });
    const senders = new Map<string, (signal: Signal) => void>();
    await page.exposeFunction('toServer', (personId: string, signal: Signal) => {
      const isDescribed = network !== undefined && 'sdp' in signal;
      senders.get(personId)?.(isDescribed ? { ...signal, sdp: network.hide(signal.sdp) } : signal);
    });
    const enter = (personId: string, rights: Parameters<Hall['enter']>[1]): void => {
      const hear = (signal: ServerMediaSignal): void => {
        const led = network !== undefined && 'sdp' in signal ? { ...signal, sdp: network.lead(signal.sdp) } : signal;
        const said = [personId, led] as const;
        page.evaluate(([id, word]) => stagePageOf().hear(id, word), said).catch(() => undefined);
      };
      senders.set(personId, this.#hall.enter(personId, rights, hear));
    };
    Object.assign(page, { enterHall: enter });
    await page.addInitScript('globalThis.stagePageOf = () => globalThis.stagePage');
    await page.goto(this.#url);
    await page.waitForFunction('globalThis.stagePage !== undefined');
    return page;
  }

  enter(page: Page, personId: string, rights: Parameters<Hall['enter']>[1]): void {
    (page as Page & { enterHall(id: string, rights: Parameters<Hall['enter']>[1]): void }).enterHall(personId, rights);
  }

  async close(): Promise<void> {
    for (const { browser } of this.#pages) await browser.close();
    await Promise.all(this.#networks.map((network) => network.close()));
  }
}

/** In the page. */
declare const stagePageOf: () => StagePage;

async function withHall<R>(run: (browsers: Browsers, hall: Hall) => Promise<R>, say: (line: string) => void): Promise<R> {
  const served = await serveStagePage();
  const hall = new Hall(1, 1000, say);
  const browsers = new Browsers(hall, served.url);
  try {
    return await run(browsers, hall);
  } finally {
    await browsers.close();
    await hall.close();
    await served.close();
  }
}

async function publish(browsers: Browsers, page: Page, { height, isHeard }: typeof ALONE): Promise<void> {
  browsers.enter(page, 'real', ON_STAGE);
  await page.evaluate(([lines, withVoice]) => stagePageOf().publish('real', lines, withVoice), [height, isHeard] as const);
  // its encoder has begun, and the layers flow
  const sent = (): Promise<number> => page.evaluate(() => stagePageOf().sent('real'));
  await eventually('the speaker in the browser is seen', async () => (await sent()) > 100, 60_000);
}

/** From asking for a connection to the first decoded picture, in a crowd that receives 600 kbit/s each meanwhile. */
export const measureJoins = (listeners: number, joins: number, say: (line: string) => void) =>
  withHall(async (browsers, hall) => {
    hall.speak();
    await hall.fill(listeners);
    await publish(browsers, await browsers.open(), BESIDE);
    const page = await browsers.open();
    const times: number[] = [];
    let failed = 0;
    for (let n = 0; n < joins; n++) {
      const id = `join${n}`;
      browsers.enter(page, id, SEATED);
      const joined = await page
        .evaluate(([me, wishes]) => stagePageOf().join(me, 'real', wishes), [id, SHOWN] as const)
        .catch(() => undefined);
      say(`join ${n + 1}: ${joined ? JSON.stringify(joined) : 'no picture'}`);
      if (joined) times.push(joined.firstFrameMs);
      else failed++;
      await page.evaluate((me) => stagePageOf().leave(me), id);
      hall.leave(id);
      await sleep(500);
    }
    times.sort((a, b) => a - b);
    return { joins, failed, firstFrameMs: { p50: Math.round(quantile(times, 0.5)), p95: Math.round(quantile(times, 0.95)) } };
  }, say);

/** @param loss percent of the media packets, on the way to the server and on the way from it, each both ways */
export const measureLoss = (loss: number, say: (line: string) => void) =>
  withHall(async (browsers) => {
    const lossShare = loss / 100;
    await publish(browsers, await browsers.open(await BadUdp.open({ lossShare }, 1)), ALONE);
    const network = await BadUdp.open({ lossShare }, 2);
    const page = await browsers.open(network);
    browsers.enter(page, 'ear', SEATED);
    const wishes = (active: 'low' | 'medium') => ({ ...SHOWN, active });
    const { firstFrameMs } = await page.evaluate(([shown]) => stagePageOf().join('ear', 'real', shown), [wishes('medium')] as const);
    await sleep(2000);
    const before = await page.evaluate(() => stagePageOf().watch('ear'));
    const asked = ['low', 'medium', 'low', 'medium'] as const;
    for (const active of asked) {
      await page.evaluate(([shown]) => stagePageOf().want('ear', shown), [wishes(active)] as const);
      await sleep((WATCH_S * 1000) / asked.length);
    }
    const after = await page.evaluate(() => stagePageOf().watch('ear'));
    say(`heights seen: ${after.heights.join(', ')}`);
    return {
      ...{ lossPercent: loss, seconds: WATCH_S, firstFrameMs, dropped: network.dropped },
      framesPerS: round((after.frames - before.frames) / WATCH_S, 1),
      freezes: after.freezes - before.freezes,
      frozenS: round(after.frozenS - before.frozenS, 2),
      // of all the sound since the beginning
      concealedShare: round(after.concealed, 4),
      soundGaps: after.gaps - before.gaps,
      lostForGood: after.lost - before.lost,
      ...{ layersAsked: asked.length, layersSeen: after.heights.length - before.heights.length },
    };
  }, say);
