// Structured logging to stdout, with a lid on floods: the same warning or error is written at most once per 10 s, then with a count.
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Pino's numbers of the levels that are throttled: warn and error. */
const WARN = 40;
const FATAL = 60;

const SAME_AGAIN_MS = 10_000;
const MAX_KNOWN = 500;

/** What makes two errors the same: their text and where they were thrown, not the numbers in their fields. */
function sameness(args: readonly unknown[]): string {
  const parts = args.map((arg) => {
    const error = arg instanceof Error ? arg : isRecord(arg) && arg.err instanceof Error ? arg.err : undefined;
    return error ? `${error.message} ${error.stack?.split('\n')[1] ?? ''}` : typeof arg === 'string' ? arg : '';
  });
  return parts.join('|');
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** How often each warning came since it was last written. */
class Repeats {
  readonly #since = new Map<string, { atMs: number; unwritten: number }>();

  /** Number of silent repeats before this one, or undefined when it must be silent itself. */
  count(key: string, nowMs: number): number | undefined {
    const known = this.#since.get(key);
    if (known && nowMs - known.atMs < SAME_AGAIN_MS) {
      known.unwritten++;
      return undefined;
    }
    if (this.#since.size >= MAX_KNOWN) this.#since.clear();
    this.#since.set(key, { atMs: nowMs, unwritten: 0 });
    return known?.unwritten ?? 0;
  }
}

/** `write` replaces stdout and `nowMs` the clock in tests. */
export function createLog(level: string, write?: (line: string) => void, nowMs: () => number = () => performance.now()): Log {
  const repeats = new Repeats();
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn, number: number) {
        if (number < WARN || number >= FATAL) return method.apply(this, args);
        const before = repeats.count(sameness(args), nowMs());
        if (before === undefined) return;
        method.apply(before > 0 ? this.child({ repeated: before }) : this, args);
      },
    },
  };
  return write ? pino(options, { write }) : pino(options);
}

/** The logger Colyseus wants: console-like. What it calls an error is mostly a client that went away, so it is a warning here. */
export function logForColyseus(log: Log): Console {
  const say =
    (level: 'debug' | 'info' | 'warn') =>
    (...args: unknown[]): void =>
      log[level]({ from: 'colyseus' }, args.map((arg) => (arg instanceof Error ? (arg.stack ?? arg.message) : String(arg))).join(' '));
  const console: Pick<Console, 'debug' | 'info' | 'log' | 'trace' | 'warn' | 'error'> = {
    ...{ debug: say('debug'), info: say('debug'), log: say('debug'), trace: say('debug') },
    ...{ warn: say('warn'), error: say('warn') },
  };
  return console as Console;
}
