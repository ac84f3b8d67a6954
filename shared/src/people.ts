// Who a person is to others: availability, rank, appearance, pose; small closed unions, their wire codes and defaults.
import { tuning } from './tuning.ts';

export const AVAILABILITIES = ['available', 'focused', 'doNotDisturb', 'away'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const RANKS = ['visitor', 'member', 'host', 'admin'] as const;
export type Rank = (typeof RANKS)[number];

export const EMOTES = ['wave', 'heart', 'laugh', 'thanks', 'idea', 'hand'] as const;
/** Emotes on the keys 1-6, in this order. */
export type Emote = (typeof EMOTES)[number];

export const HAIR_STYLES = [
  'bald',
  'crop',
  'swoop',
  'bob',
  'long',
  'afro',
  'curly',
  'bun',
  'ponytail',
  'locs',
  'side',
  'braids',
  'waves',
] as const;
export type HairStyle = (typeof HAIR_STYLES)[number];
export const HEAD_COVERINGS = ['none', 'hijab', 'turban', 'cap', 'beanie', 'kippa'] as const;
export type HeadCovering = (typeof HEAD_COVERINGS)[number];
export const BEARDS = ['none', 'stubble', 'short', 'full'] as const;
export type Beard = (typeof BEARDS)[number];
export const TOPS = ['tee', 'hoodie', 'shirt', 'stripe', 'blazer', 'cardigan', 'kurta', 'overall', 'sweater', 'dress'] as const;
export type Top = (typeof TOPS)[number];
export const BOTTOMS = ['trousers', 'skirt', 'shorts', 'longSkirt', 'wide'] as const;
export type Bottom = (typeof BOTTOMS)[number];
export const AIDS = ['none', 'wheelchair', 'cane'] as const;
export type Aid = (typeof AIDS)[number];

export const SKIN_COUNT = 6;
export const HAIR_COLOR_COUNT = 11;
export const CLOTHING_COLOR_COUNT = 12;

/** The choice of body parts and colours; colours are indexes into the art's palettes. */
export interface Appearance {
  skin: number;
  hair: HairStyle;
  hairColor: number;
  head: HeadCovering;
  headColor: number;
  glasses: boolean;
  beard: Beard;
  top: Top;
  topColor: number;
  bottom: Bottom;
  bottomColor: number;
  aid: Aid;
  bag: boolean;
  hearingAid: boolean;
}

export const DEFAULT_APPEARANCE: Appearance = {
  skin: 2,
  hair: 'crop',
  hairColor: 1,
  head: 'none',
  headColor: 0,
  glasses: false,
  beard: 'none',
  top: 'sweater',
  topColor: 3,
  bottom: 'trousers',
  bottomColor: 8,
  aid: 'none',
  bag: false,
  hearingAid: false,
};

const FLAGS = { glasses: 1, bag: 2, hearingAid: 4 } as const;
const digit = (n: number): string => n.toString(36);

/** Twelve base-36 digits, one per choice: short enough to travel with every person. */
export function encodeAppearance(a: Appearance): string {
  const flags = (a.glasses ? FLAGS.glasses : 0) | (a.bag ? FLAGS.bag : 0) | (a.hearingAid ? FLAGS.hearingAid : 0);
  return [
    a.skin,
    HAIR_STYLES.indexOf(a.hair),
    a.hairColor,
    HEAD_COVERINGS.indexOf(a.head),
    a.headColor,
    BEARDS.indexOf(a.beard),
    TOPS.indexOf(a.top),
    a.topColor,
    BOTTOMS.indexOf(a.bottom),
    a.bottomColor,
    AIDS.indexOf(a.aid),
    flags,
  ]
    .map(digit)
    .join('');
}

/** The reverse; undefined when the text is not exactly one valid digit per choice. */
export function decodeAppearance(text: string): Appearance | undefined {
  if (!/^[0-9a-z]{12}$/.test(text)) return undefined;
  const n = [...text].map((c) => Number.parseInt(c, 36));
  const at = (i: number): number => n[i] ?? -1;
  const hair = HAIR_STYLES[at(1)];
  const head = HEAD_COVERINGS[at(3)];
  const beard = BEARDS[at(5)];
  const top = TOPS[at(6)];
  const bottom = BOTTOMS[at(8)];
  const aid = AIDS[at(10)];
  const colours = [at(4), at(7), at(9)];
  if (!hair || !head || !beard || !top || !bottom || !aid) return undefined;
  if (at(0) >= SKIN_COUNT || at(2) >= HAIR_COLOR_COUNT || colours.some((c) => c >= CLOTHING_COLOR_COUNT) || at(11) > 7) return undefined;
  return {
    skin: at(0),
    hair,
    hairColor: at(2),
    head,
    headColor: at(4),
    glasses: (at(11) & FLAGS.glasses) !== 0,
    beard,
    top,
    topColor: at(7),
    bottom,
    bottomColor: at(9),
    aid,
    bag: (at(11) & FLAGS.bag) !== 0,
    hearingAid: (at(11) & FLAGS.hearingAid) !== 0,
  };
}

/** Zero-width and direction-changing characters (RLO, LRI, ZWJ outside emoji ...) and control characters. */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u17b4\u17b5]|[\ufe00-\ufe0e]/gu;

/** Letters and signs that are drawn as nothing: the Braille pattern without a dot, blanks of hieroglyphs, a note without a head. */
const SEEN = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{13441}\u{13442}\u{1d159}]/u;

/** Does anybody see anything of it? Not of spaces, joiners, fillers, marks and selectors alone, however many. */
export const isSeen = (text: string): boolean => SEEN.test(text);

/** NFKC, invisible characters removed, white space folded, trimmed; empty when nobody would see anything of it. What everybody sees of a name or trade. */
export function normaliseWords(text: string): string {
  const words = text.normalize('NFKC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  return isSeen(words) ? words : '';
}

/** Length as a person counts: graphemes (an emoji family is one). */
export const lengthOf = (text: string): number => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;

export type NameProblem = 'empty' | 'tooLong';

/** Why a (normalised) name may not be used; undefined when it may. Limits count graphemes. */
export function nameProblem(name: string): NameProblem | undefined {
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name) || !isSeen(name)) return 'empty';
  return lengthOf(name) > tuning.nameLength || name.length > tuning.nameLength * 8 ? 'tooLong' : undefined;
}

export const isTradeTooLong = (trade: string): boolean => lengthOf(trade) > tuning.tradeLength || trade.length > tuning.tradeLength * 8;

/** How somebody is to be seen: name, trade and appearance, cleaned. Undefined when the name or the trade may not be used. */
export function readProfile(said: { name: string; trade: string; appearance: string }): typeof said | undefined {
  const name = normaliseWords(said.name);
  const trade = normaliseWords(said.trade);
  if (nameProblem(name) || isTradeTooLong(trade)) return undefined;
  return { name, trade, appearance: decodeAppearance(said.appearance) ? said.appearance : encodeAppearance(DEFAULT_APPEARANCE) };
}
