// French: circles, doors, asks, who hears me.

import type { talk as english } from '../english/talk.ts';
import type { Message } from '../Message.ts';

export const talk: Record<keyof typeof english, Message> = {
  // refusals of what one tried
  'refusal.doNotDisturb': 'Cette personne ne veut pas être dérangée. Tu peux lui écrire.',
  'refusal.away': 'Cette personne est ailleurs. Laisse un mot.',
  'refusal.full': 'Ce cercle est complet.',
  'refusal.closed': 'La porte est fermée. Frappe.',
  'refusal.quietHere': 'On ne parle pas ici. Fais signe, ou écris.',
  'refusal.notInConversation': 'Tu n’es dans aucune conversation.',
  'refusal.tooMany': 'C’était assez souvent pour l’instant. Réessaie plus tard.',
  'refusal.askFirst': 'Cette personne travaille. Fais d’abord signe.',
  'refusal.textEmpty': 'Écris d’abord quelque chose.',
  'refusal.textTooLong': 'C’est trop long pour être envoyé.',
};
