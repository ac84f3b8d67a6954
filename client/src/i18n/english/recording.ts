// English: recording a talk.
import type { Message } from '../Message.ts';

export const recording = {
  'refusal.notAsked': 'You are not asked to be recorded.',
  'refusal.cannotRecord': 'This cannot be recorded now: the server has no room, or does not answer.',
  'refusal.tooLate': 'That was possible for seven days after the talk. Ask whoever led it to delete the recording.',
} satisfies Record<string, Message>;
