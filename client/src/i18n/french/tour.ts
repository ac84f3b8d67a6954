// French: the tour of an office.
import type { tour as english } from '../english/tour.ts';
import type { Message } from '../Message.ts';

export const tour: Record<keyof typeof english, Message> = {
  'tour.title': 'Petit tour du lieu',
  'tour.offer': 'Fais-moi visiter',
  'tour.intro': { one: 'Un endroit, juste un instant.', other: '{n} endroits, une minute et demie. Tu peux t’arrêter quand tu veux.' },
  'tour.stop': '{n} sur {of}',
  'tour.begin': 'On y va',
  'tour.next': 'La suite',
  'tour.done': 'J’ai tout vu',
  'tour.goThere': 'Continuer à pied',
  'tour.end': 'Arrêter la visite',
  'tour.title.machine': 'Le café',
  'tour.title.table': 'Une table',
  'tour.title.desk': 'Un bureau',
  'tour.title.meeting': 'Une salle de réunion',
  'tour.title.quiet': 'Un endroit calme',
  'tour.title.talk': 'L’auditorium',
  'tour.machine':
    'La machine à café. Qui a le temps de parler se tient ici. Approche-toi de quelqu’un, attends que l’anneau se remplisse, et parle.',
  'tour.table':
    'Une table est une conversation : assieds-toi et tu en fais partie, lève-toi et tu en sors. L’anneau au sol montre qui t’entend.',
  'tour.desk': 'À un bureau, personne ne te tombe dessus : tu es en concentration, et qui veut te parler fait d’abord signe.',
  'tour.meeting': 'Tout le monde dans cette salle est dans la même conversation. Ferme la porte et les autres toquent.',
  'tour.quiet': 'On ne parle pas ici. Fais signe, ou écris.',
  'tour.talk': 'Les causeries ont lieu ici : la scène parle, la salle écoute.',
};
