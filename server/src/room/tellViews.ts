// Tells everybody in a conversation what it is now: whole to each, and in a hall only what is new to them.
import type { ConversationView, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import type { Conversation, ConversationMember } from '../office/Conversation.ts';
import type { Talker, Talks } from '../office/Talks.ts';
import { membersFor, rowOf, type SharedView, viewOf } from '../office/talkViews.ts';

export interface ViewsPort {
  talks: Talks;
  tell<T extends 'conversation'>(personId: string, type: T, message: TalkServerMessages[T]): void;
  /** Was told of it, or would have been had anything changed for them. */
  told(talker: Talker, conversation: Conversation, role: ConversationMember['role'] | 'listener'): void;
}

export function tellViews({ talks, tell, told }: ViewsPort, conversation: Conversation, call: ConversationView['call']): void {
  const view = viewOf(talks, conversation, call);
  if (conversation.hall) return tellHall({ talks, tell, told }, conversation, view);
  for (const { personId, role } of view.members) {
    const talker = talks.talkers.get(personId);
    if (talker?.isReplaced) continue;
    tell(personId, 'conversation', { ...view, role, members: membersFor(talks, view.members, personId) });
    if (talker) told(talker, conversation, role as ConversationMember['role'] | 'listener');
  }
}

/** T6: hundreds are told who speaks, not who comes and goes among them; how many listen goes along with what else there is to tell. */
function tellHall({ talks, tell, told }: ViewsPort, conversation: Conversation, view: SharedView): void {
  const { audience, ...seen } = view;
  const shared = JSON.stringify(seen);
  if (conversation.told?.shared !== shared) conversation.told = { shared, version: (conversation.told?.version ?? 0) + 1 };
  const { id } = conversation;
  const { version } = conversation.told;
  for (const member of conversation.members.values()) {
    const { personId, role } = member;
    const talker = talks.talkers.get(personId);
    if (!talker || talker.isReplaced) continue;
    const speakers = membersFor(talks, view.members, personId);
    const apart = speakers.flatMap((one, n) => (one.apart ? [n] : [])).join();
    const own = role === 'audience' ? rowOf(talks, member) : undefined;
    const key = `${id} ${version} ${role} ${own?.hidden} ${apart}`;
    if (talker.toldView !== key) {
      talker.toldView = key;
      tell(personId, 'conversation', { ...view, role, members: own ? [...speakers, own] : speakers });
    }
    told(talker, conversation, role);
  }
}
