// Materials and their colours: a cell's code says what it is made of and how lit it is; a paint table says what that looks like for one appearance.
import type { Appearance } from '@comptoir/shared/people';
import type { Colour, Rgb } from '../pixels/colour.ts';
import { lum, mix, toRgb } from '../pixels/colour.ts';
import { INK } from '../pixels/palette.ts';
import { AVATAR_PALETTE, pickColour } from './colours.ts';

/** Materials by number, 1-31. Each has eight codes, see `code`. */
export const SKIN = 1;
export const HAIR = 2;
export const TOP = 3;
/** The second colour of a top: stripes, bib, tie, buttons. */
export const ACCENT = 4;
export const BOTTOM = 5;
export const SHOE = 6;
/** Head covering. */
export const COVER = 7;
const FACE = 8;
const LENS = 9;
/** Cream: collars, cups. */
export const CREAM = 10;
/** Metal and tyres of the wheelchair. */
export const METAL = 11;
/** Its cloth seat. */
export const SEAT = 12;
export const WOOD = 13;
export const BAG = 14;
/** The hearing aid. */
export const DEVICE = 15;
/** Skin with a day's beard. */
export const STUBBLE = 16;
export const GOLD = 17;
export const TYRE = 18;

/** The usual levels of light: gap, right and lower edge, face, lit edge, sheen. */
export const GAP = 0;
export const EDGE = 1;
export const PLAIN = 2;
export const LIT = 3;
export const SHEEN = 4;

/** Code of a material at a level of light 0-4. */
export const code = (material: number, level: number): number => material * 8 + level;

/** The same material on a limb on the far side: as `code` for levels 1-3, but sunk into shadow. */
export const farCode = (material: number, level: number): number => material * 8 + 4 + Math.max(1, Math.min(3, level));

/** Single colours that belong to no ramp. */
export const EYE_WHITE = code(FACE, 0);
export const EYE = code(FACE, 1);
export const BLUSH = code(FACE, 2);
export const LIP = code(FACE, 3);
export const LIP_CORNER = code(FACE, 4);
export const BROW = code(FACE, 5);
export const OPEN_MOUTH = code(FACE, 6);
/** Second bright pixel of the eye, only on deep skin: without it dark eyes vanish there. */
export const EYE_GLINT = code(FACE, 7);
export const RIM = code(LENS, 0);
export const THIN_RIM = code(LENS, 1);

/** Colours by code: RGBA words in the machine's own byte order, for bodies and for the outline beside them; lightness 0-255. */
export interface Paint {
  readonly body: Uint32Array;
  readonly outline: Uint32Array;
  readonly lightness: Uint8Array;
}

const OUTLINE_STRENGTH = 0.78;
const BLOOD: Rgb = toRgb('#8a2d2d');
const CREAM_TONE: Rgb = toRgb('#f6efe0');
// By top colour, an accent that stays readable on it; -1 is cream.
const ACCENTS = [7, 11, 0, 5, 1, 1, 11, 0, 0, 0, 1, 2] as const;
// By bottom colour: shoes that end the leg with a step in lightness.
const SHOES: readonly Rgb[] = [
  '#6b4338',
  '#4b3440',
  '#3b3440',
  '#6b4338',
  '#3b3440',
  '#d8cfc4',
  '#3b3a4a',
  '#7b5238',
  '#3b3440',
  '#4b3440',
  '#3b3440',
  '#cfc6bd',
].map(toRgb);
const BAGS: readonly Rgb[] = ['#a9713f', '#5a6a50', '#4d5470', '#b98a3a'].map(toRgb);

/** Five tones of one cloth, hair or skin colour. Dark colours get blue-grey lights, or black hair and suits become blobs. */
function tones(colour: Rgb): Rgb[] {
  const dark = lum(colour) < 0.25;
  return [
    mix(colour, INK, 0.62),
    mix(colour, INK, 0.3),
    colour,
    mix(colour, dark ? '#8fa0d8' : '#fff1d6', dark ? 0.3 : 0.26),
    mix(colour, dark ? '#a9b8ea' : '#fff6e4', dark ? 0.42 : 0.5),
  ];
}

/** Skin is shaded warmer than cloth, or faces look bruised. */
function skinTones(skin: Rgb): Rgb[] {
  const shade = mix(BLOOD, INK, 0.45);
  return [mix(skin, shade, 0.58), mix(skin, shade, 0.3), skin, mix(skin, '#fff1d6', 0.24), mix(skin, '#fff6e4', 0.42)];
}

/** The colours of one appearance. */
export function mixPaint(appearance: Appearance): Paint {
  const skin = pickColour(AVATAR_PALETTE.skins, appearance.skin);
  const hair = pickColour(AVATAR_PALETTE.hairs, appearance.hairColor);
  const top = pickColour(AVATAR_PALETTE.clothes, appearance.topColor);
  const deep = lum(skin) < 0.5;

  const paint: Paint = { body: new Uint32Array(256), outline: new Uint32Array(256), lightness: new Uint8Array(256) };
  const body = new Uint8Array(paint.body.buffer);
  const outline = new Uint8Array(paint.outline.buffer);
  const put = (at: number, colour: Colour): void => {
    const rgb = toRgb(colour);
    body.set(rgb, at * 4);
    body[at * 4 + 3] = 255;
    outline.set(mix(rgb, INK, OUTLINE_STRENGTH), at * 4);
    outline[at * 4 + 3] = 255;
    paint.lightness[at] = Math.round(lum(rgb) * 255);
  };
  const putRamp = (material: number, ramp: readonly Rgb[]): void => {
    ramp.forEach((tone, level) => {
      put(code(material, level), tone);
      if (level >= EDGE && level <= LIT) put(farCode(material, level), mix(tone, INK, 0.24));
    });
  };

  const skinRamp = skinTones(skin);
  putRamp(SKIN, skinRamp);
  putRamp(HAIR, tones(hair));
  putRamp(TOP, tones(top));
  putRamp(ACCENT, tones(pickColour(AVATAR_PALETTE.clothes, ACCENTS[appearance.topColor] ?? 0)));
  putRamp(BOTTOM, tones(pickColour(AVATAR_PALETTE.clothes, appearance.bottomColor)));
  putRamp(SHOE, tones(pickColour(SHOES, appearance.bottomColor)));
  putRamp(COVER, tones(pickColour(AVATAR_PALETTE.clothes, appearance.headColor)));
  putRamp(CREAM, tones(CREAM_TONE));
  putRamp(METAL, tones(toRgb('#98a6b4')));
  putRamp(TYRE, tones(toRgb('#2f2c3a')));
  putRamp(SEAT, tones(toRgb('#307a7c')));
  putRamp(WOOD, tones(toRgb('#96602f')));
  putRamp(BAG, tones(pickColour(BAGS, (appearance.topColor + appearance.bottomColor) % BAGS.length)));
  putRamp(DEVICE, tones(toRgb('#5fc2c4')));
  putRamp(
    STUBBLE,
    skinRamp.map((tone) => mix(tone, mix(hair, INK, 0.35), deep ? 0.42 : 0.3)),
  );
  putRamp(GOLD, tones(toRgb('#e8b64c')));

  put(EYE_WHITE, '#ffffff');
  put(BLUSH, mix(skin, deep ? '#c8503c' : '#e8644e', deep ? 0.28 : 0.34));
  const eye = mix(INK, skin, 0.05);
  put(EYE, eye);
  put(EYE_GLINT, lum(skin) < 0.45 ? mix(eye, '#ffffff', 0.72) : eye);
  put(LIP, lum(skin) < 0.45 ? mix('#bb5b50', skin, 0.3) : mix(BLOOD, skinRamp[0] ?? skin, 0.35));
  put(LIP_CORNER, skinRamp[1] ?? skin);
  put(BROW, lum(hair) > 0.62 ? mix(hair, skinRamp[0] ?? skin, 0.5) : mix(hair, INK, 0.3));
  put(OPEN_MOUTH, mix(BLOOD, INK, 0.4));
  const rim = mix(lum(skin) < 0.35 ? '#d9c7a8' : '#3a3346', skin, 0.12);
  put(RIM, rim);
  put(THIN_RIM, mix(rim, skin, 0.45));
  return paint;
}
