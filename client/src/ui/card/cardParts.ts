// What a card on the screen is made of: its languages by name, its link as one reads it, and of my own what somebody else would see.
import { CARD_FIELDS, type Card, type CardField, type CardView, isFor, type Viewer } from '@comptoir/shared/protocol/cards';

/** Offered on a card, BCP 47. */
export const CARD_LANGUAGES = (
  'ar bg bn br ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lb lt lv mt nl no oc pl pt ro ru ' +
  'sk sl sq sr sv sw ta th tr uk ur vi zh'
).split(' ');

/** As it is called in the language in use. */
export function languageName(code: string, language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** What is typed as an address: without its beginning, https is meant. */
export function asLink(typed: string): string {
  const text = typed.trim();
  return text === '' || /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
}

/** Is it an address of the web? None is well, too. */
export const isLink = (link: string): boolean => link === '' || /^https?:$/.test(URL.parse(link)?.protocol ?? '');

/** As short as it is still clear. */
export const linkWords = (link: string): string => link.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');

/** Of a card that I write, what this reader would be given. */
export function previewOf(card: Card, viewer: Viewer): CardView {
  const isThere = (field: CardField): boolean => {
    const value = card[field];
    return value !== null && value.length > 0 && isFor(card.seenBy[field], viewer);
  };
  return Object.fromEntries(CARD_FIELDS.filter(isThere).map((field) => [field, card[field]]));
}
