// French: what hosts do, and what everybody may do about somebody.
import type { hosting as english } from '../english/hosting.ts';
import type { Message } from '../Message.ts';

export const hosting: Record<keyof typeof english, Message> = {
  'refusal.aboveYou': 'Cette personne a le même rôle que toi, ou un rôle plus élevé.',
  'refusal.sameNetwork': 'Cette personne vient du même réseau qu’un hôte présent : il se retrouverait dehors lui aussi.',
  'refusal.announcing': 'Quelqu’un d’autre fait une annonce.',
  'refusal.notReachable': 'Cette personne est injoignable pour l’instant.',
};
