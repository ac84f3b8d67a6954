// Starts the real server for a bench, on a free port, with a data folder of its own, pinned to a core.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goFirst, nodeOnCore } from './machine.ts';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

export interface BenchServer {
  url: string;
  process: ChildProcess;
  pid: number;
  stop(): Promise<void>;
}

export interface ServerSettings {
  core: number;
  /** Files of MAPS_DIR. */
  maps?: Record<string, string | Buffer>;
  env?: Record<string, string>;
}

/** @throws Error with what the server said when it did not open */
export async function startServer({ core, maps = {}, env = {} }: ServerSettings): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-bench-'));
  mkdirSync(join(dataDir, 'maps'));
  for (const [file, content] of Object.entries(maps)) writeFileSync(join(dataDir, 'maps', file), content);
  const { command, args } = nodeOnCore(core);
  const limits = { OFFICE_CAPACITY: '60000', JOIN_RATE_PER_ADDRESS: '10000000' };
  const server = spawn(command, [...args, MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...limits, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const killWithUs = (): void => void server.kill('SIGKILL');
  process.once('exit', killWithUs);
  goFirst(server.pid ?? 0);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += text.toString();
      const open = /open at (\S+)/.exec(said);
      if (open?.[1]) resolve(open[1]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    ...{ url, process: server, pid: server.pid ?? 0 },
    async stop() {
      const ended = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGTERM');
      const hard = setTimeout(() => server.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(hard);
      process.off('exit', killWithUs);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
