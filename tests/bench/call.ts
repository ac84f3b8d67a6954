// `npm run bench -- call`: from standing still beside somebody to their first audible sample and first decoded picture, in real Chromium with fake devices.
import { type Browser, chromium, type Page } from '@playwright/test';
import { drawNothing, watchMedia } from '../support/Ears.ts';
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { standInPage } from '../support/standInPage.ts';
import { PITCHES, voiceFile } from '../support/voices.ts';
import { quantile } from './lateness.ts';
import { busySeconds, cpuSecondsBelow, machineName } from './machine.ts';
import { type Meeting, measureMeeting } from './meeting.ts';
import type { Bench } from './run.ts';
import { type BenchServer, startServer } from './startServer.ts';
import { bringCompany, type Company } from './syntheticCompany.ts';

const HALL = mapOf(drawHall(40, 24), [areaAt('start', { x: 2, y: 2, width: 2, height: 2 }, { start: true })]);
const FAR = tilePx(35, 20);
/** Heard, as amplitude from 0 to 1. */
const AUDIBLE = 0.02;
const CPU_MS = 5000;

interface Variant {
  name: string;
  /** In browsers. */
  people: number;
  /** Of the others in browsers, those who are seen. */
  cameras: number;
  /** Without a browser. */
  synthetic: number;
}

const VARIANTS: readonly Variant[] = [
  { name: 'mesh2', people: 2, cameras: 1, synthetic: 0 },
  { name: 'mesh4', people: 4, cameras: 3, synthetic: 0 },
  { name: 'mesh4voices', people: 4, cameras: 1, synthetic: 0 },
  // four browsers in a call need nearly all of two cores: as many links, on a machine that is not full
  { name: 'mesh4links', people: 2, cameras: 1, synthetic: 2 },
  { name: 'sfu6', people: 2, cameras: 1, synthetic: 4 },
];

const REMEMBERED = {
  ...{ view: 'list', firstMinuteDone: true, devicesSeen: true, rawSound: true },
  ...{ isMicrophoneReady: true, microphoneReady: true },
};

async function startBrowser(pitch: number): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: [
      // nothing is drawn: an imitated graphics card would only take the cores that the calls are measured on
      '--disable-gpu',
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'],
      `--use-file-for-fake-audio-capture=${voiceFile(pitch)}`,
    ],
  });
}

async function enter(browser: Browser, server: BenchServer, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 }, permissions: ['microphone', 'camera'] });
  await context.addInitScript(watchMedia);
  await context.addInitScript(drawNothing);
  await context.addInitScript((facts) => localStorage.setItem('comptoir.preferences', JSON.stringify(facts)), REMEMBERED);
  const page = await context.newPage();
  await page.goto(`${server.url}/o/hall?lang=en&name=${name}`);
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await page.waitForFunction(() => (globalThis as { comptoir?: { snapshot(): { me: unknown } } }).comptoir?.snapshot().me);
  return page;
}

const walk = (page: Page, to: { x: number; y: number }): Promise<void> =>
  page.evaluate(async (goal) => {
    const { comptoir } = globalThis as unknown as { comptoir: { walkTo(goal: unknown): Promise<unknown> } };
    await comptoir.walkTo(goal);
  }, to);

const idOf = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { comptoir: { snapshot(): { me: { id: string } } } }).comptoir.snapshot().me.id);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function run(variant: Variant, runs: number, say: (line: string) => void): Promise<Record<string, unknown>> {
  const maps = withTiles({ 'hall.tmj': HALL });
  const files = Object.entries(maps).map(([name, content]) => [
    name,
    typeof content === 'string' || content instanceof Uint8Array ? Buffer.from(content) : JSON.stringify(content),
  ]);
  const server = await startServer({ core: 0, maps: Object.fromEntries(files) });
  const browsers: Browser[] = [];
  let company: Company | undefined;
  try {
    const pages: Page[] = [];
    for (let i = 0; i < variant.people; i++) {
      const browser = await startBrowser(PITCHES[i % PITCHES.length] ?? PITCHES[0]);
      browsers.push(browser);
      pages.push(await enter(browser, server, `P${i}`));
    }
    const [measured, ...others] = pages;
    if (!measured) throw new Error('nobody came in');
    for (const [i, page] of others.entries()) {
      if (i < variant.cameras) await page.getByRole('button', { name: 'Camera', exact: true }).press('Enter');
      await walk(page, tilePx(12 + i, 12));
    }
    if (variant.synthetic > 0) {
      standInPage(server.url);
      company = await bringCompany({
        ...{ url: server.url, office: 'hall' },
        places: Array.from({ length: variant.synthetic }, (_, i) => tilePx(12 + i, 13)),
        others: await Promise.all(pages.map(idOf)),
      });
    }
    const meetings: Meeting[] = [];
    let cpu = 0;
    for (let n = 0; n < runs; n++) {
      await walk(measured, FAR);
      await pause(3000);
      const pitches = PITCHES.slice(1, variant.people);
      meetings.push(
        await measured.evaluate(measureMeeting, {
          ...{ goal: tilePx(11, 12), others: variant.people + variant.synthetic - 1 },
          ...{ pitches, pictures: variant.cameras, audible: AUDIBLE },
        }),
      );
      if (n === 0) {
        const before = cpuSecondsBelow(process.pid, 'chromium');
        await pause(CPU_MS);
        cpu = ((cpuSecondsBelow(process.pid, 'chromium') - before) * 1000) / CPU_MS;
      }
      say(`${variant.name} ${n + 1}: ${JSON.stringify(meetings.at(-1))}`);
    }
    return { ...summary(meetings), browserCpu: Number(cpu.toFixed(2)) };
  } finally {
    await company?.close();
    for (const browser of browsers) await browser.close();
    await server.stop();
  }
}

function summary(all: readonly Meeting[]): Record<string, unknown> {
  const meetings = all.filter(({ stuck }) => stuck === undefined);
  const steps = ['conversationMs', 'connectedMs', 'allConnectedMs', 'firstSoundMs', 'allSoundMs', 'firstFrameMs', 'allFramesMs'] as const;
  const of = (step: (typeof steps)[number]): Record<string, number> => {
    const sorted = meetings.map((meeting) => meeting[step]).sort((a, b) => a - b);
    return { p50: Math.round(quantile(sorted, 0.5)), p95: Math.round(quantile(sorted, 0.95)) };
  };
  return { runs: all.length, stuck: all.length - meetings.length, ...Object.fromEntries(steps.map((step) => [step, of(step)])) };
}

export const call: Bench = {
  usage: '[--runs N] [--only mesh2|mesh4|mesh4voices|mesh4links|sfu6]',
  async run({ runs = 10, only }, say) {
    const wanted = VARIANTS.filter(({ name }) => only === undefined || only === name);
    const busyBefore = busySeconds();
    const beganMs = performance.now();
    const results: Record<string, unknown> = {};
    for (const variant of wanted) results[variant.name] = await run(variant, runs, say);
    const machineBusy = (busySeconds() - busyBefore) / ((performance.now() - beganMs) / 1000);
    return {
      ...{ bench: 'call', machine: machineName(), date: new Date().toISOString().slice(0, 10) },
      machineBusyCores: Number(machineBusy.toFixed(2)),
      ...results,
    };
  },
};
