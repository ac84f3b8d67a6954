// A real TURN server for tests: Debian's coturn on free ports of this machine, with a shared secret.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDebian } from './debian.ts';
import { endNow } from './endNow.ts';

const TURNSERVER = '/usr/bin/turnserver';
const HOST = '127.0.0.1';
const OPEN_MS = 15_000;

async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, HOST);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}

const settingsOf = (port: number, secret: string, dir: string): string =>
  [
    ...[`listening-ip=${HOST}`, `relay-ip=${HOST}`, `listening-port=${port}`, 'min-port=49152', 'max-port=65535'],
    ...['use-auth-secret', `static-auth-secret=${secret}`, 'realm=test', 'fingerprint'],
    ...['no-cli', 'no-tls', 'no-dtls', 'no-multicast-peers', 'log-file=stdout', 'verbose'],
    // for tests only: it relays into the machine itself
    'allow-loopback-peers',
    ...[`userdb=${join(dir, 'users')}`, `pidfile=${join(dir, 'pid')}`],
  ].join('\n');

/** As compose.yaml starts it, on a port of the test's own. */
const shippedArgs = (port: number, secret: string, address: string, dir: string): string[] => [
  ...['-c', fileURLToPath(new URL('../../docs/deploy/turnserver.conf', import.meta.url)), `--listening-port=${port}`, '--realm=test'],
  ...[`--static-auth-secret=${secret}`, `--external-ip=${address}`, `--allowed-peer-ip=${address}`],
  ...[`--userdb=${join(dir, 'users')}`, `--pidfile=${join(dir, 'pid')}`, '--verbose'],
];

export class Coturn {
  readonly secret: string;
  readonly port: number;
  /** What it said. */
  output = '';
  readonly #process: ChildProcess;
  readonly #dir: string;

  /** @param shippedFor use the settings of docs/deploy, with this as the public address */
  private constructor(port: number, secret: string, shippedFor: string | undefined) {
    this.port = port;
    this.secret = secret;
    this.#dir = mkdtempSync(join(tmpdir(), 'comptoir-turn-'));
    const file = join(this.#dir, 'turnserver.conf');
    writeFileSync(file, settingsOf(port, secret, this.#dir));
    const args = shippedFor === undefined ? ['-c', file] : shippedArgs(port, secret, shippedFor, this.#dir);
    this.#process = spawn(TURNSERVER, args, { cwd: this.#dir, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
  }

  /** Why there can be none on this machine; undefined when there can. Installs it where we may. */
  static problem(): string | undefined {
    return ensureDebian(TURNSERVER, 'coturn');
  }

  /** @throws Error with what it said when it does not open */
  static async start(shippedFor?: string): Promise<Coturn> {
    const coturn = new Coturn(await freePort(), randomBytes(16).toString('hex'), shippedFor);
    const endMs = performance.now() + OPEN_MS;
    while (!(await coturn.#answers())) {
      if (performance.now() > endMs || coturn.#process.exitCode !== null) throw new Error(`coturn does not open: ${coturn.output}`);
    }
    return coturn;
  }

  /** What the server is started with. */
  env(transport: 'udp' | 'tcp'): { TURN_URLS: string; TURN_SECRET: string } {
    return { TURN_URLS: `turn:${HOST}:${this.port}?transport=${transport}`, TURN_SECRET: this.secret };
  }

  async stop(): Promise<void> {
    await endNow(this.#process);
    rmSync(this.#dir, { recursive: true, force: true });
  }

  /** A STUN binding request is answered before anything else works. */
  async #answers(): Promise<boolean> {
    const socket = createSocket('udp4').bind(0, HOST);
    await once(socket, 'listening');
    const answered = once(socket, 'message', { signal: AbortSignal.timeout(300) }).then(
      () => true,
      () => false,
    );
    socket.send(Buffer.from('000100002112a442b7e7a701bc34d686fa87dfae', 'hex'), this.port, HOST);
    const isThere = await answered;
    socket.close();
    return isThere;
  }
}
