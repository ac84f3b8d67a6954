// French: chat, direct messages, notes.

import type { words as english } from '../english/words.ts';
import type { Message } from '../Message.ts';

export const words: Record<keyof typeof english, Message> = {
  // the panel and its channels
  'words.title': 'Messages',
  'words.close': 'Fermer les messages',
  'words.channels': 'Avec qui tu écris',
  'words.conversation': 'Conversation',
  'words.everybody': 'Tout le monde',
  'words.somebody': 'Quelqu’un',
  'words.tabUnread': { one: '{name}, {n} message non lu', other: '{name}, {n} messages non lus' },
  'words.writeTo': 'Écrire à quelqu’un',
  'words.writeToPerson': 'Écrire à {name}',
  'words.whom': 'À qui écris-tu ?',

  // what was said
  'words.log': 'Ce qui a été dit : {name}',
  'words.you': 'Toi',
  'words.today': 'Aujourd’hui',
  'words.newHere': 'Nouveau',
  'words.newLines': { one: '{n} nouveau message', other: '{n} nouveaux messages' },
  'words.writes': '{name} écrit…',
  'words.writeTwo': '{name} et {other} écrivent…',
  'words.writeMany': { one: '{n} personne écrit…', other: '{n} personnes écrivent…' },
  'words.empty.conversation': 'Rien d’écrit pour l’instant.',
  'words.emptyHint.conversation': 'Ce que tu écris dans une conversation est lu par celles et ceux qui y sont, et disparaît avec elle.',
  'words.empty.office': 'Rien d’écrit pour l’instant.',
  'words.emptyHint.office': 'Dis bonjour : tout le lieu te lit. Rien n’est gardé quand le lieu ferme.',
  'words.empty.person': 'Cela reste entre {name} et toi.',
  'words.emptyHint.person': 'C’est oublié quand ni l’un ni l’autre n’est plus là.',

  // writing
  'words.field.conversation': 'Écrire à la conversation',
  'words.field.office': 'Écrire à tout le monde',
  'words.field.person': 'Écrire à {name}',
  'words.send': 'Envoyer',
  'words.left': { one: 'encore {n} caractère', other: 'encore {n} caractères' },
  'words.notSent': 'Pas envoyé : la connexion est perdue. Ton texte reste ici, renvoie-le quand elle est revenue.',
  'words.gone': '{name} a quitté le lieu. Tu pourras écrire à son retour.',
  'words.noConversation': 'Tu n’es dans aucune conversation. Approche-toi de quelqu’un pour en commencer une.',
  'words.onlyListening': 'Ici tu écoutes seulement. Fais un pas de plus pour participer et écrire.',
  'words.mentionWhom': 'De qui parles-tu ?',
  'words.emoji': 'Émojis',
  'words.emojiLoading': 'Les émojis arrivent…',
  'words.emojiFailed': 'Les émojis ne sont pas arrivés. Ferme et réessaie.',

  // notes and announcements
  'words.noteDirect': '{name} : {text}',
  'words.noteMention': '{name} te mentionne : {text}',
  'words.reply': 'Répondre',
  'words.show': 'Voir',
  'words.newsOne': '{name} écrit : {text}',
  'words.newsMany': { one: '{n} nouveau message de {name}.', other: '{n} nouveaux messages de {name}.' },
  'words.newsManyFrom': { one: '{n} nouveau message, de {name} et d’autres.', other: '{n} nouveaux messages, de {name} et d’autres.' },
};
