// The talks that are on in one office: who is in which, who leads it, what is told of it, and the parts that follow a talk from its beginning to its end.
import type { AuditoriumServerMessages, LinkQuality, StageView, TalkSummary } from '@comptoir/shared/protocol/auditorium';
import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import { tuning } from '@comptoir/shared/tuning';
import type { LiveTalk, TalkSettings } from '../auditorium/LiveTalk.ts';
import { overView } from '../auditorium/lounge.ts';
import { handsOf, stageFor, stageOf, summaryOf } from '../auditorium/stageViews.ts';
import { type Watch, watchTalk } from '../auditorium/watchTalk.ts';
import type { Conversation } from '../office/Conversation.ts';
import { publishersOf } from '../office/calls.ts';
import { sayGoodbyes } from '../office/endings.ts';
import { ticksOf } from '../office/mayTalk.ts';
import type { Occupant } from '../office/Office.ts';
import { leadsHall, takePart } from '../office/settleHalls.ts';
import { endConversation, joinConversation, openConversation } from '../office/Talks.ts';
import { spotAt } from '../office/talkPlaces.ts';
import { mayReachHall } from '../office/visits.ts';
import { OfficeInteraction } from './OfficeInteraction.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { OfficeSlides } from './OfficeSlides.ts';
import { tellMany } from './tellMany.ts';

const TELL_TICKS = ticksOf(tuning.stageTellMs);

/** Something that goes on in a talk beside its conversation: questions, slides. */
export interface TalkPart {
  began(talk: LiveTalk): void;
  /** Is in it now, and has to be told all of it: came, or came back with another page. `stage` was told before. */
  entered(talk: LiveTalk, personId: string): void;
  left(talk: LiveTalk, personId: string): void;
  tick(talk: LiveTalk, nowTick: number): void;
  ended(talk: LiveTalk): void;
  /** Questions that go on after it, at a table each. Asked before `ended`. */
  pinnedOf?(talk: LiveTalk): { question: string; text: string }[];
  /** personId -> ms of speech since the last time, while somebody speaks. */
  spoke?(talk: LiveTalk, spoken: Readonly<Record<string, number>>): void;
}

/** A talk as this file follows it. */
interface Course {
  talk: LiveTalk;
  conversation: Conversation;
  watch: Watch;
  endsTick: number | null;
  /** Who was in it when it was last looked. */
  people: Set<string>;
  /** What everybody in it was last told alike, and by personId what is each one's own. */
  shared: string;
  own: Map<string, string>;
  isStale: boolean;
  toldTick: number;
}

export class OfficeAuditorium {
  readonly interaction: OfficeInteraction;
  readonly slides: OfficeSlides;
  readonly #room: OfficeRoom;
  /** By the id of the talk. */
  readonly #courses = new Map<string, Course>();
  /** Each follows every talk. */
  readonly #parts: readonly TalkPart[];
  /** The list of talks, as everybody was told of it. */
  #listed = '[]';
  #listedTick = 0;

  constructor(room: OfficeRoom) {
    this.#room = room;
    this.interaction = new OfficeInteraction(room);
    this.slides = new OfficeSlides(room);
    this.#parts = [this.interaction, this.slides];
  }

  /** The one this person is in. */
  talkOf(personId: string): LiveTalk | undefined {
    const { conversation } = this.#room.talk.talks.talkers.get(personId) ?? {};
    return conversation && this.#courses.get(conversation.id)?.talk;
  }

  /** All that are on. */
  talks(): Iterable<LiveTalk> {
    return [...this.#courses.values()].map(({ talk }) => talk);
  }

  conversationOf({ id }: LiveTalk): Conversation | undefined {
    return this.#courses.get(id)?.conversation;
  }

  /** Whoever leads it, and every host of the office who is in it. */
  leads(talk: LiveTalk, occupant: Occupant): boolean {
    return leadsHall(talk, occupant);
  }

  /** Of those who are in it; connected or not. */
  peopleIn({ id }: LiveTalk): Iterable<string> {
    return this.#courses.get(id)?.conversation.members.keys() ?? [];
  }

  isSpeaker({ id }: LiveTalk, personId: string): boolean {
    return this.#courses.get(id)?.conversation.members.get(personId)?.role === 'speaker';
  }

  tell<T extends keyof AuditoriumServerMessages>(personId: string, type: T, message: AuditoriumServerMessages[T]): void {
    // the types of a generic key do not meet those of ServerMessages by themselves
    this.#room.clientOf.get(personId)?.send(type as string, message);
  }

  /** T1: where they stand, and they lead it. */
  begin(occupant: Occupant, auditorium: string, settings: TalkSettings, nowTick: number): LiveTalk {
    const { talk: office } = this.#room;
    const { talks, places } = office.floor;
    const talk: LiveTalk = {
      ...{ id: talks.newId(), auditorium, settings, startedTick: nowTick, startedMs: Date.now(), leaders: [occupant.personId] },
      ...{ hands: new Map(), floor: new Map(), sentDown: new Set(), broughtUp: new Set(), spoke: new Set() },
    };
    const spot = spotAt(places, occupant.walker);
    const area = this.#room.floor.office.ground.areas.areas[spot.area]?.id ?? auditorium;
    const conversation = openConversation(
      talks,
      { id: talk.id, kind: 'talk', place: { kind: 'area', area }, area: spot.area, hall: talk },
      nowTick,
    );
    this.#courses.set(talk.id, {
      ...{ talk, conversation, watch: {}, endsTick: null, people: new Set(), shared: '', own: new Map(), isStale: true, toldTick: nowTick },
    });
    for (const part of this.#parts) part.began(talk);
    const talker = office.talkerOf(occupant);
    joinConversation(talks, conversation, talker, nowTick);
    takePart(talks, conversation, talker, spot, nowTick);
    // the others are in it with the next round
    office.settle(nowTick);
    this.#tellList(nowTick);
    return talk;
  }

  /** T11: everybody who was in it is told where one stays. */
  end({ id }: LiveTalk, nowTick: number): void {
    const course = this.#courses.get(id);
    if (!course) return;
    const { talk, conversation } = course;
    const people = [...conversation.members.keys()];
    const pinned = this.#parts.flatMap((part) => part.pinnedOf?.(talk) ?? []);
    for (const part of this.#parts) part.ended(talk);
    this.#courses.delete(id);
    endConversation(this.#room.talk.talks, conversation, nowTick);
    const over = overView(this.#room.floor.office, talk.auditorium, talk.settings.title, pinned);
    for (const personId of people) {
      this.tell(personId, 'stage', null);
      this.tell(personId, 'talkOver', this.#reaches(personId, over.lounge) ? over : { ...over, lounge: null, tables: [] });
    }
    this.#room.talk.settle(nowTick);
    this.#tellList(nowTick);
  }

  #reaches(personId: string, area: string | null): boolean {
    const { visit } = this.#room.floor.office.occupants.get(personId) ?? {};
    return !visit || visit.area === area;
  }

  /** After each welcome. */
  cameIn({ personId, visit }: Occupant): void {
    // a page that comes back may believe in talks that are over
    this.tell(personId, 'talks', this.#listFor({ visit }));
    const talk = this.talkOf(personId);
    const course = talk && this.#courses.get(talk.id);
    if (!course) return this.tell(personId, 'stage', null);
    course.own.delete(personId);
    // whoever is new in it is told by `peopleChanged`
    if (!course.people.has(personId)) return;
    this.#tellStage(course, [personId]);
    for (const part of this.#parts) part.entered(course.talk, personId);
  }

  /** Somebody came into it, left it, or speaks or no longer speaks. */
  peopleChanged({ id, members }: Conversation): void {
    const course = this.#courses.get(id);
    if (!course) return;
    const { people, talk } = course;
    course.isStale = true;
    for (const personId of people) {
      if (members.has(personId)) continue;
      people.delete(personId);
      course.own.delete(personId);
      this.tell(personId, 'stage', null);
      for (const part of this.#parts) part.left(talk, personId);
    }
    const arrived = [...members.keys()].filter((personId) => !people.has(personId));
    for (const personId of arrived) people.add(personId);
    if (arrived.length === 0) return;
    this.#tellStage(course, arrived);
    for (const personId of arrived) for (const part of this.#parts) part.entered(talk, personId);
  }

  /** What is told of it has changed. `now`: to whom at once; 'all' does not wait. */
  changed({ id }: LiveTalk, now: readonly string[] | 'all' = []): void {
    const course = this.#courses.get(id);
    if (!course) return;
    course.isStale = true;
    this.#tellStage(course, now === 'all' ? course.people : now);
  }

  /** Five times a second while somebody speaks. */
  spoke(talkId: string, spoken: Readonly<Record<string, number>>): void {
    const { talk } = this.#courses.get(talkId) ?? {};
    if (talk) for (const part of this.#parts) part.spoke?.(talk, spoken);
  }

  tellMany(people: readonly string[], message: ServerMessages['media']): void {
    tellMany(this.#room, people, 'media', message);
  }

  /** K50: every 2 s, to whoever leads. */
  links(talkId: string, links: readonly { personId: string; quality: LinkQuality }[]): void {
    const { talk, people } = this.#courses.get(talkId) ?? {};
    for (const personId of people ?? []) {
      const occupant = this.#room.floor.office.occupants.get(personId);
      if (talk && occupant && this.leads(talk, occupant)) this.tell(personId, 'stageLinks', [...links]);
    }
  }

  tick(nowTick: number): void {
    if (this.#courses.size === 0) return;
    for (const course of [...this.#courses.values()]) this.#tend(course, nowTick);
    if (nowTick - this.#listedTick >= TELL_TICKS) this.#tellList(nowTick);
  }

  #tend(course: Course, nowTick: number): void {
    const { talk, conversation } = course;
    const { endsTick, isOver, newLeader } = watchTalk(this.#room.talk.talks, talk, conversation, course.watch, nowTick);
    const isEnded = conversation.ending !== undefined && nowTick >= conversation.ending.untilTick;
    if (isOver || isEnded) {
      const speakers = publishersOf(conversation);
      this.end(talk, nowTick);
      // P33: whom a host parted do not fall back together where they stand
      if (isEnded) sayGoodbyes(this.#room.talk.talks, speakers);
      return;
    }
    if (endsTick !== course.endsTick || newLeader !== undefined) course.isStale = true;
    course.endsTick = endsTick;
    if (course.isStale && nowTick - course.toldTick >= TELL_TICKS) {
      course.isStale = false;
      course.toldTick = nowTick;
      this.#tellStage(course, course.people);
    }
    for (const part of this.#parts) part.tick(talk, nowTick);
  }

  /** Of those to whom it is new. */
  #tellStage(course: Course, people: Iterable<string>): void {
    const { talk, conversation, own } = course;
    const stage = stageOf(talk, conversation, course.endsTick);
    const shared = JSON.stringify(stage);
    if (shared !== course.shared) {
      course.shared = shared;
      own.clear();
    }
    const order = new Map(handsOf(talk).map((personId, i) => [personId, i + 1]));
    /** To whom the same is new. */
    const alike = new Map<string, { people: string[]; view: StageView }>();
    for (const personId of people) {
      const talker = this.#room.talk.talks.talkers.get(personId);
      if (!talker) continue;
      const view = stageFor(stage, talk, talker, order);
      const key = `${view.myHand} ${view.mayStage}`;
      if (own.get(personId) === key) continue;
      own.set(personId, key);
      const same = alike.get(key);
      if (same) same.people.push(personId);
      else alike.set(key, { people: [personId], view });
    }
    for (const { people: same, view } of alike.values()) tellMany(this.#room, same, 'stage', view);
  }

  /** T12: to everybody, when it is another one. */
  #tellList(nowTick: number): void {
    this.#listedTick = nowTick;
    const listed = JSON.stringify(this.#list());
    if (listed === this.#listed) return;
    this.#listed = listed;
    const occupants = [...this.#room.floor.office.occupants.values()];
    const free = occupants.filter(({ visit }) => !visit).map(({ personId }) => personId);
    tellMany(this.#room, free, 'talks', this.#list());
    for (const occupant of occupants) if (occupant.visit) this.tell(occupant.personId, 'talks', this.#listFor(occupant));
  }

  #list(): TalkSummary[] {
    return [...this.#courses.values()].map(({ talk, conversation }) => summaryOf(talk, conversation));
  }

  /** P12: whoever may be in one area only is told of the talks that they could hear. */
  #listFor({ visit }: Pick<Occupant, 'visit'>): TalkSummary[] {
    const list = this.#list();
    return visit ? list.filter(({ auditorium }) => mayReachHall(visit, this.#room.talk.floor.places, auditorium)) : list;
  }
}
