// Ends the process in order: on SIGTERM or SIGINT, or when something unforeseen was thrown.
import type { Log } from './log.ts';

const DEADLINE_MS = 10_000;

/** `end` may be called once only; a second signal, or `end` taking longer than 10 s, ends the process at once with code 1. */
export function endOnSignals(end: () => Promise<void>, log: Log): void {
  let isEnding = false;
  const stop = (exitCode: number): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    end().then(
      () => process.exit(exitCode),
      (err: unknown) => {
        log.error({ err }, 'closing failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0));
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'uncaught exception');
    stop(1);
  });
  // A promise nobody awaited is one person's broken request, not a reason to send everybody home.
  process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'));
}
