// A talk in numbers as they are said: how long it goes on, a place in a row; and to whom it is news that one is on.
import type { Availability } from '@comptoir/shared/people';
import type { TalkSummary } from '@comptoir/shared/protocol/auditorium';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';

const MINUTE_MS = 60_000;

/** Whole minutes since it began. */
export const minutesOf = (startedMs: number, nowMs: number): number => Math.max(0, Math.floor((nowMs - startedMs) / MINUTE_MS));

/** "3rd", "3e": as the language writes a place in a row. */
export const rankWords = (n: number, language: string, t: Say): string =>
  t(`hand.rank.${new Intl.PluralRules(language, { type: 'ordinal' }).select(n)}` satisfies MessageKey, { n });

/** One that is on for longer is no news to whoever comes in. */
const FRESH_MS = 60_000;

/** T51. @param mine the talk I am in */
export function isTalkNews(
  { talk, startedMs }: Pick<TalkSummary, 'talk' | 'startedMs'>,
  { mine, availability, nowMs }: { mine: string | undefined; availability: Availability | undefined; nowMs: number },
): boolean {
  return talk !== mine && availability !== 'doNotDisturb' && nowMs - startedMs <= FRESH_MS;
}
