// What places are called, in the language in use: for panels and for the picture of the whole map.
import type { Area } from '@comptoir/shared/map/OfficeMap';

export const inLanguage = (labels: Partial<Record<string, string>>, language: string): string | undefined =>
  labels[language] ?? labels[language.split('-')[0] ?? ''] ?? labels.en;

/** The author's label, else the name in the map as words: `meeting-1` is "Meeting 1". */
export function placeName(area: Area, language: string): string {
  return inLanguage(area.labels, language) ?? asWords(area.name, language);
}

/** `meeting-1` is "Meeting 1". @param language BCP 47 tag */
export function asWords(name: string, language: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/** Places one may be told about or go to: areas with a name. */
export const isPlace = (area: Area): boolean => area.name !== '';
