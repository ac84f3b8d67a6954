// What things are called on screen, and places, in the language in use.
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import { asWords, inLanguage } from '../../world/placeName.ts';
import type { Say } from '../Ui.ts';

export { isPlace, placeName } from '../../world/placeName.ts';

/** The author's label, else what it does, else its name in the map. */
export function thingName(thing: Thing, language: string, t: Say): string {
  const label = inLanguage(thing.labels, language);
  if (label !== undefined) return label;
  if (thing.use === 'echo') return t('echo.title');
  return thing.use === 'coffee' ? t('thing.coffee') : asWords(thing.id, language);
}
