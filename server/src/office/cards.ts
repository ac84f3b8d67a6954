// What of a card somebody else may see. Pure.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { type Card, type CardField, type CardView, isFor, type Viewer } from '@comptoir/shared/protocol/cards';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText } from '@comptoir/shared/words';

/** As it is kept. */
export interface KeptCard {
  card: Card;
  /** Until when the line about now stands, ms since 1970. */
  nowUntilMs: number;
}

/** The line about now, while it stands. */
const nowOf = ({ card, nowUntilMs }: KeptCard, atMs: number): string => (atMs < nowUntilMs ? card.now : '');

function pick(kept: KeptCard, atMs: number, isSeen: (field: CardField) => boolean): CardView {
  const { doing, explore, languages, places, link, image } = kept.card;
  const now = nowOf(kept, atMs);
  return {
    ...(doing && isSeen('doing') ? { doing } : {}),
    ...(explore && isSeen('explore') ? { explore } : {}),
    ...(now && isSeen('now') ? { now } : {}),
    ...(languages.length > 0 && isSeen('languages') ? { languages } : {}),
    ...(places && isSeen('places') ? { places } : {}),
    ...(link && isSeen('link') ? { link } : {}),
    ...(image && isSeen('image') ? { image } : {}),
  };
}

/** What is not for this viewer is not in it at all. */
export const cardFor = (kept: KeptCard, viewer: Viewer, atMs: number): CardView =>
  pick(kept, atMs, (field) => isFor(kept.card.seenBy[field], viewer));

/** What its owner shows of their own accord: all but what is only theirs. */
export const cardShown = (kept: KeptCard, atMs: number): CardView => pick(kept, atMs, (field) => kept.card.seenBy[field] !== 'me');

/** As its owner reads it. */
export const ownCard = (kept: KeptCard, atMs: number): { card: Card; nowUntilMs?: number } => {
  const now = nowOf(kept, atMs);
  return { card: { ...kept.card, now }, ...(now ? { nowUntilMs: kept.nowUntilMs } : {}) };
};

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/**
 * Cleaned, as it will be kept. A line about now that did not change goes when it would have gone.
 * @returns why it may not be, instead
 */
export function readCard(said: Card, before: KeptCard, atMs: number): KeptCard | 'cardTooLong' | 'badLink' {
  const card: Card = {
    ...said,
    doing: cleanText(said.doing),
    explore: cleanText(said.explore),
    now: normaliseWords(said.now),
    places: normaliseWords(said.places),
    link: said.link.trim(),
    languages: [...new Set(said.languages)],
  };
  const { cardTextLength, nowLength, cardPlacesLength, nowMs } = tuning;
  const isLong = (text: string, most: number): boolean => lengthOf(text) > most;
  if ([card.doing, card.explore].some((text) => isLong(text, cardTextLength))) return 'cardTooLong';
  if (isLong(card.now, nowLength) || isLong(card.places, cardPlacesLength)) return 'cardTooLong';
  if (card.link !== '' && !isWebAddress(card.link)) return 'badLink';
  return { card, nowUntilMs: card.now === nowOf(before, atMs) ? before.nowUntilMs : atMs + nowMs };
}
