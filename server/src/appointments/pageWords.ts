// The words of the page of a meeting, in the languages it speaks.
import type { Repeat } from '@comptoir/shared/protocol/appointments';
import type { PageLanguage } from '../pages/pageLanguage.ts';
import { readWall } from './wallTime.ts';

const en = {
  coming: (n: number) => (n === 0 ? 'Nobody has said yet that they come.' : n === 1 ? '1 person is coming.' : `${n} people are coming.`),
  youAreComing: 'You are coming.',
  come: 'I’m coming',
  stayAway: 'I’m not coming after all',
  who: 'Only how many is shown, never who.',
  next: 'The next ones',
  open: 'Open the place',
  openHint: 'In the browser, without an account.',
  addOne: 'Put it in my calendar',
  feed: 'Follow the whole agenda',
  feedHint: 'For calendars that subscribe to an address. Most look again every few hours, Google every 12 to 24.',
  where: 'Where',
  when: 'When',
  cancelled: 'This meeting is cancelled.',
  over: 'This meeting is over.',
  notThereTitle: 'No meeting here',
  notThere: 'There is no meeting at this address, or its office is not open to everybody. Ask whoever gave you the link for a new one.',
  tooManyTitle: 'Too many answers',
  tooMany: 'Many answers came from your network just now. Wait a few minutes, then try again.',
  goneTitle: 'Not any more',
  gone: 'This date is over or was cancelled.',
  back: 'Back to the meeting',
  pictureOf: 'The coffee bar of the office on an evening, steam over the machine',
};

const fr: typeof en = {
  coming: (n) => (n === 0 ? 'Personne ne s’est encore annoncé.' : n === 1 ? '1 personne vient.' : `${n} personnes viennent.`),
  youAreComing: 'Tu viens.',
  come: 'Je viens',
  stayAway: 'Finalement, je ne viens pas',
  who: 'Seul le nombre est montré, jamais les noms.',
  next: 'Les prochaines fois',
  open: 'Ouvrir le lieu',
  openHint: 'Dans le navigateur, sans compte.',
  addOne: 'Ajouter à mon agenda',
  feed: 'Suivre tout l’agenda',
  feedHint:
    'Pour les agendas qui s’abonnent à une adresse. La plupart la relisent toutes les quelques heures, Google toutes les 12 à 24 heures.',
  where: 'Où',
  when: 'Quand',
  cancelled: 'Ce rendez-vous est annulé.',
  over: 'Ce rendez-vous est passé.',
  notThereTitle: 'Pas de rendez-vous ici',
  notThere:
    'Il n’y a pas de rendez-vous à cette adresse, ou le lieu n’est pas ouvert à tout le monde. Demande un nouveau lien à qui te l’a donné.',
  tooManyTitle: 'Trop de réponses',
  tooMany: 'Beaucoup de réponses viennent d’arriver de ton réseau. Attends quelques minutes, puis réessaie.',
  goneTitle: 'C’est trop tard',
  gone: 'Cette date est passée ou a été annulée.',
  back: 'Retour au rendez-vous',
  pictureOf: 'Le comptoir à café du lieu, un soir, de la vapeur au-dessus de la machine',
};

export const pageWords: Readonly<Record<PageLanguage, typeof en>> = { en, fr };

const ORDINALS: Record<PageLanguage, readonly string[]> = {
  en: ['first', 'second', 'third', 'fourth', 'fifth'],
  fr: ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'],
};

/** "every Thursday", "le dernier mardi du mois"; undefined for what is once. */
export function repeatWords(start: string, repeat: Repeat, language: PageLanguage): string | undefined {
  if (repeat.kind === 'once') return undefined;
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(readWall(start) ?? 0);
  if (repeat.kind === 'monthly') {
    if (language === 'fr') return `le ${repeat.week === -1 ? 'dernier' : ORDINALS.fr[repeat.week - 1]} ${day} du mois`;
    return `on the ${repeat.week === -1 ? 'last' : ORDINALS.en[repeat.week - 1]} ${day} of the month`;
  }
  if (language === 'fr') return repeat.every === 1 ? `tous les ${day}s` : `le ${day}, toutes les ${repeat.every} semaines`;
  return repeat.every === 1 ? `every ${day}` : `on ${day}, every ${repeat.every} weeks`;
}
