// What must hold whatever is sent: nothing breaks, nothing is blocked for long, everything is answered, and what is private reaches nobody else.
import type { Rank } from '@comptoir/shared/people';
import { RANKS } from '@comptoir/shared/people';
import type { OpenOffice } from '../openOffice.ts';

/** All that is planted for nobody's eyes begins with it, in small letters as addresses of mail are kept. */
export const MARK = 'zqsecret';
const MARK_BYTES = Buffer.from(MARK);
/** Nobody may hold up an office longer. */
const MOST_BLOCKED_MS = 1000;
const BEAT_MS = 50;

/** Who got bytes, and the most they ever were while these were on the way. */
export interface Reader {
  what: string;
  personId?: string;
  most: { rank: Rank; roams: boolean };
}

/** What may read it. */
export type For = (reader: Reader) => boolean;
export const nobody: For = () => false;
export const only =
  (...people: readonly { personId: string }[]): For =>
  (reader) =>
    people.some(({ personId }) => personId === reader.personId);
export const rankedAtLeast =
  (rank: Rank): For =>
  ({ most }) =>
    RANKS.indexOf(most.rank) >= RANKS.indexOf(rank);
export const whoRoams: For = ({ most }) => most.roams;

interface Secret {
  bytes: Buffer;
  what: string;
  for: For;
}

export class Watch {
  readonly problems: string[] = [];
  /** What rightful readers read: a watch that sees nothing would be content with everything. */
  readonly read = new Map<string, number>();
  readonly answers = new Map<string, number>();
  readonly #office: OpenOffice;
  readonly #secrets: Secret[] = [];
  /** Of other kinds than marks. */
  readonly #needles: Secret[] = [];
  readonly #refusals: ReadonlySet<string>;
  readonly #beat: NodeJS.Timeout;
  #cpu = process.threadCpuUsage();
  mostBlockedMs = 0;

  constructor(office: OpenOffice, refusals: ReadonlySet<string>) {
    this.#office = office;
    this.#refusals = refusals;
    const { log } = office.room().parts;
    const noted = (level: string, args: readonly unknown[]): void => {
      const [first] = args;
      const error = first instanceof Error ? first : (first as { err?: Error }).err;
      this.problems.push(`logged as ${level}: ${args.filter((arg) => typeof arg === 'string').join(' ')} ${error?.stack ?? ''}`);
    };
    const { warn } = log;
    Object.assign(log, {
      error: (...args: unknown[]) => noted('error', args),
      fatal: (...args: unknown[]) => noted('fatal', args),
      // what a room throws beside its rules, the framework tells as a warning, with where it was
      warn: (...args: unknown[]) =>
        args.some((arg) => typeof arg === 'string' && /\n\s+at .*server\/src/.test(arg))
          ? noted('warn', args)
          : warn.apply(log, args as never),
    });
    process.on('unhandledRejection', this.#unhandled);
    process.on('uncaughtExceptionMonitor', this.#unhandled);
    this.#beat = setInterval(() => this.#look(), BEAT_MS);
  }

  readonly #unhandled = (error: unknown): void => {
    this.problems.push(`unhandled: ${error instanceof Error ? error.stack : String(error)}`);
  };

  /** Processor time of this thread since the last beat: a machine that has no time for us blocks nothing. */
  #look(): void {
    const { user, system } = process.threadCpuUsage(this.#cpu);
    this.#cpu = process.threadCpuUsage();
    const ms = (user + system) / 1000;
    this.mostBlockedMs = Math.max(this.mostBlockedMs, ms);
    if (ms > MOST_BLOCKED_MS) this.problems.push(`the event loop was blocked for ${Math.round(ms)} ms`);
  }

  /** A marked text that only some may read. */
  mark(what: string, readers: For): string {
    const marked = `${MARK}-${what}-${Math.random().toString(36).slice(2, 10)}`;
    this.#secrets.push({ bytes: Buffer.from(marked), what, for: readers });
    return marked;
  }

  /** Some other text that nobody else may be told: of a cookie, a ticket. */
  needle(what: string, found: string | undefined, readers: For): void {
    if (!found) throw new Error(`there is no ${what} to look for`);
    this.#needles.push({ bytes: Buffer.from(found), what, for: readers });
  }

  bytes(reader: Reader, bytes: Buffer): void {
    for (const needle of this.#needles) if (bytes.includes(needle.bytes) && !needle.for(reader)) this.#leaked(reader, needle.what, bytes);
    if (!bytes.includes(MARK_BYTES)) return;
    const found = this.#secrets.filter((secret) => bytes.includes(secret.bytes));
    if (found.length === 0) this.#leaked(reader, 'something cut', bytes);
    for (const secret of found) {
      if (secret.for(reader)) this.read.set(secret.what, (this.read.get(secret.what) ?? 0) + 1);
      else this.#leaked(reader, secret.what, bytes);
    }
  }

  #leaked({ what, most }: Reader, secret: string, bytes: Buffer): void {
    const seen = bytes.toString('latin1').replace(/[^ -~]/g, '.');
    const at = Math.max(0, seen.indexOf(MARK) - 150);
    this.problems.push(`leaked to ${what} (${most.rank}, ${most.roams ? 'roams' : 'on a visit'}): ${secret}: ${seen.slice(at, at + 400)}`);
  }

  /** Has the answer of a request the shape that all have? */
  answer(name: string, answer: unknown): void {
    const shape = answer as { ok?: unknown; refused?: unknown } | null | undefined;
    const refused = shape?.refused;
    const isRefusal = typeof refused === 'string' && this.#refusals.has(refused) && Object.keys(shape as object).length === 1;
    if (!isRefusal && (shape?.ok !== true || refused !== undefined)) this.problems.push(`${name} is answered by ${JSON.stringify(answer)}`);
    const key = `${name} ${isRefusal ? refused : 'ok'}`;
    this.answers.set(key, (this.answers.get(key) ?? 0) + 1);
  }

  /** After each round. */
  async examine(): Promise<void> {
    const { metrics } = this.#office.room().parts;
    for (const name of ['storeFailures', 'storeOutage'] as const)
      for (const { value } of (await metrics[name].get()).values) if (value !== 0) this.problems.push(`${name} is ${value}`);
    for (const path of ['/healthz', '/readyz']) {
      const { status } = await fetch(`${this.#office.url}${path}`);
      if (status !== 200) this.problems.push(`${path} answers ${status}`);
    }
  }

  end(): void {
    clearInterval(this.#beat);
    process.off('unhandledRejection', this.#unhandled);
    process.off('uncaughtExceptionMonitor', this.#unhandled);
  }
}
