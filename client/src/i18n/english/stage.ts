// English: talks in the auditorium.
import type { Message } from '../Message.ts';

export const stage = {
  'refusal.noTalk': 'You are in no talk.',
  'refusal.talkOn': 'A talk is on here already.',
  'refusal.notOnStage': 'Walk on the stage first.',
  'refusal.notLeading': 'Only whoever leads this talk may do that.',
  'refusal.stageFull': 'Twelve people speak already.',
  'refusal.noHand': 'Their hand is down.',
  'refusal.namesOnly': 'Questions have names in this talk.',
  'refusal.voteClosed': 'This vote is not open.',
  'refusal.tooSoon': 'Chapters lie at least three seconds apart.',
} satisfies Record<string, Message>;
