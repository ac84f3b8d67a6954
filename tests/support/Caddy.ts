// A real Caddy with TLS in front of an office: Debian's, with the Caddyfile that docs/deploy brings, and certificates it makes itself.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebian } from './debian.ts';
import { endNow } from './endNow.ts';
import { freePort } from './freePort.ts';

const CADDY = '/usr/bin/caddy';
const HOST = '127.0.0.1';
const OPEN_MS = 20_000;

const shippedCaddyfile = fileURLToPath(new URL('../../docs/deploy/Caddyfile', import.meta.url));

/** What only a test needs: no certificate from outside, nothing installed into the machine, no ports but one. */
const testCaddyfile = `{
	admin off
	local_certs
	skip_install_trust
	auto_https disable_redirects
}
import ${shippedCaddyfile}
`;

export class Caddy {
  /** How browsers reach the office. */
  readonly url: string;
  /** What it said. */
  output = '';
  readonly #port: number;
  readonly #dir: string;
  #upstream = '';
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.#port = port;
    this.url = `https://${HOST}:${port}`;
    this.#dir = mkdtempSync(join(tmpdir(), 'comptoir-caddy-'));
    writeFileSync(join(this.#dir, 'Caddyfile'), testCaddyfile);
  }

  /** Why there can be none on this machine; undefined when there can. Installs it where we may. */
  static problem(): string | undefined {
    return ensureDebian(CADDY, 'caddy');
  }

  /** Its address is known before it opens: an office is told of it at its own start. */
  static async prepare(): Promise<Caddy> {
    return new Caddy(await freePort());
  }

  /** @returns what `caddy <command>` says of the Caddyfile of docs/deploy, and its exit code */
  static check(command: 'validate' | 'adapt', env: Record<string, string>): { code: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(CADDY, [command, '--config', shippedCaddyfile, '--adapter', 'caddyfile'], {
      env: { PATH: process.env.PATH ?? '', HOME: tmpdir(), ...env },
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** Of the authority that signs its certificates; there once it is open. */
  get rootFile(): string {
    return join(this.#dir, 'caddy/pki/authorities/local/root.crt');
  }

  /** @throws Error with what it said when it does not open */
  async open(upstreamUrl: string): Promise<void> {
    this.#upstream = new URL(upstreamUrl).host;
    const started = spawn(CADDY, ['run', '--config', join(this.#dir, 'Caddyfile'), '--adapter', 'caddyfile'], {
      env: {
        ...{ PATH: process.env.PATH, HOME: this.#dir, XDG_DATA_HOME: this.#dir, XDG_CONFIG_HOME: this.#dir },
        ...{ DOMAIN: `${HOST}:${this.#port}`, UPSTREAM: this.#upstream },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    const endMs = performance.now() + OPEN_MS;
    while (!(await this.#answers())) {
      if (performance.now() > endMs || started.exitCode !== null) throw new Error(`Caddy does not open: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async openAgain(): Promise<void> {
    await this.open(`http://${this.#upstream}`);
  }

  /** As a restart of the service ends it; every connection is cut. */
  async close(): Promise<void> {
    const ending = this.#process;
    if (!ending || ending.exitCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill('SIGTERM');
    await gone;
  }

  async remove(): Promise<void> {
    if (this.#process) await endNow(this.#process);
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const asking = request(`${this.url}/healthz`, { rejectUnauthorized: false, agent: false, timeout: 2000 }, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      });
      asking.on('error', () => resolve(false));
      asking.on('timeout', () => asking.destroy(new Error('no answer')));
      asking.end();
    });
  }
}
