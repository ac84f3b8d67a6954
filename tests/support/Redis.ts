// A real Redis for tests: Debian's, on a free port, which keeps nothing on the disk.
import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { ensureDebian } from './debian.ts';
import { endNow } from './endNow.ts';
import { freePort } from './freePort.ts';

const REDIS = '/usr/bin/redis-server';
const HOST = '127.0.0.1';
const PASSWORD = 'tests-only';
const OPEN_MS = 10_000;

export class Redis {
  readonly url: string;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.#port = port;
    this.url = `redis://:${PASSWORD}@${HOST}:${port}/0`;
  }

  /** Why there can be none on this machine; undefined when there can. Installs it where we may. */
  static problem(): string | undefined {
    return ensureDebian(REDIS, 'redis-server');
  }

  static async start(): Promise<Redis> {
    const redis = new Redis(await freePort());
    await redis.open();
    return redis;
  }

  /** Also after `close`, on the same port; it has forgotten everything. */
  async open(): Promise<void> {
    const settings = ['--port', String(this.#port), '--bind', HOST, '--save', '', '--appendonly', 'no', '--requirepass', PASSWORD];
    const started = spawn(REDIS, settings, { cwd: tmpdir(), stdio: 'ignore' });
    this.#process = started;
    process.once('exit', this.#kill);
    const endMs = performance.now() + OPEN_MS;
    while (!(await this.#answers())) {
      if (performance.now() > endMs || started.exitCode !== null) throw new Error('Redis does not open');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async close(): Promise<void> {
    process.off('exit', this.#kill);
    if (this.#process) await endNow(this.#process);
    this.#process = undefined;
  }

  #kill = (): void => void this.#process?.kill('SIGKILL');

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.#port, HOST, () => socket.end(() => resolve(true)));
      socket.on('error', () => resolve(false));
    });
  }
}
