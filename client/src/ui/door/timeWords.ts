// Points in time as one says them here and today.
const DAY_MS = 86_400_000;

/** The local hour, with the day when it is another one. */
export function timeWords(atMs: number, nowMs: number, language: string, timeZone?: string): string {
  const at = { ...(timeZone === undefined ? {} : { timeZone }) };
  const day = new Intl.DateTimeFormat('en', { ...at, dateStyle: 'short' });
  const isToday = day.format(atMs) === day.format(nowMs);
  return new Intl.DateTimeFormat(language, { ...at, timeStyle: 'short', ...(isToday ? {} : { dateStyle: 'long' }) }).format(atMs);
}

/** The day only; with its year when that is another one. */
export function dayWords(atMs: number, nowMs: number, language: string, timeZone?: string): string {
  const far = Math.abs(atMs - nowMs) > 300 * DAY_MS;
  return new Intl.DateTimeFormat(language, {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...{ day: 'numeric', month: 'long' },
    ...(far ? { year: 'numeric' } : {}),
  }).format(atMs);
}
