// Speakers that nobody hears: without an output to keep time with, Firefox runs no audio context, and so nothing could be listened to.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebian } from './debian.ts';
import { endNow } from './endNow.ts';

const PULSEAUDIO = '/usr/bin/pulseaudio';
const OPEN_MS = 10_000;

const argumentsFor = (socket: string): string[] => [
  ...['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disable-shm=yes', '--log-target=stderr'],
  ...['--load=module-null-sink', `--load=module-native-protocol-unix auth-anonymous=1 auth-cookie-enabled=0 socket=${socket}`],
];

export class FirefoxSpeakers {
  readonly #process: ChildProcess;
  readonly #dir: string;
  #output = '';

  private constructor() {
    const dir = mkdtempSync(join(tmpdir(), 'comptoir-speakers-'));
    this.#dir = dir;
    // nothing of whoever runs the tests: neither their settings nor their own speakers
    const env = { PATH: process.env.PATH, HOME: dir, XDG_RUNTIME_DIR: dir, PULSE_RUNTIME_PATH: dir };
    this.#process = spawn(PULSEAUDIO, argumentsFor(this.#socket), { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
  }

  /** Why there can be none on this machine; undefined when there can. Installs them where we may. */
  static problem(): string | undefined {
    return ensureDebian(PULSEAUDIO, 'pulseaudio');
  }

  /** @throws Error with what it said when it does not open */
  static async start(): Promise<FirefoxSpeakers> {
    const speakers = new FirefoxSpeakers();
    const endMs = performance.now() + OPEN_MS;
    while (!existsSync(speakers.#socket)) {
      if (performance.now() > endMs || speakers.#process.exitCode !== null)
        throw new Error(`pulseaudio does not open: ${speakers.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return speakers;
  }

  /** What a browser is started with. */
  get env(): Record<string, string> {
    return { PULSE_SERVER: `unix:${this.#socket}` };
  }

  async stop(): Promise<void> {
    await endNow(this.#process);
    rmSync(this.#dir, { recursive: true, force: true });
  }

  get #socket(): string {
    return join(this.#dir, 'native');
  }
}
