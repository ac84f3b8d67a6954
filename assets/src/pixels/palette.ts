// The palette: every ramp, the ink, skin and hair tones. Shadows lean to plum, lights to cream.
import type { Ramp, Rgb } from './colour.ts';
import { desaturate, mapRamp, ramp, toRgb } from './colour.ts';

/** Outline, text and shadow colour; nothing is ever pure black. */
export const INK: Rgb = toRgb('#2a1b2e');
/** Beyond the edge of the map. */
export const VOID: Rgb = toRgb('#231a2c');
export const WHITE: Rgb = toRgb('#ffffff');
/** Lamp shades seen from below, bulbs. */
export const BULB: Rgb = toRgb('#fff4c8');
/** The dark bezel and screen of a monitor. */
export const BEZEL: Rgb = toRgb('#262a3b');

// People first: furniture is 12 % less saturated than the ramps were mixed.
const calm = (source: Ramp): Ramp => mapRamp(source, (tone) => desaturate(tone, 0.12));

/** Ramps from dark to light, see `Ramp` for the role of each tone. */
export const P = {
  oak: calm(ramp('#553022', '#7f4d2e', '#a97140', '#cc985c', '#e4bd84', '#f4dcb0')),
  walnut: calm(ramp('#331f28', '#4c2e2f', '#6b4338', '#8d5d47', '#b07f60', '#cfa583')),
  cream: calm(ramp('#9c7f74', '#c4a791', '#e0cbb0', '#f1e3ca', '#fbf4e4', '#fffdf6')),
  clay: calm(ramp('#5f2530', '#923c38', '#c45a45', '#e28260', '#f3ac86', '#fad3b4')),
  sage: calm(ramp('#3f5550', '#5b776a', '#7d9a85', '#a2bba0', '#c6d7bd', '#e4ecd9')),
  teal: calm(ramp('#1c3347', '#24535f', '#307a7c', '#4ea39a', '#8accba', '#c6ebdb')),
  blue: calm(ramp('#232544', '#333f69', '#495f94', '#688abd', '#9bbadf', '#cfe1f2')),
  plum: calm(ramp('#331c3b', '#532b57', '#7b4176', '#a8639a', '#d396be', '#efc6dc')),
  stone: calm(ramp('#38333f', '#575160', '#7e7884', '#a8a2a9', '#cfcacb', '#ece8e3')),
  steel: calm(ramp('#333a4b', '#535f73', '#7f8d9f', '#b0bdc8', '#dbe4e8', '#f6fafa')),
  /** Only the coffee machine wears it. */
  red: ramp('#451229', '#6e1b35', '#9e2c40', '#c7474d', '#e4746a', '#f5a893'),
  gold: ramp('#6e3f20', '#a86a21', '#d99a32', '#f2c153', '#fadf8f', '#fff2c4'),
  leaf: ramp('#1d3a37', '#2a5a45', '#43804f', '#6da75f', '#a3cd7f', '#d3eaae'),
  sky: ramp('#5a9fd0', '#7fc0e3', '#a9daee', '#d3eff5', '#f2fbf6', '#ffffff'),
  velvet: ramp('#0f2a33', '#163f48', '#1f575c', '#2c7270', '#4a9189', '#86bfb0'),
  paver: ramp('#85766d', '#a8988b', '#c6b8a8', '#dacfc0', '#e7dfd2', '#f4eee3'),
  lawn: ramp('#46604a', '#587a54', '#759563', '#8fac76', '#a9c08c', '#c9d7a8'),
  olive: ramp('#2f4038', '#4a5e4d', '#6d8064', '#93a382', '#b9c4a2', '#dce3c8'),
  water: ramp('#2c4a66', '#3c6a86', '#588da5', '#7db0be', '#a9d0d3', '#dceeec'),
  gravel: ramp('#927f66', '#b29f82', '#c9b999', '#d9ccaf', '#e7dec8', '#f5efdf'),
  ochre: ramp('#6a4420', '#96682c', '#bd8b3f', '#d5ac62', '#e6cb92', '#f3e3bf'),
  soil: ramp('#3a2824', '#4a3028', '#5a3d30', '#6b4c3a', '#836450', '#a08468'),
} as const satisfies Record<string, Ramp>;

/** Six skin tones, light to dark; the paler ones are exactly as common as the others wherever one is drawn at random. */
export const SKIN: readonly Rgb[] = ['#f7d3b5', '#eebd94', '#d99b6c', '#b97a4e', '#8f5838', '#633a28'].map(toRgb);

/** Natural colours first, then grey, white and dyed ones. */
export const HAIR: readonly Rgb[] = [
  '#2b2430',
  '#4a3026',
  '#7a4a2b',
  '#b5652f',
  '#d9a648',
  '#e8d3a6',
  '#8d8790',
  '#dcdad8',
  '#b8433e',
  '#4f7fb0',
  '#b565a0',
].map(toRgb);
