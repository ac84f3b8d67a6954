// What members do with their conversation: its door, and splitting a large one.
import type { ConversationState } from '@comptoir/shared/conversation';
import type { Answer } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { Floor } from './formBubbles.ts';
import { hushListeners, joinConversation, openConversation, type Talker, touchAll } from './Talks.ts';
import { spotAt } from './talkPlaces.ts';

/** B11: any member sets it; from this moment on nobody else hears or comes in. */
export function setState({ talks }: Floor, { conversation }: Talker, state: ConversationState): Answer<'setState'> {
  if (!conversation) return { refused: 'notInConversation' };
  // T3: a hall is open to everybody
  if (conversation.hall) return { refused: 'notAllowed' };
  if (conversation.state === state) return { ok: true };
  conversation.state = state;
  conversation.admitted.clear();
  if (state !== 'outLoud') hushListeners(talks, conversation);
  talks.changed.add(conversation);
  touchAll(talks, conversation);
  return { ok: true };
}

/** B9: the half that stands around me goes on by itself. */
export function split({ talks, places }: Floor, talker: Talker, nowTick: number): Answer<'split'> {
  const { conversation } = talker;
  if (!conversation) return { refused: 'notInConversation' };
  const { members, kind, place } = conversation;
  if (kind !== 'bubble' || place.kind !== 'near' || members.size < tuning.bubbleLarge) return { refused: 'notAllowed' };
  const me = talker.occupant.walker;
  const nearest = [...members.keys()]
    .flatMap((personId) => talks.talkers.get(personId) ?? [])
    .sort((a, b) => distanceTo(a) - distanceTo(b))
    .slice(0, Math.floor(members.size / 2));
  const begun = openConversation(talks, { kind: 'bubble', place: { kind: 'near' }, area: spotAt(places, me).area }, nowTick);
  begun.state = conversation.state === 'closed' ? 'closed' : 'amongUs';
  if (conversation.ending) begun.ending = conversation.ending;
  for (const one of nearest) joinConversation(talks, begun, one, nowTick);
  return { ok: true };

  function distanceTo({ occupant: { walker } }: Talker): number {
    return Math.hypot(walker.x - me.x, walker.y - me.y);
  }
}
