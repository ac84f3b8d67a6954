// What a desk is called on the screen.
import { placeName } from '../people/placeName.ts';
import type { Say } from '../Ui.ts';
import type { Desk } from './desksOf.ts';

export const deskLabel = ({ place, number }: Pick<Desk, 'place' | 'number'>, language: string, t: Say): string =>
  t('desk.numbered', { place: place ? placeName(place, language) : t('place.outside'), n: number });
