// What is deleted by itself: lines when their days are over, files that nothing holds, leftovers of a server that was killed.
import { tuning } from '@comptoir/shared/tuning';
import type { SentFiles } from '../files/SentFiles.ts';
import type { Store } from '../store/openStore.ts';
import type { StayDays } from './KeptLines.ts';

interface HouseParts {
  store: Pick<Store, 'lines' | 'files'>;
  files: SentFiles;
  stayDays: StayDays;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @returns ends it */
export function keepHouse(parts: HouseParts): () => void {
  // what fails says so itself, and is done the next time
  const tidy = (): void => void tidyUp(parts).catch(() => undefined);
  tidy();
  const timer = setInterval(tidy, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function tidyUp({ store, files, stayDays }: HouseParts, nowMs = Date.now()): Promise<void> {
  const before = (days: number): number => nowMs - days * DAY_MS;
  for (const [kind, days] of [
    ['office', stayDays.office],
    ['topic', stayDays.topic],
    ['pair', stayDays.person],
  ] as const)
    await files.remove(await store.lines.prune({ kind, beforeMs: before(days) }));
  const unusedMs = nowMs - tuning.unusedFileMs;
  await files.remove(await store.files.dropUnused({ beforeMs: unusedMs }));
  await files.sweep(unusedMs, (fileIds) => store.files.known({ fileIds }));
}
