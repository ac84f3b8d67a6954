// What somebody says of themselves on a card, and to whom. Merged into requests.ts and messages.ts.
import * as v from 'valibot';
import type { Rank } from '../people.ts';
import { tuning } from '../tuning.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const words = (most: number) => v.pipe(v.string(), v.maxLength(most * 8));

/** Everybody in the office · its members · people I met · only me. */
export const VISIBILITIES = ['everybody', 'members', 'met', 'me'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Whoever reads a card. */
export interface Viewer {
  rank: Rank;
  /** They have met its owner. */
  met: boolean;
}

const SEES: Record<Visibility, (viewer: Viewer) => boolean> = {
  everybody: () => true,
  members: ({ rank, met }) => rank !== 'visitor' || met,
  met: ({ met }) => met,
  me: () => false,
};
/** P100 */
export const isFor = (visibility: Visibility, viewer: Viewer): boolean => SEES[visibility](viewer);

/** Codes of BCP 47 that the card offers; named in each reader's language by the browser. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/));

export const CARD_FIELDS = ['doing', 'explore', 'now', 'languages', 'places', 'link', 'image'] as const;
export type CardField = (typeof CARD_FIELDS)[number];

const seen = v.picklist(VISIBILITIES);
const card = v.strictObject({
  /** What I do. */
  doing: words(tuning.cardTextLength),
  /** What I would like to explore together. */
  explore: words(tuning.cardTextLength),
  /** Right now; gone a day later. */
  now: words(tuning.nowLength),
  languages: v.pipe(v.array(language), v.maxLength(tuning.cardLanguages)),
  /** Where I am found. */
  places: words(tuning.cardPlacesLength),
  /** http or https; empty: none. */
  link: v.pipe(v.string(), v.maxLength(2000)),
  /** A picture that I sent to /api/files; null: none. */
  image: v.nullable(id),
  seenBy: v.strictObject({ doing: seen, explore: seen, now: seen, languages: seen, places: seen, link: seen, image: seen }),
});
export type Card = v.InferOutput<typeof card>;

export const EMPTY_CARD: Card = {
  doing: '',
  explore: '',
  now: '',
  languages: [],
  places: '',
  link: '',
  image: null,
  seenBy: {
    doing: 'everybody',
    explore: 'everybody',
    now: 'everybody',
    languages: 'everybody',
    places: 'members',
    link: 'members',
    image: 'everybody',
  },
};

/** The name as it was when they were found: they may not be here. */
export interface Somebody {
  personId: string;
  name: string;
}

export const cardRequests = {
  myCard: v.strictObject({}),
  saveCard: v.strictObject({ card }),
  /** Of somebody here, or of somebody I met. */
  cardOf: v.strictObject({ personId: id }),
  /** To the people of my conversation, now: all of it but what only I see. */
  showCard: v.strictObject({}),
} as const;

export type CardRefusal =
  /** Longer than the field takes. */
  | 'cardTooLong'
  /** The image is none that I sent, of another kind, or too large. */
  | 'cardImage'
  /** Nothing is written on it that others may see. */
  | 'cardEmpty';

/** What one may see of it; a field that is empty, over or not for me is absent. */
export interface CardView {
  doing?: string;
  explore?: string;
  now?: string;
  languages?: string[];
  places?: string;
  link?: string;
  image?: string;
}

export interface CardAnswers {
  /** `nowUntilMs`: when the line about now goes by itself; absent without one. */
  myCard: { ok: true; card: Card; nowUntilMs?: number };
  saveCard: { ok: true; card: Card; nowUntilMs?: number };
  cardOf: { ok: true; personId: string; name: string; trade: string; appearance: string; card: CardView; met: boolean };
  /** To how many. */
  showCard: { ok: true; shown: number };
}

export interface CardServerMessages {
  /** Somebody I talk with shows me their card. */
  cardShown: { personId: string; name: string; trade: string; appearance: string; card: CardView };
}
