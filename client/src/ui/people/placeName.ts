// What places and things are called on screen, in the language in use.
import type { Area, Thing } from '@comptoir/shared/map/OfficeMap';
import type { Say } from '../Ui.ts';

const inLanguage = (labels: Partial<Record<string, string>>, language: string): string | undefined =>
  labels[language] ?? labels[language.split('-')[0] ?? ''] ?? labels.en;

/** The author's label, else the name in the map as words: `meeting-1` is "meeting 1". */
export function placeName(area: Area, language: string): string {
  return inLanguage(area.labels, language) ?? capital(area.name.replace(/[-_]+/g, ' ').trim(), language);
}

/** The author's label, else what it does, else its name in the map. */
export function thingName(thing: Thing, language: string, t: Say): string {
  const label = inLanguage(thing.labels, language);
  if (label !== undefined) return label;
  return thing.use === 'coffee' ? t('thing.coffee') : capital(thing.id.replace(/[-_]+/g, ' ').trim(), language);
}

const capital = (words: string, language: string): string => words.charAt(0).toLocaleUpperCase(language) + words.slice(1);

/** Places one may be told about or go to: areas with a name. */
export const isPlace = (area: Area): boolean => area.name !== '';
