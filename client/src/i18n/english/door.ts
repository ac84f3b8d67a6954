// English: the door, invitations, knocking.
import type { Message } from '../Message.ts';

export const door = {
  'refused.link': 'This office opens by invitation. Ask somebody inside for a link.',
  'refused.password': 'This office asks for a password.',
  'refused.wrongPassword': 'This is not the password. Check it and try again.',
  'refused.knock': 'Knock: a host lets you in.',
  'refused.banned': 'The hosts of this office do not let you in.',
  'refused.invitation': 'This invitation is over, used up or withdrawn. Ask for a new one.',
  'refusal.passwordTooShort': 'Choose a longer password.',
  'refusal.tooManyInvitations': 'You have made many invitations. Withdraw one first.',
} satisfies Record<string, Message>;
