// A real Caddy in front of two processes of one server: Debian's, with docs/deploy/Caddyfile.processes as it is delivered.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endNow } from './endNow.ts';
import { freePort } from './freePort.ts';

const CADDY = '/usr/bin/caddy';
const OPEN_MS = 20_000;
const shipped = fileURLToPath(new URL('../../docs/deploy/Caddyfile.processes', import.meta.url));

export class CaddyOfTwo {
  /** How browsers reach the server. */
  readonly url: string;
  /** What it said. */
  output = '';
  readonly #dir = mkdtempSync(join(tmpdir(), 'comptoir-caddy-'));
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.url = `http://127.0.0.1:${port}`;
    writeFileSync(join(this.#dir, 'Caddyfile'), `{\n\tadmin off\n}\nimport ${shipped}\n`);
  }

  /** Its address is known before it opens: the processes are told of it at their start. */
  static async prepare(): Promise<CaddyOfTwo> {
    return new CaddyOfTwo(await freePort());
  }

  /** @throws Error with what it said when it does not open */
  async open(first: string, second: string): Promise<void> {
    const started = spawn(CADDY, ['run', '--config', join(this.#dir, 'Caddyfile'), '--adapter', 'caddyfile'], {
      env: {
        ...{ PATH: process.env.PATH, HOME: this.#dir, XDG_DATA_HOME: this.#dir, XDG_CONFIG_HOME: this.#dir },
        ...{ DOMAIN: this.url, PROCESS_1: new URL(first).host, PROCESS_2: new URL(second).host },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    const endMs = performance.now() + OPEN_MS;
    while (
      !(await fetch(`${this.url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (performance.now() > endMs || started.exitCode !== null) throw new Error(`Caddy does not open: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async remove(): Promise<void> {
    if (this.#process) await endNow(this.#process);
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
