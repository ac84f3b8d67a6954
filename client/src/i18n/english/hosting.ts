// English: what hosts do, and what everybody may do about somebody.
import type { Message } from '../Message.ts';

export const hosting = {
  'refusal.aboveYou': 'They have the same role as you, or a higher one.',
  'refusal.sameNetwork': 'They come from the same network as a host who is here: that would shut the host out too.',
  'refusal.announcing': 'Somebody else is making an announcement.',
  'refusal.notReachable': 'They cannot be reached now.',
} satisfies Record<string, Message>;
