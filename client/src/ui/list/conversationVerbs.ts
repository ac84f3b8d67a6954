// How one gets into a conversation of the list: by its state, and whether there is still a place.
import type { ConversationState } from '@comptoir/shared/conversation';

export type ConversationVerb = 'join' | 'listen' | 'knock';

export function conversationVerbs({
  state,
  full,
  walking,
}: {
  state: ConversationState;
  full: boolean;
  walking: boolean;
}): ConversationVerb[] {
  // who walks together takes nobody in
  if (walking) return [];
  if (state === 'closed') return ['knock'];
  return [...(full ? [] : (['join'] as const)), ...(state === 'outLoud' ? (['listen'] as const) : [])];
}
