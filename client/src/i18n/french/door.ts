// French: the door, invitations, knocking.
import type { door as english } from '../english/door.ts';
import type { Message } from '../Message.ts';

export const door: Record<keyof typeof english, Message> = {
  'refused.link': 'Ce lieu s’ouvre sur invitation. Demande un lien à quelqu’un qui y est.',
  'refused.password': 'Ce lieu demande un mot de passe.',
  'refused.wrongPassword': 'Ce n’est pas le mot de passe. Vérifie-le et réessaie.',
  'refused.knock': 'Toque : un hôte t’ouvre.',
  'refused.banned': 'Les hôtes de ce lieu ne t’ouvrent pas.',
  'refused.invitation': 'Cette invitation est terminée, épuisée ou retirée. Demandes-en une nouvelle.',
  'refusal.passwordTooShort': 'Choisis un mot de passe plus long.',
  'refusal.tooManyInvitations': 'Tu as déjà beaucoup d’invitations. Retires-en une d’abord.',
};
