// When something was, as briefly as it is still clear: today by the clock, else with its day.
import { dayOf } from '../words/lines/groupLines.ts';

export function momentOf(atMs: number, language: string, nowMs: number): string {
  const isToday = dayOf(atMs) === dayOf(nowMs);
  return new Intl.DateTimeFormat(language, {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(atMs));
}
