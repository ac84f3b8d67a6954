// Raised hands of a meeting room: nobody leads there, so everybody sees the order and keeps to it.
import type { Conversation } from './Conversation.ts';
import type { Talks } from './Talks.ts';

/** B21 */
export function setRoomHand(talks: Talks, conversation: Conversation, personId: string, up: boolean): void {
  const hands = conversation.hands ?? new Set<string>();
  if (up === hands.has(personId)) return;
  if (up) hands.add(personId);
  else hands.delete(personId);
  conversation.hands = hands;
  talks.changed.add(conversation);
}
