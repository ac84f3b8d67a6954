// French: the charter, and what admins see and set.
import type { admin as english } from '../english/admin.ts';
import type { Message } from '../Message.ts';

export const admin: Record<keyof typeof english, Message> = {
  'hosting.account': 'avec tous les appareils de son compte',
  'charter.accept': 'En entrant, tu acceptes',
  'charter.link': 'la charte du lieu',
  'charter.end': '.',
  'charter.title': 'La charte du lieu',
  'charter.done': 'Je l’ai lue',
  'charter.none': 'Il n’y a plus de charte : rien à accepter.',
  'refused.charter': 'La charte du lieu est nouvelle, ou a changé. Lis-la, puis entre.',
};
