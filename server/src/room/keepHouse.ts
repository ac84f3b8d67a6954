// What is deleted by itself: lines when their days are over, files that nothing holds, whoever is to be erased. rights/retention.ts says what is kept how long.
import { tuning } from '@comptoir/shared/tuning';
import type { SentFiles } from '../files/SentFiles.ts';
import { newId } from '../ops/identity.ts';
import type { Store } from '../store/openStore.ts';
import { type ErasingParts, erasePerson } from './erasePerson.ts';
import type { StayDays } from './KeptLines.ts';

interface HouseParts {
  store: Pick<Store, 'lines' | 'files'>;
  files: SentFiles;
  stayDays: StayDays;
}

type OldParts = Pick<Store, 'audit' | 'reports' | 'bans' | 'sessions' | 'signIns' | 'invitations'>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Local time: nobody waits for the database then. */
const NIGHT_HOURS = [3, 4];
const ERASED_AT_ONCE = 100;

/** @returns ends it */
export function keepHouse(parts: HouseParts & ErasingParts & { store: Store }): () => void {
  const { store, stayDays } = parts;
  const tidy = async (): Promise<void> => {
    const nowMs = Date.now();
    // what fails says so itself, and is done the next time; the others are done all the same
    for (const job of [
      () => tidyUp(parts, nowMs),
      () => dropOld(store, nowMs),
      () => eraseDue(parts, stayDays, nowMs),
      () => scrub(store, new Date(nowMs).getHours()),
    ])
      await job().catch(() => undefined);
  };
  void tidy();
  const timer = setInterval(() => void tidy(), HOUR_MS);
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

/** P125 */
export async function dropOld({ audit, reports, bans, sessions, signIns, invitations }: OldParts, nowMs: number): Promise<void> {
  const beforeMs = nowMs - tuning.auditDays * DAY_MS;
  await audit.prune({ beforeMs });
  await reports.prune({ beforeMs });
  await invitations.prune({ beforeMs });
  await bans.prune({ nowMs });
  await sessions.prune({ usedBeforeMs: nowMs - tuning.sessionUnusedMs });
  await signIns.prune({ nowMs });
}

/** P122: accounts whose grace is over, guests whom nobody has seen for long, and whom a crash left half erased. */
export async function eraseDue(parts: ErasingParts & { store: Store }, stayDays: StayDays, nowMs: number): Promise<void> {
  const { accounts, erasures } = parts.store;
  const guestDays = Math.max(tuning.guestKeptDays, ...Object.values(stayDays));
  const lapsed = await erasures.lapsed({ beforeMs: nowMs - guestDays * DAY_MS, limit: ERASED_AT_ONCE });
  const over = (await accounts.dueToErase({ nowMs })).map(({ personId }) => personId);
  for (const personId of [...over, ...lapsed]) await erasures.begin({ erasureId: newId(), personId, askedMs: nowMs });
  for (const personId of await erasures.pending({})) await erasePerson(parts, personId);
}

/** P123 @param hour of the day, local */
export async function scrub({ erasures }: Pick<Store, 'erasures'>, hour: number): Promise<void> {
  if (NIGHT_HOURS.includes(hour) || (await erasures.size({})) <= tuning.scrubAtOnceMb) await erasures.scrub({});
}
