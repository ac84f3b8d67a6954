// English: circles, doors, asks, who hears me.
import type { Message } from '../Message.ts';

export const talk = {
  // refusals of what one tried
  'refusal.doNotDisturb': 'They do not want to be disturbed now. You can write to them.',
  'refusal.away': 'They are away. Leave a word.',
  'refusal.full': 'This circle is full.',
  'refusal.closed': 'The door is closed. Knock.',
  'refusal.quietHere': 'Nobody talks here. Wave, or write.',
  'refusal.notInConversation': 'You are not in a conversation.',
  'refusal.tooMany': 'That was often enough for now. Try later.',
  'refusal.askFirst': 'They are working. Wave first.',
  'refusal.textEmpty': 'Write something first.',
  'refusal.textTooLong': 'This is too long to send.',
} satisfies Record<string, Message>;
