// The process that makes the files of one recording: slow beside everything else, and nothing but itself ends when it fails.
import { constants, setPriority } from 'node:os';
import { type FinishOrder, finish } from './finish.ts';
import type { FromFinish } from './finishAside.ts';

const say = (message: FromFinish): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, undefined, undefined, () => resolve());
    else resolve();
  });

setPriority(constants.priority.PRIORITY_LOW);
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
process.once('message', (order: FinishOrder) => {
  finish(order, (share) => void say({ share }))
    .then((durationMs) => say({ durationMs }))
    .catch((err: unknown) => say({ problem: err instanceof Error ? (err.stack ?? err.message) : String(err) }))
    .finally(() => process.exit(0));
});
