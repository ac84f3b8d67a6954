// French: talks in the auditorium.
import type { stage as english } from '../english/stage.ts';
import type { Message } from '../Message.ts';

export const stage: Record<keyof typeof english, Message> = {
  'refusal.noTalk': "Tu n'es dans aucune causerie.",
  'refusal.talkOn': 'Une causerie a déjà lieu ici.',
  'refusal.notOnStage': "Monte d'abord sur la scène.",
  'refusal.notLeading': 'Seules les personnes qui mènent la causerie peuvent faire cela.',
  'refusal.stageFull': 'Douze personnes parlent déjà.',
  'refusal.noHand': 'Sa main est baissée.',
  'refusal.namesOnly': 'Les questions portent un nom dans cette causerie.',
  'refusal.voteClosed': "Ce vote n'est pas ouvert.",
  'refusal.tooSoon': 'Il faut au moins trois secondes entre deux chapitres.',
};
