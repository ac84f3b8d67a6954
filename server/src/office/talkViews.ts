// What is told of conversations: whole to those in it, in short to those who look at the list, as a ring to all who look there.
import type { Ring } from '@comptoir/shared/conversation';
import type { Area } from '@comptoir/shared/map/OfficeMap';
import type { ConversationSummary, ConversationView } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation, ConversationMember } from './Conversation.ts';
import { publishersOf, sentBy } from './calls.ts';
import { areApart } from './reachable.ts';
import { NOTHING_SENT, type Talker, type Talks } from './Talks.ts';

/** The view but for the role, which is each one's own. */
export type SharedView = Omit<ConversationView, 'role'>;

/** @param call as OfficeCalls has it */
export function viewOf(talks: Talks, conversation: Conversation, call: ConversationView['call']): SharedView {
  const { id, number, kind, state, place, members, listeners, hall, hands } = conversation;
  const isLarge = kind === 'bubble' && place.kind === 'near' && members.size >= tuning.bubbleLarge;
  const shown = hall ? [...members.values()].filter(({ role }) => role !== 'audience') : [...members.values()];
  const rows = [...shown, ...[...listeners.values()].map(({ personId }) => ({ personId, role: 'listener' as const }))];
  return {
    ...{ id, number, kind, state, place, call },
    members: rows.map((row) => rowOf(talks, row)),
    ...(hall ? { audience: members.size - shown.length } : {}),
    ...(hands && hands.size > 0 ? { hands: [...hands] } : {}),
    large: isLarge,
  };
}

type Row = SharedView['members'][number];

/** One line of the list. */
function rowOf(talks: Talks, { personId, role, floor }: Pick<ConversationMember, 'personId' | 'floor'> & Pick<Row, 'role'>): Row {
  const talker = talks.talkers.get(personId);
  // a listener sends nothing, whatever their browser says
  const sends = role === 'listener' ? NOTHING_SENT : sentBy({ role, floor }, talker?.sends ?? NOTHING_SENT);
  const lost = talker?.occupant.lostTick !== undefined || talker?.isReplaced === true;
  return { personId, role, ...(floor ? { floor: true } : {}), ...sends, hidden: talker?.hiddenSinceTick !== undefined, lost };
}

/** P37: of those whom this person neither hears nor reads nothing is on. */
export function membersFor({ apart }: Talks, members: SharedView['members'], personId: string): SharedView['members'] {
  if (apart.size === 0) return members;
  return members.map((member) => (areApart(apart, personId, member.personId) ? { ...member, ...NOTHING_SENT, apart: true } : member));
}

/** Of all, also of a room with one person in it: its door may be closed. */
export function summariesOf(talks: Talks, areas: readonly Area[]): ConversationSummary[] {
  return [...talks.conversations.values()].map((conversation) => {
    const { number, kind, state, place, area, members, listeners, hall } = conversation;
    const shown = hall ? publishersOf(conversation) : [...members.keys()];
    return {
      ...{ number, kind, state },
      area: areas[area]?.id ?? null,
      walking: place.kind === 'walk',
      members: shown,
      // of a talk the audience
      listeners: listeners.size + members.size - shown.length,
    };
  });
}

/** What everybody who looks there sees around these feet. */
export function ringOf(talks: Talks, { conversation, hears, dwell }: Talker): Ring | undefined {
  // a hall is full of people in one talk: a line around them all says nothing
  if (conversation) return conversation.hall ? undefined : ringIn(conversation, 'member');
  if (dwell) {
    const begun = talks.numbers.get(dwell.number)?.conversation;
    return begun ? ringIn(begun, 'dwelling') : { number: dwell.number, state: 'amongUs', role: 'dwelling', room: false, walking: false };
  }
  return hears && ringIn(hears, 'listener');
}

const ringIn = ({ number, state, kind, place }: Conversation, role: Ring['role']): Ring => ({
  number,
  state,
  role,
  room: kind === 'meeting',
  walking: place.kind === 'walk',
});
