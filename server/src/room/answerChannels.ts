// The table of what is written and stays: request -> rule. Parsed and counted by answerMessages.ts.
import type { channelRequests } from '@comptoir/shared/protocol/channels';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type Requests = keyof typeof channelRequests;
type Rules = { [R in Requests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> | Promise<Answer<R>> };

export function channelRules(room: OfficeRoom): Rules {
  const { channels, topics, items } = room.threads;
  const { push } = room.parts;
  return {
    editLine: ({ occupant }, ask) => channels.edit(occupant, ask),
    react: ({ occupant }, ask) => channels.react(occupant, ask),
    history: ({ occupant }, ask) => channels.history(occupant, ask),
    searchWords: ({ occupant }, ask) => channels.search(occupant, ask),
    readUpTo: ({ occupant }, ask) => channels.readUpTo(occupant, ask),
    openTopic: ({ occupant }, ask) => topics.open(occupant, ask),
    changeTopic: ({ occupant }, ask) => topics.change(occupant, ask),
    findPeople: ({ occupant }, ask) => channels.findPeople(occupant, ask),
    shelf: ({ occupant }, ask) => items.list(occupant, ask),
    shelve: ({ occupant }, ask) => items.shelve(occupant, ask),
    unshelve: ({ occupant }, ask) => items.unshelve(occupant, ask),
    pushKey: () => ({ ok: true, key: push.key }),
    subscribePush: ({ occupant }, ask) => push.subscribe(occupant.personId, ask),
    unsubscribePush: ({ occupant }, ask) => push.unsubscribe(occupant.personId, ask),
  };
}
