// A Chromium as a person starts it: a tab behind another one is really hidden, its timers sleep, and its profile may install apps. Playwright's
// own browsers have all of that switched off.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';

const START_MS = 30_000;

export class OwnChromium {
  readonly context: BrowserContext;
  readonly #browser: Browser;
  readonly #process: ChildProcess;
  readonly #profile: string;

  private constructor(browser: Browser, process: ChildProcess, profile: string) {
    const [context] = browser.contexts();
    if (!context) throw new Error('a browser without a profile');
    this.context = context;
    this.#browser = browser;
    this.#process = process;
    this.#profile = profile;
  }

  static async start(executable: string, args: readonly string[] = []): Promise<OwnChromium> {
    const profile = mkdtempSync(join(tmpdir(), 'comptoir-profile-'));
    const own = ['--headless', '--no-sandbox', '--no-first-run', '--disable-gpu', '--disable-background-networking', '--mute-audio'];
    const started = spawn(executable, [...own, '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...args, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await chromium.connectOverCDP(await addressOf(started.stderr), { noDefaults: true });
    return new OwnChromium(browser, started, profile);
  }

  /** Another tab before all others. */
  async openAnotherTab(): Promise<void> {
    const tab = await this.context.newPage();
    await tab.bringToFront();
  }

  async close(): Promise<void> {
    const exited = once(this.#process, 'exit');
    await this.#browser.close();
    this.#process.kill('SIGKILL');
    await exited;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function addressOf(stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`the browser did not say where it listens: ${said}`)), START_MS);
    stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
