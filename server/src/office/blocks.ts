// What blocks do to conversations: two who neither hear nor read each other do not talk as two.
import { areApart } from './reachable.ts';
import { endConversation, type Talks } from './Talks.ts';

/** P37: called in every round, since others leave. A room stays the room of both: who walks in is in it; and so does a hall. */
export function partTheApart(talks: Talks, nowTick: number): void {
  if (talks.apart.size === 0) return;
  for (const conversation of talks.conversations.values()) {
    const [one, other] = conversation.members.keys();
    if (conversation.kind !== 'bubble' || conversation.members.size !== 2 || one === undefined || other === undefined) continue;
    if (areApart(talks.apart, one, other)) endConversation(talks, conversation, nowTick);
  }
}
