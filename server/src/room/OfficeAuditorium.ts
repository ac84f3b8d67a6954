// The talks that are on in one office: who is in which, who leads it, and the parts that follow a talk from its beginning to its end.
import type { AuditoriumServerMessages } from '@comptoir/shared/protocol/auditorium';
import type { LiveTalk } from '../auditorium/LiveTalk.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { OfficeInteraction } from './OfficeInteraction.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

/** Something that goes on in a talk beside its conversation: questions, slides. */
export interface TalkPart {
  began(talk: LiveTalk): void;
  /** Is in it now, and has to be told all of it: came, or came back with another page. */
  entered(talk: LiveTalk, personId: string): void;
  left(talk: LiveTalk, personId: string): void;
  tick(talk: LiveTalk, nowTick: number): void;
  ended(talk: LiveTalk): void;
}

export class OfficeAuditorium {
  readonly interaction: OfficeInteraction;
  readonly #room: OfficeRoom;
  /** By auditorium. */
  readonly #talks = new Map<string, LiveTalk>();

  constructor(room: OfficeRoom) {
    this.#room = room;
    this.interaction = new OfficeInteraction(room);
  }

  /** The one this person is in. */
  talkOf(personId: string): LiveTalk | undefined {
    const { conversation } = this.#room.talk.talks.talkers.get(personId) ?? {};
    return conversation?.kind === 'talk' ? [...this.#talks.values()].find(({ id }) => id === conversation.id) : undefined;
  }

  /** Whoever leads it, and every host of the office who is in it. */
  leads(talk: LiveTalk, occupant: Occupant): boolean {
    return talk.leaders.includes(occupant.personId) || ['host', 'admin'].includes(rankOf(occupant));
  }

  /** Of those who are in it; connected or not. */
  peopleIn({ id }: LiveTalk): Iterable<string> {
    return this.#room.talk.talks.conversations.get(id)?.members.keys() ?? [];
  }

  isSpeaker({ id }: LiveTalk, personId: string): boolean {
    return this.#room.talk.talks.conversations.get(id)?.members.get(personId)?.role === 'speaker';
  }

  tell<T extends keyof AuditoriumServerMessages>(personId: string, type: T, message: AuditoriumServerMessages[T]): void {
    // the types of a generic key do not meet those of ServerMessages by themselves
    this.#room.clientOf.get(personId)?.send(type as string, message);
  }
}
