// Times and zones in words, as pages without a script write them.
import type { PageLanguage } from './pageLanguage.ts';

/** "Thursday, 26 November 2026" in that zone. */
export const dateWords = (ms: number, zone: string, language: PageLanguage): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: zone }).format(ms);

/** "18:30" */
export const hourWords = (ms: number, zone: string, language: PageLanguage): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short', timeZone: zone, hourCycle: 'h23' }).format(ms);

/** "Central European Time (Paris)" */
export function zoneWords(zone: string, language: PageLanguage): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const city = zone.includes('/') ? zone.split('/').at(-1)?.replaceAll('_', ' ') : undefined;
  return city === undefined || name.includes(city) ? name : `${name} (${city})`;
}

/** English that writes days before months and hours from 0 to 24, as the rest of the office does. */
const localeOf = (language: PageLanguage): string => (language === 'en' ? 'en-GB' : language);
