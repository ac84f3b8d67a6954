// What a desk is called on the screen.
import { placeName } from '../people/placeName.ts';
import type { Say } from '../Ui.ts';
import type { Desk } from './desksOf.ts';

export function deskLabel({ place, number: n, isPlaceSaid }: Desk, language: string, t: Say): string {
  if (!isPlaceSaid) return t('desk.numbered', { n });
  return t('desk.numberedIn', { n, place: place ? placeName(place, language) : t('place.outside') });
}
