// The talks that are on in one office: who is in which, who leads it, what is told of it, and the parts that follow a talk from its beginning to its end.
import type { AuditoriumServerMessages, LinkQuality, TalkOverView } from '@comptoir/shared/protocol/auditorium';
import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import { tuning } from '@comptoir/shared/tuning';
import { type KeptTalk, type LiveTalk, newTalk, type TalkSettings } from '../auditorium/LiveTalk.ts';
import { overView } from '../auditorium/lounge.ts';
import { summaryOf } from '../auditorium/stageViews.ts';
import { type Watch, watchTalk } from '../auditorium/watchTalk.ts';
import type { Conversation } from '../office/Conversation.ts';
import { publishersOf } from '../office/calls.ts';
import { sayGoodbyes } from '../office/endings.ts';
import { ticksOf } from '../office/mayTalk.ts';
import type { Occupant } from '../office/Office.ts';
import { leadsHall, takePart } from '../office/settleHalls.ts';
import { endConversation, joinConversation, openConversation } from '../office/Talks.ts';
import { spotAt } from '../office/talkPlaces.ts';
import { meetingRecordings } from './meetingRecordings.ts';
import { OfficeGreenRooms } from './OfficeGreenRooms.ts';
import { OfficeInteraction } from './OfficeInteraction.ts';
import type { OfficeMeetingRecordings } from './OfficeMeetingRecordings.ts';
import { OfficeRecording } from './OfficeRecording.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { OfficeSlides } from './OfficeSlides.ts';
import { OfficeTalkRecords } from './OfficeTalkRecords.ts';
import { TalkList } from './TalkList.ts';
import { tellMany } from './tellMany.ts';
import { type ToldStage, tellStage } from './tellStage.ts';

const TELL_TICKS = ticksOf(tuning.stageTellMs);

export interface PinnedQuestion {
  question: string;
  text: string;
  /** T23: not between two who are apart. */
  mayRead(personId: string): boolean;
}

/** Something that goes on in a talk beside its conversation: questions, slides. */
export interface TalkPart {
  began(talk: LiveTalk): void;
  /** Is in it now, and has to be told all of it: came, or came back with another page. `stage` was told before. */
  entered(talk: LiveTalk, personId: string): void;
  left(talk: LiveTalk, personId: string): void;
  tick(talk: LiveTalk, nowTick: number): void;
  ended(talk: LiveTalk): void;
  /** Questions that go on after it, at a table each. Asked before `ended`. */
  pinnedOf?(talk: LiveTalk): PinnedQuestion[];
  /** personId -> ms of speech since the last time, while somebody speaks. */
  spoke?(talk: LiveTalk, spoken: Readonly<Record<string, number>>): void;
}

/** A talk as this file follows it. */
interface Course extends ToldStage {
  watch: Watch;
  /** Who was in it when it was last looked. */
  people: Set<string>;
  isStale: boolean;
  toldTick: number;
}

export class OfficeAuditorium {
  readonly interaction: OfficeInteraction;
  readonly slides: OfficeSlides;
  readonly recording: OfficeRecording;
  readonly roomRecordings: OfficeMeetingRecordings;
  readonly records: OfficeTalkRecords;
  readonly greenRooms: OfficeGreenRooms;
  readonly #room: OfficeRoom;
  /** By the id of the talk. */
  readonly #courses = new Map<string, Course>();
  /** Each follows every talk. */
  readonly #parts: readonly TalkPart[];
  readonly #list: TalkList;

  constructor(room: OfficeRoom) {
    this.#room = room;
    this.interaction = new OfficeInteraction(room);
    this.slides = new OfficeSlides(room);
    this.recording = new OfficeRecording(room);
    this.roomRecordings = meetingRecordings(room);
    this.#list = new TalkList(room, () => [...this.#courses.values()].map(({ talk, conversation }) => summaryOf(talk, conversation)));
    this.records = new OfficeTalkRecords(room);
    this.greenRooms = new OfficeGreenRooms(room);
    // first: it reads at the end what the others then forget
    this.#parts = [this.records, this.interaction, this.slides, this.recording];
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

  /** Speaks, and not from their seat. */
  isOnStage(talk: LiveTalk, personId: string): boolean {
    return this.isSpeaker(talk, personId) && !talk.floor.has(personId);
  }

  tell<T extends keyof AuditoriumServerMessages>(personId: string, type: T, message: AuditoriumServerMessages[T]): void {
    // the types of a generic key do not meet those of ServerMessages by themselves
    this.#room.clientOf.get(personId)?.send(type as string, message);
  }

  /** T1: where they stand, and they lead it. */
  begin(occupant: Occupant, auditorium: string, settings: TalkSettings, nowTick: number): LiveTalk {
    const { talk: office } = this.#room;
    const { talks, places } = office.floor;
    const ids = { id: talks.newId(), auditorium, leaders: [occupant.personId] };
    const { talk, conversation } = this.#open(newTalk({ ...ids, settings, startedTick: nowTick, startedMs: Date.now() }), nowTick);
    const talker = office.talkerOf(occupant);
    joinConversation(talks, conversation, talker, nowTick);
    takePart(talks, conversation, talker, spotAt(places, occupant.walker), nowTick);
    // the others are in it with the next round
    office.settle(nowTick);
    this.#list.tell(nowTick);
    return talk;
  }

  /** T8: a talk that was on when the office was closed; whoever comes back into its hall is in it. `startedTick` may lie before the first tick. */
  resume(kept: Omit<KeptTalk, 'startedTick'>, nowTick: number): LiveTalk | undefined {
    const isThere = this.#room.talk.floor.places.spots.some(({ auditorium }) => auditorium === kept.auditorium);
    if (!isThere || this.#room.talk.talks.ofHall.has(kept.auditorium)) return undefined;
    const startedTick = nowTick - ticksOf(Date.now() - kept.startedMs);
    return this.#open(newTalk({ ...kept, startedTick }), nowTick).talk;
  }

  #open(talk: LiveTalk, nowTick: number): Course {
    const { talks } = this.#room.talk;
    const { areas } = this.#room.floor.office.ground.areas;
    const area = areas.findIndex(({ traits }) => traits.conversation === 'stage' && traits.auditorium === talk.auditorium);
    const place = { kind: 'area', area: areas[area]?.id ?? talk.auditorium } as const;
    const conversation = openConversation(talks, { id: talk.id, kind: 'talk', place, area, hall: talk }, nowTick);
    const course: Course = {
      ...{ talk, conversation, watch: {}, endsTick: null, people: new Set<string>() },
      ...{ shared: '', own: new Map<string, string>(), isStale: true, toldTick: nowTick },
    };
    this.#courses.set(talk.id, course);
    for (const part of this.#parts) part.began(talk);
    return course;
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
    if (this.#room.parts.recordings.stateOf(id) !== 'none') over.recorded = id;
    if (this.records.shelf.find(id)) over.page = `/t/${id}`;
    for (const personId of people) {
      this.tell(personId, 'stage', null);
      this.tell(
        personId,
        'talkOver',
        this.#reaches(personId, over.lounge) ? overFor(over, pinned, personId) : { ...over, lounge: null, tables: [] },
      );
    }
    this.#room.talk.settle(nowTick);
    this.#list.tell(nowTick);
  }

  #reaches(personId: string, area: string | null): boolean {
    const { visit } = this.#room.floor.office.occupants.get(personId) ?? {};
    return !visit || visit.area === area;
  }

  /** After each welcome. */
  cameIn(occupant: Occupant): void {
    const { personId, visit } = occupant;
    this.greenRooms.cameIn(occupant);
    // a page that comes back may believe in talks that are over
    this.tell(personId, 'talks', this.#list.of({ visit }));
    const talk = this.talkOf(personId);
    const course = talk && this.#courses.get(talk.id);
    if (!course) return this.tell(personId, 'stage', null);
    course.own.delete(personId);
    // whoever is new in it is told by `peopleChanged`
    if (!course.people.has(personId)) return;
    tellStage(this.#room, course, [personId]);
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
    tellStage(this.#room, course, arrived);
    for (const personId of arrived) for (const part of this.#parts) part.entered(talk, personId);
  }

  /** What is told of it has changed. `now`: to whom at once; 'all' does not wait. */
  changed({ id }: LiveTalk, now: readonly string[] | 'all' = []): void {
    const course = this.#courses.get(id);
    if (!course) return;
    course.isStale = true;
    tellStage(this.#room, course, now === 'all' ? course.people : now);
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
    this.greenRooms.tick(nowTick);
    this.roomRecordings.tick();
    if (this.#courses.size === 0) return;
    for (const course of [...this.#courses.values()]) this.#tend(course, nowTick);
    this.#list.tick(nowTick);
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
      tellStage(this.#room, course, course.people);
    }
    for (const part of this.#parts) part.tick(talk, nowTick);
  }
}

const overFor = (over: TalkOverView, pinned: readonly PinnedQuestion[], personId: string): TalkOverView => {
  const hidden = new Set(pinned.filter(({ mayRead }) => !mayRead(personId)).map(({ question }) => question));
  return hidden.size === 0 ? over : { ...over, tables: over.tables.filter(({ question }) => !hidden.has(question)) };
};
