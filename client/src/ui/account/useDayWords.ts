// Days as one says them: today, yesterday, or the date.
import { dayWords } from '../door/timeWords.ts';
import { useUi } from '../Ui.ts';

const DAY_MS = 86_400_000;

/** @returns the words for a day that is no later than today */
export function useDayWords(): (atMs: number) => string {
  const { language } = useUi();
  return (atMs) => {
    const nowMs = Date.now();
    const midnight = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);
    const daysAgo = Math.round((midnight(nowMs) - midnight(atMs)) / DAY_MS);
    if (daysAgo > 1) return dayWords(atMs, nowMs, language.value);
    return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(-daysAgo, 'day');
  };
}
