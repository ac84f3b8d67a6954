// The server as a process of its own, as `npm start` runs it: may be ended, killed, and started again on the same port and data.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled.ts';
import { freePort } from './freePort.ts';
import { type MapFiles, writeMaps } from './mapFiles.ts';

const main = fileURLToPath(import.meta.resolve('@comptoir/server/main'));

export class ServerProcess {
  readonly url: string;
  readonly dataDir: string;
  /** All that it said. */
  output = '';
  readonly #env: Record<string, string>;
  #process: ChildProcessByStdio<null, Readable, Readable> | undefined;

  private constructor(port: number, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'comptoir-process-'));
    this.#env = { PORT: String(port), DATA_DIR: this.dataDir, LOG_LEVEL: 'warn', JOIN_RATE_PER_ADDRESS: '100000', ...env };
  }

  /** @param maps files that lie in its folder of maps from the first moment on */
  static async start(env: Record<string, string> = {}, maps: MapFiles = {}): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), env);
    writeMaps(join(server.dataDir, 'maps'), maps);
    await server.start();
    return server;
  }

  /** Resolves when people may come in. */
  async start(): Promise<void> {
    const started = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, ...COMPILED, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = started;
    const isOpen = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        this.output += chunk.toString();
        if (this.output.includes('Comptoir is open at')) resolve();
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.on('exit', (code) => reject(new Error(`The server ended with ${code}: ${this.output}`)));
    });
    await isOpen;
    this.output = '';
  }

  /** @returns the exit code; undefined when it was killed */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | undefined> {
    const ending = this.#process;
    if (!ending || ending.exitCode !== null) return undefined;
    const exited = once(ending, 'exit') as Promise<[number | null]>;
    ending.kill(signal);
    const [code] = await exited;
    this.#process = undefined;
    return code ?? undefined;
  }

  /** SIGSTOP holds it as it is, SIGCONT has it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#process?.kill(signal);
  }

  /** Ends it for good, with its data. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
