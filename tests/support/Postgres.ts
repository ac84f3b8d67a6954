// A real PostgreSQL for tests: Debian's, a cluster of its own in a temporary folder, on a free port, with a password.
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureDebian } from './debian.ts';
import { freePort } from './freePort.ts';

const VERSIONS = '/usr/lib/postgresql';
const HOST = '127.0.0.1';
const USER = 'comptoir';
const PASSWORD = 'tests@only';
const OPEN_MS = 30_000;

/** Its texts have an order of their own, as those of a database in use have. */
const KNOWS_ICU = 15;
const FRENCH = ['--locale-provider=icu', '--icu-locale=fr-FR'];
const SMALL = ['shared_buffers=32MB', 'max_connections=60', `listen_addresses=${HOST}`];
/** What a database in use would need: nothing here outlives the test. */
const QUICK = ['fsync=off', 'full_page_writes=off', 'autovacuum=off'];

interface PostgresSettings {
  /** As its makers deliver it: a power cut loses nothing. */
  isSafe?: boolean;
}

/** It refuses to run as root. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (which: '-u' | '-g'): number => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

const newest = (): string => readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a))[0] ?? '';
const program = (name: string): string => join(VERSIONS, newest(), 'bin', name);

export class Postgres {
  readonly port: number;
  /** What it said. */
  output = '';
  readonly #dir: string;
  readonly #settings: readonly string[];
  readonly #owner = owner();
  #process: ChildProcess | undefined;
  #made = 0;

  private constructor(port: number, isSafe: boolean) {
    this.port = port;
    this.#settings = isSafe ? SMALL : [...SMALL, ...QUICK];
    this.#dir = mkdtempSync(join(tmpdir(), 'comptoir-postgres-'));
  }

  /** Why there can be none on this machine; undefined when there can. Installs it where we may. */
  static problem(): string | undefined {
    return ensureDebian('/usr/bin/pg_lsclusters', 'postgresql');
  }

  /** @throws Error with what it said when it does not open */
  static async start({ isSafe = false }: PostgresSettings = {}): Promise<Postgres> {
    const postgres = new Postgres(await freePort(), isSafe);
    const { uid, gid } = postgres.#owner;
    const passwordFile = join(postgres.#dir, 'password');
    writeFileSync(passwordFile, PASSWORD);
    if (uid !== undefined && gid !== undefined) for (const path of [postgres.#dir, passwordFile]) chownSync(path, uid, gid);
    const asked = [
      '-D',
      postgres.#data,
      '-U',
      USER,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      ...(Number(newest()) >= KNOWS_ICU ? FRENCH : []),
      '--no-sync',
      '--auth=scram-sha-256',
    ];
    await promisify(execFile)(program('initdb'), [...asked, `--pwfile=${passwordFile}`], postgres.#options);
    await postgres.open();
    return postgres;
  }

  /** Also after `close`, on the same port with the same databases. */
  async open(): Promise<void> {
    const settings = this.#settings.flatMap((setting) => ['-c', setting]);
    const started = spawn(program('postgres'), ['-D', this.#data, '-p', String(this.port), '-k', this.#dir, ...settings], {
      ...this.#options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = started;
    process.once('exit', this.#kill);
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    const endMs = performance.now() + OPEN_MS;
    while (!(/ready to accept connections/.test(this.output) && (await this.#answers()))) {
      if (performance.now() > endMs || started.exitCode !== null) throw new Error(`PostgreSQL does not open: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** As a restart of the service ends it: every connection is cut. */
  async close(): Promise<void> {
    process.off('exit', this.#kill);
    const ending = this.#process;
    if (!ending || ending.exitCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill('SIGQUIT');
    await gone;
    this.output = '';
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  /** @returns the DATABASE_URL of a new empty database */
  async createDatabase(): Promise<string> {
    const name = `office_${process.pid}_${++this.#made}`;
    await this.query(`create database ${name}`);
    return this.urlOf(name);
  }

  /** What psql says to it. */
  async query(statement: string, database = 'postgres'): Promise<string> {
    const { stdout } = await promisify(execFile)(program('psql'), ['-X', '-q', '-A', '-t', '-c', statement, this.urlOf(database)]);
    return stdout.trim();
  }

  urlOf(database: string): string {
    return `postgres://${USER}:${encodeURIComponent(PASSWORD)}@${HOST}:${this.port}/${database}`;
  }

  get #data(): string {
    return join(this.#dir, 'data');
  }

  get #options() {
    return { ...this.#owner, cwd: this.#dir, env: { PATH: process.env.PATH, HOME: this.#dir, LC_ALL: 'C.UTF-8' } };
  }

  #kill = (): void => void this.#process?.kill('SIGQUIT');

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, HOST, () => socket.end(() => resolve(true)));
      socket.on('error', () => resolve(false));
    });
  }
}
