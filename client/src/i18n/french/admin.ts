// French: the charter, and what admins see and set.
import type { admin as english } from '../english/admin.ts';
import type { Message } from '../Message.ts';

export const admin: Record<keyof typeof english, Message> = {
  'admin.title': 'Administration',
  'admin.menuHint': 'Tout le serveur',
  'admin.charter': 'La charte',
  'admin.charterHint':
    'On l’accepte en entrant ; quand elle change, la question est reposée à tout le monde. Une ligne vide sépare les paragraphes, « # » commence un titre, « - » un point, **deux étoiles** mettent en gras. Vide : rien n’est demandé.',
  'admin.charterSave': 'Enregistrer la charte',
  'admin.charterSaved': 'La charte est enregistrée. On l’accepte désormais en entrant.',
  'admin.appeal': 'Pour qui est exclu',
  'admin.appealHint': 'À qui écrire, et pour dire quoi. Vide : qu’on peut demander à quelqu’un du lieu.',
  'admin.appealSave': 'Enregistrer ce que lit qui est exclu',
  'admin.appealSaved': 'C’est ce qu’on lira désormais en étant exclu.',
  'audit.setCharter': '{by} a écrit la charte.',
  'audit.setAppeal': '{by} a écrit ce que lit qui est exclu.',
  'hosting.account': 'avec tous les appareils de son compte',
  'charter.accept': 'En entrant, tu acceptes',
  'charter.link': 'la charte du lieu',
  'charter.end': '.',
  'charter.title': 'La charte du lieu',
  'charter.done': 'Je l’ai lue',
  'charter.none': 'Il n’y a plus de charte : rien à accepter.',
  'refused.charter': 'La charte du lieu est nouvelle, ou a changé. Lis-la, puis entre.',
};
