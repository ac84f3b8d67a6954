// Has the files of a recording made by a process of its own.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FinishOrder } from './finish.ts';

export type FromFinish = { share: number } | { durationMs: number } | { problem: string };

/** @returns how long the recording is, ms. @throws Error when it could not be made, or was given up */
export async function finishAside(order: FinishOrder, onShare: (share: number) => void, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const path = fileURLToPath(new URL('./finishProcess.ts', import.meta.url));
  const started = fork(path, [], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const giveUp = (): void => void started.kill('SIGKILL');
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      started.on('message', (message: FromFinish) => {
        if ('share' in message) onShare(message.share);
        else if ('durationMs' in message) resolve(message.durationMs);
        else reject(new Error(message.problem));
      });
      started.once('error', reject);
      started.once('exit', (code, killedBy) => reject(new Error(`the process ended with ${killedBy ?? code}`)));
      started.send(order);
    });
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
