// English: the charter, and what admins see and set.
import type { Message } from '../Message.ts';

export const admin = {
  'hosting.account': 'with every device of their account',
  'charter.accept': 'By coming in you accept',
  'charter.link': 'the charter of this place',
  'charter.end': '.',
  'charter.title': 'The charter of this place',
  'charter.done': 'I have read it',
  'charter.none': 'There is no charter any more: nothing has to be accepted.',
  'refused.charter': 'The charter of this place is new, or has changed. Read it, then come in.',
} satisfies Record<string, Message>;
