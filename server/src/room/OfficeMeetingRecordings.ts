// The recordings of meeting rooms while these are on: asks everybody in the room, and tapes only while all who are in it have agreed.
import type { RecordingServerMessages, RecordingView } from '@comptoir/shared/protocol/recording';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { meetingRecord } from '../auditorium/meetingRecord.ts';
import { answer, type Consent, mayRecord, meetingView, mineOf, newConsent } from '../auditorium/recording.ts';
import type { TalkRecord } from '../auditorium/TalkRecord.ts';
import type { TapeOrder, TapeProblem } from '../media/tapeFormat.ts';
import type { Conversation } from '../office/Conversation.ts';
import type { Recordings } from '../recording/Recordings.ts';

/** That it is on is written once in so long: what a killed server leaves ends there. */
const SEEN_MS = 10_000;
const LANGUAGE = 'en';

type Told = Pick<RecordingServerMessages, 'recording' | 'recordingProblem' | 'meetingRecorded'>;
type Language = NonNullable<Ask<'record'>['language']>;

export interface MeetingRecordingsPort {
  conversationOf(personId: string): Conversation | undefined;
  nameOf(personId: string): string;
  /** What a room is called. */
  titleOf(area: string, language: Language): string;
  recordings: Pick<Recordings, 'begin' | 'consent' | 'note' | 'end' | 'stopped'>;
  /** As of OfficeCalls. */
  record(conversationId: string, order: TapeOrder | undefined, onStopped?: (problem: TapeProblem) => void): void;
  /** Another transport may be needed: looks at it now. */
  changed(conversation: Conversation): void;
  tell<T extends keyof Told>(people: readonly string[], type: T, message: Told[T]): void;
  /** While it is on; and once it is over. */
  keep(record: TalkRecord): void;
  newId(): string;
  nowMs(): number;
  keptDays(): number;
}

interface Course {
  /** Of the recording: another one in the same room is another one's. */
  id: string;
  conversation: Conversation;
  consent: Consent;
  language: Language;
  order: TapeOrder | undefined;
  /** personIds who are taped now; undefined: it has not begun, or rests. */
  taped: ReadonlySet<string> | undefined;
  /** Whoever is in it: personId -> as they were called. */
  named: Map<string, string>;
  /** As they were told last. */
  told: Map<string, string>;
  /** ms since 1970. */
  seenMs: number;
}

const DONE = { ok: true } as const;

export class OfficeMeetingRecordings {
  readonly #port: MeetingRecordingsPort;
  /** By conversation. */
  readonly #courses = new Map<string, Course>();

  constructor(port: MeetingRecordingsPort) {
    this.#port = port;
  }

  isInRoom(personId: string): boolean {
    return this.#roomOf(personId) !== undefined;
  }

  /** T140: anybody in the room asks, and anybody ends it. */
  record(personId: string, { on, language = LANGUAGE }: Ask<'record'>): Answer<'record'> {
    const conversation = this.#roomOf(personId);
    if (!conversation) return { refused: 'notRecordedHere' };
    const course = this.#courses.get(conversation.id);
    if (on === (course !== undefined)) return DONE;
    if (course) this.#stop(course);
    else if (this.#port.keptDays() === 0) return { refused: 'cannotRecord' };
    else this.#ask(conversation, personId, language);
    this.#port.changed(conversation);
    return DONE;
  }

  agree(personId: string, { yes }: Ask<'agreeRecording'>): Answer<'agreeRecording'> {
    const conversation = this.#roomOf(personId);
    const course = conversation && this.#courses.get(conversation.id);
    if (!course) return { refused: 'notAsked' };
    answer(course.consent, personId, yes);
    this.#look(course);
    this.#port.changed(conversation);
    return DONE;
  }

  /** T142: before anything goes through of whoever came in. */
  membersChanged(conversation: Conversation): void {
    const course = this.#courses.get(conversation.id);
    if (!course) return;
    const { members } = conversation;
    const { hasBegun, by } = course.consent;
    // whoever asked and left before it began takes the question along
    if (members.size === 0 || (!hasBegun && !members.has(by))) return this.#stop(course);
    this.#look(course);
  }

  /** Came back with another page. */
  cameIn(personId: string): void {
    const conversation = this.#roomOf(personId);
    const course = conversation && this.#courses.get(conversation.id);
    if (!course) return;
    course.told.delete(personId);
    this.#tell(course);
  }

  tick(): void {
    const nowMs = this.#port.nowMs();
    for (const course of this.#courses.values()) if (course.order && nowMs - course.seenMs > SEEN_MS) this.#save(course);
  }

  #roomOf(personId: string): Conversation | undefined {
    const conversation = this.#port.conversationOf(personId);
    return conversation?.kind === 'meeting' && conversation.members.has(personId) ? conversation : undefined;
  }

  #ask(conversation: Conversation, by: string, language: Language): void {
    const course: Course = {
      ...{ id: this.#port.newId(), conversation, consent: newConsent(by), language, order: undefined, taped: undefined },
      ...{ named: new Map(), told: new Map(), seenMs: 0 },
    };
    this.#courses.set(conversation.id, course);
    this.#look(course);
  }

  /** T141, T142: it is taped while everybody in the room has agreed, and of nobody else. */
  #look(course: Course): void {
    const { consent, conversation, taped } = course;
    const people = [...conversation.members.keys()];
    if (!mayRecord(consent, people)) this.#rest(course);
    // whoever is gone sends nothing any more: no reason to begin another tape
    else if (!taped || people.some((personId) => !taped.has(personId))) this.#tape(course, people);
    this.#tell(course);
  }

  #rest(course: Course): void {
    const { conversation, consent, id, taped } = course;
    if (taped) this.#port.record(conversation.id, undefined);
    course.taped = undefined;
    if (consent.hasBegun)
      this.#port.recordings.consent(id, { by: consent.by, agreed: [...consent.agreed], people: [...course.named.keys()] });
  }

  #tape(course: Course, people: readonly string[]): void {
    const { conversation, consent, named, id } = course;
    const { recordings, nameOf, record, nowMs } = this.#port;
    course.order ??= recordings.begin(id, nowMs());
    if (!course.order) return this.#failed(course, 'failed');
    consent.hasBegun = true;
    conversation.recorded = true;
    for (const personId of people) {
      if (named.has(personId)) continue;
      named.set(personId, nameOf(personId));
      recordings.note(id, { kind: 'name', personId, name: nameOf(personId) });
    }
    recordings.consent(id, { by: consent.by, agreed: [...consent.agreed], people: [...named.keys()] });
    course.taped = new Set(people);
    record(conversation.id, { ...course.order, people }, (problem) => {
      if (this.#courses.get(conversation.id) !== course) return;
      recordings.stopped(id, problem);
      this.#failed(course, problem === 'noRoom' ? 'diskFull' : 'failed');
      this.#port.changed(conversation);
    });
    this.#save(course);
  }

  /** T147: everybody in the room may ask again. */
  #failed(course: Course, problem: 'diskFull' | 'failed'): void {
    const people = [...course.conversation.members.keys()];
    this.#stop(course);
    this.#port.tell(people, 'recordingProblem', { problem });
  }

  #stop(course: Course): void {
    const { conversation, id, told, order, named } = course;
    this.#courses.delete(conversation.id);
    delete conversation.recorded;
    const { tell, record, recordings, keep, nowMs } = this.#port;
    tell([...told.keys()], 'recording', null);
    if (!order) return;
    record(conversation.id, undefined);
    keep(this.#recordOf(course, nowMs()));
    void recordings.end(id);
    tell([...named.keys()], 'meetingRecorded', { talk: id });
  }

  #save(course: Course): void {
    course.seenMs = this.#port.nowMs();
    this.#port.keep(this.#recordOf(course, null));
  }

  #recordOf({ id, conversation, consent: { by }, language, order, named }: Course, endedMs: number | null): TalkRecord {
    const { place } = conversation;
    const area = place.kind === 'area' ? place.area : '';
    const facts = { id, area, title: this.#port.titleOf(area, language), language, startedMs: order?.beganMs ?? this.#port.nowMs() };
    const people = Object.fromEntries(named);
    return meetingRecord({ ...facts, by: { [by]: named.get(by) ?? '' }, people }, { seenMs: this.#port.nowMs(), endedMs });
  }

  #tell(course: Course): void {
    const { conversation, consent, told, taped, order } = course;
    if (this.#courses.get(conversation.id) !== course) return;
    const people = [...conversation.members.keys()];
    const gone = [...told.keys()].filter((personId) => !conversation.members.has(personId));
    for (const personId of gone) told.delete(personId);
    if (gone.length > 0) this.#port.tell(gone, 'recording', null);
    const shared = meetingView(consent, { people, isOn: taped !== undefined, recordedMs: 0, keptDays: this.#port.keptDays() });
    const key = JSON.stringify(shared);
    const recordedMs = order ? this.#port.nowMs() - order.beganMs : 0;
    const alike = new Map<RecordingView['mine'], string[]>();
    for (const personId of people) {
      const mine = mineOf(consent, personId, true);
      if (told.get(personId) === `${key} ${mine}`) continue;
      told.set(personId, `${key} ${mine}`);
      alike.set(mine, [...(alike.get(mine) ?? []), personId]);
    }
    for (const [mine, same] of alike) this.#port.tell(same, 'recording', { ...shared, recordedMs, mine });
  }
}
