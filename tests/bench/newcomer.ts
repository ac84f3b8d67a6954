// `npm run bench -- newcomer`: the whole way of somebody who has never heard of Comptoir, from `git clone` to the first word between two people.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { drawNothing, watchMedia } from '../support/Ears.ts';
import { freePort } from '../support/freePort.ts';
import { PITCHES, voiceFile } from '../support/voices.ts';
import { machineName } from './machine.ts';
import { measureMeeting } from './meeting.ts';
import type { Bench } from './run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AUDIBLE = 0.02;
/** Beside one another on the square of the default map, px. */
const PLACES = [
  { x: 1300, y: 940 },
  { x: 1346, y: 940 },
] as const;
const REMEMBERED = {
  view: 'list',
  firstMinuteDone: true,
  devicesSeen: true,
  rawSound: true,
  isMicrophoneReady: true,
  microphoneReady: true,
};

interface Started {
  url: string;
  installedMs: number;
  openMs: number;
  stop(): void;
}

/** As the README says, with nothing of this shell's environment. */
async function startOf(folder: string): Promise<Started> {
  const port = await freePort();
  const beganMs = performance.now();
  const server = spawn('npm', ['start'], {
    cwd: folder,
    env: { HOME: folder, PATH: '/usr/local/bin:/usr/bin:/bin', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  let installedMs = 0;
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += text.toString();
      if (/[Bb]uilding/.test(said)) installedMs ||= performance.now() - beganMs;
      const open = /open at (\S+)/.exec(said);
      if (open?.[1]) resolve(open[1]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
  const stop = (): void => {
    // npm and what it started are one group
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  };
  return { url, installedMs, openMs: performance.now() - beganMs, stop };
}

async function comeIn(browser: Browser, url: string, name: string): Promise<{ page: Page; entranceMs: number; insideMs: number }> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 }, permissions: ['microphone', 'camera'] });
  await context.addInitScript(watchMedia);
  await context.addInitScript(drawNothing);
  await context.addInitScript((facts) => localStorage.setItem('comptoir.preferences', JSON.stringify(facts)), REMEMBERED);
  const page = await context.newPage();
  const beganMs = performance.now();
  await page.goto(`${url}/?lang=en&name=${name}`);
  const enter = page.getByRole('button', { name: 'Enter', exact: true });
  await enter.waitFor();
  const entranceMs = performance.now() - beganMs;
  await enter.click();
  await page.waitForFunction(() => (globalThis as { comptoir?: { snapshot(): { me: unknown } } }).comptoir?.snapshot().me);
  return { page, entranceMs, insideMs: performance.now() - beganMs };
}

const startBrowser = (pitch: number): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: [
      ...['--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      ...['--autoplay-policy=no-user-gesture-required', `--use-file-for-fake-audio-capture=${voiceFile(pitch)}`],
    ],
  });

export const newcomer: Bench = {
  usage: '',
  async run(_options, say) {
    const folder = mkdtempSync(join(tmpdir(), 'comptoir-newcomer-'));
    const browsers: Browser[] = [];
    let started: Started | undefined;
    try {
      const cloneFromMs = performance.now();
      const cloned = spawnSync('git', ['clone', '--quiet', '--no-local', ROOT, join(folder, 'comptoir')], { encoding: 'utf8' });
      if (cloned.status !== 0) throw new Error(`git clone: ${cloned.stderr}`);
      const cloneMs = performance.now() - cloneFromMs;
      say(`cloned after ${Math.round(cloneMs)} ms`);
      started = await startOf(join(folder, 'comptoir'));
      say(`npm start: open after ${Math.round(started.openMs)} ms`);
      for (const pitch of PITCHES.slice(0, 2)) browsers.push(await startBrowser(pitch));
      const [first, second] = browsers;
      if (!first || !second) throw new Error('no browsers');
      const ada = await comeIn(first, started.url, 'Ada');
      const bob = await comeIn(second, started.url, 'Bob');
      await bob.page.evaluate(async (goal) => {
        await (globalThis as unknown as { comptoir: { walkTo(to: unknown): Promise<unknown> } }).comptoir.walkTo(goal);
      }, PLACES[1]);
      await bob.page.getByRole('button', { name: 'Camera', exact: true }).press('Enter');
      const walkFromMs = performance.now();
      const meeting = await ada.page.evaluate(measureMeeting, {
        ...{ goal: PLACES[0], others: 1, pitches: PITCHES.slice(1, 2), pictures: 1, audible: AUDIBLE },
      });
      const walkAndTalkMs = performance.now() - walkFromMs;
      const round = (ms: number): number => Math.round(ms);
      return {
        ...{ bench: 'newcomer', machine: machineName(), date: new Date().toISOString().slice(0, 10) },
        ...{ cloneMs: round(cloneMs), installMs: round(started.installedMs), openMs: round(started.openMs) },
        first: { entranceMs: round(ada.entranceMs), insideMs: round(ada.insideMs) },
        second: { entranceMs: round(bob.entranceMs), insideMs: round(bob.insideMs) },
        ...{ walkAndTalkMs: round(walkAndTalkMs), firstSoundMs: round(meeting.firstSoundMs), firstFrameMs: round(meeting.firstFrameMs) },
        ...(meeting.stuck === undefined ? {} : { stuck: meeting.stuck }),
        totalMs: round(cloneMs + started.openMs + ada.insideMs + bob.insideMs + walkAndTalkMs),
      };
    } finally {
      for (const browser of browsers) await browser.close();
      started?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    }
  },
};
