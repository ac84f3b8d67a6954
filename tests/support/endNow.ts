// Ends a program that a test started.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Resolves when it is gone. */
export async function endNow(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
}
