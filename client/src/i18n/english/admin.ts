// English: the charter, and what admins see and set.
import type { Message } from '../Message.ts';

export const admin = {
  'admin.title': 'Administration',
  'admin.menuHint': 'The whole server',
  'admin.charter': 'The charter',
  'admin.charterHint':
    'Whoever comes in accepts it; when it changes, everybody is asked again. Blank lines part paragraphs, “# ” begins a heading, “- ” a point, **two stars** are bold. Empty: nobody is asked.',
  'admin.charterSave': 'Save the charter',
  'admin.charterSaved': 'The charter is saved. Whoever comes in from now on accepts it.',
  'admin.appeal': 'For whoever is banned',
  'admin.appealHint': 'Whom they may write to, and what about. Empty: that they may ask somebody of this place.',
  'admin.appealSave': 'Save what the banned read',
  'admin.appealSaved': 'Whoever is banned reads this from now on.',
  'audit.setCharter': '{by} wrote the charter.',
  'audit.setAppeal': '{by} wrote what the banned read.',
  'hosting.account': 'with every device of their account',
  'charter.accept': 'By coming in you accept',
  'charter.link': 'the charter of this place',
  'charter.end': '.',
  'charter.title': 'The charter of this place',
  'charter.done': 'I have read it',
  'charter.none': 'There is no charter any more: nothing has to be accepted.',
  'refused.charter': 'The charter of this place is new, or has changed. Read it, then come in.',
} satisfies Record<string, Message>;
