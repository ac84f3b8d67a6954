// The colours a person chooses from: an appearance stores indexes into these three lists, so their order never changes.
import type { Rgb } from '../pixels/colour.ts';
import { toHex, toRgb } from '../pixels/colour.ts';
import { HAIR, SKIN } from '../pixels/palette.ts';

/** Cloth for tops, bottoms and head coverings: light to dark families, no signal red (that belongs to the coffee machine). */
const CLOTHING: readonly Rgb[] = [
  '#efe2cb', // 0 ecru
  '#dcaa4a', // 1 mustard
  '#c9785f', // 2 terracotta
  '#cf8aa0', // 3 rose
  '#8d6bb0', // 4 violet
  '#6e3f6c', // 5 plum
  '#8fb7d0', // 6 sky
  '#48639c', // 7 denim
  '#3f958c', // 8 teal
  '#6f9d5d', // 9 moss
  '#8a6a52', // 10 chestnut
  '#3a3850', // 11 night
].map(toRgb);

export interface AvatarPalette {
  readonly skins: readonly Rgb[];
  readonly hairs: readonly Rgb[];
  readonly clothes: readonly Rgb[];
}

/** All choices; each list is indexed by the numbers of an appearance. */
export const AVATAR_PALETTE: AvatarPalette = { skins: SKIN, hairs: HAIR, clothes: CLOTHING };

/** The entry at `index`, or the first one when a stored appearance points outside the list. */
export function pickColour(list: readonly Rgb[], index: number): Rgb {
  return list[index] ?? list[0] ?? [0, 0, 0];
}

/** The same lists as '#rrggbb', for swatches in the editor. */
export function swatches(list: readonly Rgb[]): string[] {
  return list.map(toHex);
}
