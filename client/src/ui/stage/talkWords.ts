// A talk in numbers as they are said: how long it goes on, a place in a row.
import type { MessageKey } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';

const MINUTE_MS = 60_000;

/** Whole minutes since it began. */
export const minutesOf = (startedMs: number, nowMs: number): number => Math.max(0, Math.floor((nowMs - startedMs) / MINUTE_MS));

/** "3rd", "3e": as the language writes a place in a row. */
export const rankWords = (n: number, language: string, t: Say): string =>
  t(`hand.rank.${new Intl.PluralRules(language, { type: 'ordinal' }).select(n)}` satisfies MessageKey, { n });
