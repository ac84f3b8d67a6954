// Synthetic coworkers who come in by an invitation, as `npm run bots` brings them: a process of their own.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled.ts';
import { endNow } from './endNow.ts';

const RUN = fileURLToPath(new URL('../bots/run.ts', import.meta.url));

export interface BotsWish {
  url: string;
  office: string;
  invite: string;
  count: number;
  seconds: number;
  /** PEM file of whoever signs the server's certificate. */
  authority?: string;
}

export class Bots {
  readonly #process: ChildProcessByStdio<null, Readable, Readable>;
  #said = '';
  readonly #ended: Promise<unknown>;

  constructor({ url, office, invite, count, seconds, authority }: BotsWish) {
    const args = ['--url', url, '--office', office, '--invite', invite, '--count', `${count}`, '--seconds', `${seconds}`, '--json'];
    this.#process = spawn(process.execPath, [RUN, ...args], {
      env: { PATH: process.env.PATH, ...COMPILED, ...(authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: authority }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#said += chunk.toString();
      });
    this.#ended = once(this.#process, 'exit');
  }

  /** They leave now. @returns what they say of their visit */
  async result(): Promise<Record<string, unknown>> {
    this.#process.kill('SIGINT');
    await this.#ended;
    const last = this.#said.trim().split('\n').at(-1) ?? '';
    try {
      return JSON.parse(last) as Record<string, unknown>;
    } catch {
      throw new Error(`The bots ended with: ${this.#said}`);
    }
  }

  end(): Promise<void> {
    return endNow(this.#process);
  }
}
