// French: recording a talk.
import type { recording as english } from '../english/recording.ts';
import type { Message } from '../Message.ts';

export const recording: Record<keyof typeof english, Message> = {
  'refusal.notAsked': "Rien ne t'est demandé ici : personne n'enregistre.",
  'refusal.cannotRecord': "Impossible d'enregistrer maintenant : le serveur n'a plus de place, ou ne répond pas.",
  'refusal.tooLate': "C'était possible pendant sept jours après la causerie. Demande à qui l'a menée d'effacer l'enregistrement.",
};
