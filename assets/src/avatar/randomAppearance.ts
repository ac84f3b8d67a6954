// A person at random: any part goes with any other, nothing is tied to anything but taste.
import type { Appearance } from '@comptoir/shared/people';
import {
  AIDS,
  BEARDS,
  BOTTOMS,
  CLOTHING_COLOR_COUNT,
  HAIR_COLOR_COUNT,
  HAIR_STYLES,
  HEAD_COVERINGS,
  SKIN_COUNT,
  TOPS,
} from '@comptoir/shared/people';

/** A varied appearance from a source of numbers in [0, 1). Skins, hair styles and tops are equally likely; coverings, beards and aids are rarer. */
export function randomAppearance(random: () => number): Appearance {
  const below = (count: number): number => Math.min(count - 1, Math.floor(random() * count));
  const pick = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  const chance = (share: number): boolean => random() < share;

  const topColor = below(CLOTHING_COLOR_COUNT);
  const drawn = below(CLOTHING_COLOR_COUNT);
  // one colour from neck to ankle would look like a uniform
  const bottomColor = topColor === drawn ? (drawn + 1 + below(CLOTHING_COLOR_COUNT - 1)) % CLOTHING_COLOR_COUNT : drawn;
  // six natural, two greys, three dyed: the dyed ones are half as likely
  const anyHair = below(HAIR_COLOR_COUNT);
  const hairColor = anyHair >= 8 && chance(0.5) ? below(8) : anyHair;
  return {
    skin: below(SKIN_COUNT),
    hair: pick(HAIR_STYLES),
    hairColor,
    head: chance(0.24) ? pick(HEAD_COVERINGS) : 'none',
    headColor: below(CLOTHING_COLOR_COUNT),
    glasses: chance(0.28),
    beard: chance(0.26) ? pick(BEARDS) : 'none',
    top: pick(TOPS),
    topColor,
    bottom: chance(0.4) ? 'trousers' : pick(BOTTOMS),
    bottomColor,
    aid: chance(0.09) ? pick(AIDS) : 'none',
    bag: chance(0.16),
    hearingAid: chance(0.05),
  };
}
