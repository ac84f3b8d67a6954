// French: slides of a talk.
import type { slides as english } from '../english/slides.ts';
import type { Message } from '../Message.ts';

export const slides: Record<keyof typeof english, Message> = {
  'refusal.noSlides': 'Ce diaporama n’est plus là : envoie-le à nouveau.',
  'refusal.notShowing': 'Seules la personne qui le montre et celles qui mènent la causerie tournent les pages.',

  'slides.show': 'Montrer un diaporama…',
  'slides.another': 'Montrer un autre diaporama…',
  'slides.stop': 'Retirer le diaporama',
  'slides.drop': 'Lâche pour montrer ce diaporama',
  'slides.reading': 'Lecture de {name}…',
  'slides.sending': 'Envoi de {name} : {percent} %',
  'slides.cancel': 'Annuler',
  'slides.close': 'Fermer',
  'slides.tryAgain': 'Choisir un autre fichier',

  'slides.problem.tooLarge': '{name} est trop lourd : {mb} Mo au plus. Exporte-le avec des images plus légères.',
  'slides.problem.notPdf': '{name} n’est pas un PDF. Exporte ton diaporama en PDF, puis envoie-le.',
  'slides.problem.broken': '{name} est illisible : le fichier est peut-être abîmé. Exporte-le à nouveau.',
  'slides.problem.password': '{name} demande un mot de passe. Enregistre-le sans mot de passe, puis renvoie-le.',
  'slides.problem.tooManyPages': '{name} a plus de {n} pages. N’exporte que celles que tu montres.',
  'slides.problem.notSpeaking': 'Il faut être sur la scène d’une causerie pour montrer un diaporama.',
  'slides.problem.tooMany': 'Cette causerie a déjà autant de documents que possible : montres-en un de ceux-là.',
  'slides.problem.tooOften': 'Beaucoup de documents à la fois : réessaie dans une minute.',
  'slides.problem.diskFull': 'Le serveur n’a plus de place : préviens la personne qui s’en occupe, ou partage ton écran.',
  'slides.problem.unreachable': 'L’envoi a échoué : ton réseau est-il là ? Réessaie.',
  'slides.problem.oldBrowser': 'Ton navigateur est trop ancien pour lire des PDF ici : partage ton écran.',

  'slides.of': 'Diaporama de {name} : {title}',
  'slides.page': 'Page {page} sur {pages}',
  'slides.controls': 'Tourner les pages',
  'slides.previous': 'Page précédente',
  'slides.next': 'Page suivante',
  'slides.goTo': 'Numéro de page',
  'slides.ofPages': 'sur {pages}',
  'slides.preview': 'Ensuite',
  'slides.lookBack': 'Revoir les pages précédentes',
  'slides.lookingBack': 'Tu regardes la page {page}. La page {live} est montrée.',
  'slides.follow': 'Suivre à nouveau',
  'slides.loading': 'Le diaporama arrive…',
  'slides.notShown': 'Le diaporama ne peut pas être affiché ici.',
  'slides.retry': 'Réessayer',
  'slides.noText': 'Cette page n’a pas de texte.',
};
