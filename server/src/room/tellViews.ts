// Tells everybody in a conversation what it is now: whole to each, and in a hall only what is new to them.
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import type { Conversation } from '../office/Conversation.ts';
import type { Talker, Talks } from '../office/Talks.ts';
import { membersFor, type SharedView, viewOf } from '../office/talkViews.ts';

export interface ViewsPort {
  talks: Talks;
  /** The same to all of them. */
  tell(people: readonly string[], view: ConversationView): void;
  /** Was told of it, or would have been had anything changed for them. */
  told(talker: Talker, conversation: Conversation, role: ConversationView['role']): void;
}

export function tellViews(port: ViewsPort, conversation: Conversation, call: ConversationView['call']): void {
  const { talks, tell, told } = port;
  const view = viewOf(talks, conversation, call);
  if (conversation.hall) return tellHall(port, conversation, view);
  for (const { personId, role } of view.members) {
    const talker = talks.talkers.get(personId);
    if (talker?.isReplaced) continue;
    tell([personId], { ...view, role, members: membersFor(talks, view.members, personId) });
    if (talker) told(talker, conversation, role);
  }
}

/** T15: hundreds are told who speaks, not who comes and goes among them; how many listen goes along with what else there is to tell. */
function tellHall({ talks, tell, told }: ViewsPort, conversation: Conversation, view: SharedView): void {
  const { audience, ...seen } = view;
  const shared = JSON.stringify(seen);
  if (conversation.told?.shared !== shared) conversation.told = { shared, version: (conversation.told?.version ?? 0) + 1 };
  const { id } = conversation;
  const { version } = conversation.told;
  /** To whom the same is new. */
  const alike = new Map<string, { people: string[]; view: ConversationView }>();
  for (const { personId, role } of conversation.members.values()) {
    const talker = talks.talkers.get(personId);
    if (!talker || talker.isReplaced) continue;
    const members = membersFor(talks, view.members, personId);
    const key = `${id} ${version} ${role} ${members.flatMap((one, n) => (one.apart ? [n] : [])).join()}`;
    if (talker.toldView === key) continue;
    talker.toldView = key;
    const same = alike.get(key);
    if (same) same.people.push(personId);
    else alike.set(key, { people: [personId], view: { ...view, role, members } });
  }
  for (const { people, view: theirs } of alike.values()) tell(people, theirs);
  for (const { personId, role } of conversation.members.values()) {
    const talker = talks.talkers.get(personId);
    if (talker && !talker.isReplaced) told(talker, conversation, role);
  }
}
