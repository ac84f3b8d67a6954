// The eight avatars of the entrance: a row in which most people find somebody near enough to start from.
import { type Appearance, DEFAULT_APPEARANCE } from '@comptoir/shared/people';

const CHANGES: readonly Partial<Appearance>[] = [
  { skin: 1, hair: 'bob', hairColor: 3, top: 'cardigan', topColor: 8, bottom: 'wide', bottomColor: 11 },
  { skin: 4, hair: 'locs', hairColor: 0, top: 'hoodie', topColor: 4, bottom: 'trousers', bottomColor: 11 },
  { skin: 2, hair: 'bald', head: 'hijab', headColor: 8, glasses: true, top: 'dress', topColor: 5, bottom: 'longSkirt', bottomColor: 11 },
  { skin: 0, hair: 'side', hairColor: 4, beard: 'short', glasses: true, top: 'shirt', topColor: 6, bottom: 'trousers', bottomColor: 10 },
  { skin: 5, hair: 'afro', hairColor: 0, top: 'kurta', topColor: 1, bottom: 'trousers', bottomColor: 7 },
  { skin: 2, hair: 'ponytail', hairColor: 1, top: 'overall', topColor: 7, bottom: 'trousers', bottomColor: 7, aid: 'wheelchair' },
  {
    skin: 3,
    hair: 'bald',
    head: 'turban',
    headColor: 2,
    beard: 'full',
    hairColor: 0,
    top: 'blazer',
    topColor: 11,
    bottom: 'trousers',
    bottomColor: 10,
  },
  { skin: 1, hair: 'waves', hairColor: 6, glasses: true, top: 'stripe', topColor: 7, bottom: 'trousers', bottomColor: 11 },
];

export const readyAppearances = (): readonly Appearance[] => CHANGES.map((change) => ({ ...DEFAULT_APPEARANCE, ...change }));
