// English: the cards of people, and their desks.
import type { Message } from '../Message.ts';

export const cards = {
  'refusal.cardTooLong': 'That is longer than the field takes. Shorten it.',
  'refusal.cardImage': 'A card takes a picture of yours of at most 5 MB: PNG, JPEG, WebP or GIF.',
  'refusal.cardEmpty': 'Nothing is on your card yet that others may see. Write on it first.',
  'refusal.deskTaken': 'Somebody has this desk. Choose a free one.',
  'refusal.noDesk': 'There is no desk to leave it on.',
  'audit.freeDesk': '{by} took a desk from {target}.',
} as const satisfies Record<string, Message>;
