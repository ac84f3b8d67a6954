// French: Comptoir as an app of its own.
import type { install as english } from '../english/install.ts';
import type { Message } from '../Message.ts';

export const install: Record<keyof typeof english, Message> = {
  'install.title': 'Comptoir comme une appli',
  'install.hint': 'Une image parmi tes applis et une fenêtre sans onglets. C’est cette même page : rien d’autre n’est installé.',
  'install.ask': 'Installer Comptoir',
  'install.shareMenu': 'Ouvre le menu de partage du navigateur et choisis « Sur l’écran d’accueil ».',
  'install.browserMenu': 'Pas maintenant, donc. Le menu de ton navigateur peut le faire quand tu veux.',
  'install.done': 'C’est fait : Comptoir est parmi tes applis.',
};
