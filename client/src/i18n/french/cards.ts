// French: the cards of people, and their desks.
import type { Message } from '../Message.ts';

export const cards = {
  'refusal.cardTooLong': 'C’est plus long que ce que le champ accepte. Raccourcis un peu.',
  'refusal.cardImage': 'Une carte accepte une image à toi de 5 Mo au plus : PNG, JPEG, WebP ou GIF.',
  'refusal.cardEmpty': 'Ta carte ne dit encore rien que les autres puissent voir. Écris-y d’abord quelque chose.',
  'refusal.deskTaken': 'Cette place est déjà prise. Choisis-en une libre.',
  'refusal.noDesk': 'Personne n’a de place attitrée où le poser.',
  'audit.freeDesk': '{by} a repris sa place à {target}.',
} as const satisfies Record<string, Message>;
