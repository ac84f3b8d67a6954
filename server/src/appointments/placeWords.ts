// What the place of a meeting is called outside the office.
import type { Area } from '@comptoir/shared/map/OfficeMap';
import type { PageLanguage } from '../pages/pageLanguage.ts';

const AT_THE_MACHINE = { en: 'At the coffee machine', fr: 'À la machine à café' } as const;

/** `place`: id of an area; null, or one that the map no longer has: at the machine, where everybody comes by. */
export function placeWords(areas: readonly Area[], place: string | null, language: PageLanguage): string {
  const area = place === null ? undefined : areas.find(({ id }) => id === place);
  if (!area) return AT_THE_MACHINE[language];
  const label = area.labels[language] ?? area.labels.en;
  if (label !== undefined) return label;
  const words = area.name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
