import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'comptoir-main-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Running {
  process: ChildProcess;
  /** What it wrote to stdout and stderr so far. */
  written: { out: string; err: string };
}

const main = new URL('./main.ts', import.meta.url).pathname;

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, [main], { env: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env } });
  const written = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (written.err += chunk));
  return { process: child, written };
}

async function ended({ process: child, written }: Running): Promise<{ code: number; out: string; err: string }> {
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...written };
}

/** Answers when it wrote something that matches. */
async function wrote({ process: child, written }: Running, pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(written.out);
    if (found) return found[1] ?? '';
    if (child.stdout) await once(child.stdout, 'data');
  }
}

test('[O1] a wrong variable ends the start with one sentence', async () => {
  expect(await ended(start({ PORT: 'eighty' }))).toEqual({
    code: 1,
    out: '',
    err: 'PORT must be a whole number from 0 to 65535, not "eighty".\n',
  });
});

test('[O1] a busy port ends the start with one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, out, err } = await ended(start({ PORT: String(port) }));
  other.close();
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(`Port ${port} is busy: something else listens there already (set PORT to use another).\n`);
}, 20_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '[O1] %s ends it cleanly, with somebody connected',
  async (signal) => {
    const server = start({});
    const url = new URL(await wrote(server, /open at (\S+)/));
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    const idle = connect(Number(url.port), url.hostname);
    await once(idle, 'connect');
    server.process.kill(signal);
    const { code, err } = await ended(server);
    expect([code, err]).toEqual([0, '']);
    idle.destroy();
  },
  20_000,
);

test('[O37] on an address for others over plain http it says what browsers will refuse', async () => {
  const server = start({ HOST: '0.0.0.0' });
  await wrote(server, /^Comptoir is open at http:\/\/localhost:\d+\n(?:.*\n)*.*not https: .* microphone and camera(?:.*\n)*.*TLS_CERT/);
  server.process.kill();
  expect((await ended(server)).code).toBe(0);
}, 20_000);
