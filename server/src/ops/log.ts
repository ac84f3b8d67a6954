// Structured logging to stdout, with a lid on floods: the same warning or error is written at most once per 10 s, then with a count,
// and never more than a hundred of them in 10 s.
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Pino's numbers of the levels that are throttled: warn and error. */
const WARN = 40;
const FATAL = 60;

const SAME_AGAIN_MS = 10_000;
/** Texts may hold what strangers send, so that each is new: more than this is not written. */
const MOST_LINES = 100;

/** What makes two errors the same: their text and where they were thrown, not the numbers in their fields. */
function sameness(args: readonly unknown[]): string {
  const parts = args.map((arg) => {
    const error = arg instanceof Error ? arg : isRecord(arg) && arg.err instanceof Error ? arg.err : undefined;
    return error ? `${error.message} ${error.stack?.split('\n')[1] ?? ''}` : typeof arg === 'string' ? arg : '';
  });
  return parts.join('|');
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What was swallowed before a line that may be written. */
interface Before {
  /** The same line. */
  repeated?: number;
  /** Other lines, for which there was no room. */
  unwritten?: number;
}

/** Decides which warnings are written. */
class Lid {
  /** The longest ago written first. */
  readonly #written = new Map<string, { atMs: number; repeated: number }>();
  #unwritten = 0;

  /** Undefined when this one must be silent. */
  lift(key: string, nowMs: number): Before | undefined {
    const isRecent = (line: { atMs: number } | undefined): boolean => line !== undefined && nowMs - line.atMs < SAME_AGAIN_MS;
    const same = this.#written.get(key);
    if (same && isRecent(same)) {
      same.repeated++;
      return undefined;
    }
    const [oldestKey, oldest] = this.#written.entries().next().value ?? [];
    if (!same && this.#written.size >= MOST_LINES) {
      if (isRecent(oldest)) {
        this.#unwritten++;
        return undefined;
      }
      if (oldestKey !== undefined) this.#written.delete(oldestKey);
    }
    this.#written.delete(key);
    this.#written.set(key, { atMs: nowMs, repeated: 0 });
    const { repeated = 0 } = same ?? {};
    const unwritten = this.#unwritten;
    this.#unwritten = 0;
    return { ...(repeated > 0 ? { repeated } : {}), ...(unwritten > 0 ? { unwritten } : {}) };
  }
}

/** `write` replaces stdout and `nowMs` the clock in tests. */
export function createLog(level: string, write?: (line: string) => void, nowMs: () => number = () => performance.now()): Log {
  const lid = new Lid();
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn, number: number) {
        if (number < WARN || number >= FATAL) return method.apply(this, args);
        const before = lid.lift(sameness(args), nowMs());
        if (before === undefined) return;
        method.apply(Object.keys(before).length > 0 ? this.child(before) : this, args);
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
