// The recordings of talks while these are on: asks whoever speaks, begins when all have agreed, and lets nobody speak who has not.

import type { RecordingView } from '@comptoir/shared/protocol/recording';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { LiveTalk } from '../auditorium/LiveTalk.ts';
import { answer, type Consent, mayRecord, maySpeakRecorded, mineOf, newConsent, recordingView } from '../auditorium/recording.ts';
import { publishersOf } from '../office/calls.ts';
import { ticksOf } from '../office/mayTalk.ts';
import type { Occupant } from '../office/Office.ts';
import { wouldSpeakUp } from '../office/settleHalls.ts';
import { spotAt } from '../office/talkPlaces.ts';
import type { TalkPart } from './OfficeAuditorium.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { giveFloor, handChanged, partOf, takeFloorFrom } from './stageParts.ts';
import { tellMany } from './tellMany.ts';

const TELL_TICKS = ticksOf(tuning.stageTellMs);

interface Course {
  consent: Consent;
  /** ms since 1970, of what is recorded from this yes on. */
  beganMs: number;
  /** personIds whose names stand in the recording. */
  named: Set<string>;
  toldTick: number;
  /** As everybody was told last, by personId. */
  told: Map<string, string>;
}

const newCourse = (consent: Consent): Course => ({ consent, beganMs: 0, named: new Set(), toldTick: 0, told: new Map() });

export class OfficeRecording implements TalkPart {
  readonly #room: OfficeRoom;
  /** By talk. */
  readonly #courses = new Map<string, Course>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  record(occupant: Occupant, { on }: Ask<'record'>): Answer<'record'> {
    const { auditorium } = this.#room;
    const talk = auditorium.talkOf(occupant.personId);
    if (!talk) return { refused: 'notRecordedHere' };
    if (!auditorium.leads(talk, occupant)) return { refused: 'notLeading' };
    const course = this.#courses.get(talk.id);
    if (on === (course !== undefined)) return { ok: true };
    // with 0 nothing of a talk is kept
    if (on && this.#room.parts.talkDays === 0) return { refused: 'cannotRecord' };
    if (course) this.#stop(talk, course);
    else this.#ask(talk, occupant.personId);
    return { ok: true };
  }

  agree(occupant: Occupant, { yes }: Ask<'agreeRecording'>): Answer<'agreeRecording'> {
    const { personId } = occupant;
    const talk = this.#room.auditorium.talkOf(personId);
    if (!talk) return { refused: 'noTalk' };
    const course = this.#courses.get(talk.id);
    if (!course || mineOf(course.consent, personId, this.#wouldSpeak(talk, personId)) === 'none') return { refused: 'notAsked' };
    const { consent } = course;
    const nowTick = this.#now();
    const wasHeld = consent.held.has(personId);
    const floor = answer(consent, personId, yes);
    if (floor) giveFloor(this.#room, talk, { personId, ...floor }, nowTick);
    // T102: a no gives the hand back, too
    else if (wasHeld && talk.hands.delete(personId)) handChanged(this.#room, talk, personId);
    if (!yes && consent.hasBegun && talk.floor.has(personId)) takeFloorFrom(this.#room, talk, personId, personId, nowTick);
    else partOf(this.#room, talk, personId, nowTick);
    this.#look(talk, course);
    this.#tell(talk, course, nowTick);
    return { ok: true };
  }

  /** T102: does the floor wait for a yes? Then it comes with it. */
  holdsFloor(talk: LiveTalk, personId: string, held: { video: boolean; by: string }): boolean {
    const course = this.#courses.get(talk.id);
    if (!course || maySpeakRecorded(course.consent, personId)) return false;
    const { consent } = course;
    // asked again: what was said before was of another moment
    consent.refused.delete(personId);
    consent.held.set(personId, held);
    this.#tell(talk, course, this.#now());
    return true;
  }

  /** T107: nothing is recorded unless somebody asks for it; what was when the server was killed goes on, with those who have agreed. */
  began(talk: LiveTalk): void {
    const kept = this.#room.parts.recordings.unfinished(talk.id);
    if (!kept) return;
    const course = newCourse({ ...newConsent(kept.by), agreed: new Set(kept.agreed) });
    this.#courses.set(talk.id, course);
    talk.isToBeRecorded = true;
    this.#tape(talk, course);
  }

  entered(talk: LiveTalk, personId: string): void {
    const course = this.#courses.get(talk.id);
    if (!course) return;
    course.told.delete(personId);
    this.#tell(talk, course, this.#now());
  }

  left(talk: LiveTalk, personId: string): void {
    const course = this.#courses.get(talk.id);
    course?.told.delete(personId);
    course?.consent.held.delete(personId);
  }

  tick(talk: LiveTalk, nowTick: number): void {
    const course = this.#courses.get(talk.id);
    if (!course || nowTick - course.toldTick < TELL_TICKS) return;
    this.#look(talk, course);
    this.#tell(talk, course, nowTick);
  }

  ended(talk: LiveTalk): void {
    const course = this.#courses.get(talk.id);
    if (course) this.#stop(talk, course);
  }

  #ask(talk: LiveTalk, by: string): void {
    const course = newCourse(newConsent(by));
    this.#courses.set(talk.id, course);
    talk.isToBeRecorded = true;
    this.#look(talk, course);
    this.#tell(talk, course, this.#now());
  }

  /** T100: begins when everybody who speaks has agreed; from then on nobody else speaks. */
  #look(talk: LiveTalk, course: Course): void {
    const { consent, named } = course;
    const { recordings } = this.#room.parts;
    const speakers = this.#speakers(talk);
    if (!consent.hasBegun && mayRecord(consent, speakers)) this.#begin(talk, course);
    if (!consent.hasBegun || !this.#isCurrent(talk, course)) return;
    for (const personId of speakers) {
      if (named.has(personId)) continue;
      named.add(personId);
      recordings.note(talk.id, { kind: 'name', personId, name: this.#room.state.people.get(personId)?.name ?? '' });
    }
    recordings.consent(talk.id, { by: consent.by, agreed: [...consent.agreed], people: [...named] });
  }

  #begin(talk: LiveTalk, course: Course): void {
    this.#tape(talk, course);
    if (!this.#isCurrent(talk, course)) return;
    // T106: nobody hears a speaker who is alone with it, but they are recorded
    const conversation = this.#room.auditorium.conversationOf(talk);
    if (conversation) this.#room.talk.talks.changed.add(conversation);
    this.#room.talk.settle(this.#now());
    this.#room.auditorium.changed(talk, 'all');
  }

  #tape(talk: LiveTalk, course: Course): void {
    const { recordings } = this.#room.parts;
    const order = recordings.begin(talk.id, Date.now());
    if (!order) return this.#failed(talk, 'failed');
    course.beganMs = order.beganMs;
    course.consent.hasBegun = true;
    talk.recorded = course.consent.agreed;
    this.#room.talk.calls.record(talk.id, order, (problem) => {
      recordings.stopped(talk.id, problem);
      this.#failed(talk, problem === 'noRoom' ? 'diskFull' : 'failed');
    });
  }

  /** It may have stopped meanwhile. */
  #isCurrent(talk: LiveTalk, course: Course): boolean {
    return this.#courses.get(talk.id) === course;
  }

  /** T105: the talk goes on. */
  #failed(talk: LiveTalk, problem: 'diskFull' | 'failed'): void {
    const course = this.#courses.get(talk.id);
    if (course) this.#stop(talk, course);
    for (const personId of this.#room.auditorium.peopleIn(talk)) {
      const occupant = this.#room.floor.office.occupants.get(personId);
      if (occupant && this.#room.auditorium.leads(talk, occupant)) this.#room.clientOf.get(personId)?.send('recordingProblem', { problem });
    }
  }

  #stop(talk: LiveTalk, { consent }: Course): void {
    const { parts, talk: office, auditorium } = this.#room;
    this.#courses.delete(talk.id);
    delete talk.recorded;
    delete talk.isToBeRecorded;
    if (consent.hasBegun) {
      office.calls.record(talk.id, undefined);
      parts.recordings.end(talk.id).catch((err: unknown) => parts.log.error({ err, talk: talk.id }, 'a recording could not be ended'));
    }
    const conversation = auditorium.conversationOf(talk);
    if (conversation) office.talks.changed.add(conversation);
    tellMany(this.#room, auditorium.peopleIn(talk), 'recording', null);
  }

  #tell(talk: LiveTalk, course: Course, nowTick: number): void {
    if (!this.#isCurrent(talk, course)) return;
    const { consent, told, beganMs } = course;
    course.toldTick = nowTick;
    const people = [...this.#room.auditorium.peopleIn(talk)];
    const wouldSpeak = new Set(people.filter((personId) => this.#wouldSpeak(talk, personId)));
    const speakers = this.#speakers(talk);
    const isOn = consent.hasBegun && speakers.length > 0;
    const waiting = [...wouldSpeak, ...consent.held.keys()];
    const shared = recordingView(consent, { speakers, waiting, isOn, recordedMs: 0, keptDays: this.#room.parts.talkDays });
    const key = JSON.stringify(shared);
    const alike = new Map<RecordingView['mine'], string[]>();
    for (const personId of people) {
      const mine = mineOf(consent, personId, wouldSpeak.has(personId));
      if (told.get(personId) === `${key} ${mine}`) continue;
      told.set(personId, `${key} ${mine}`);
      alike.set(mine, [...(alike.get(mine) ?? []), personId]);
    }
    const recordedMs = consent.hasBegun ? Date.now() - beganMs : 0;
    for (const [mine, same] of alike) tellMany(this.#room, same, 'recording', { ...shared, recordedMs, mine });
  }

  /** On the stage and with the floor, as their rights stand. */
  #speakers(talk: LiveTalk): string[] {
    const conversation = this.#room.auditorium.conversationOf(talk);
    return conversation ? publishersOf(conversation) : [];
  }

  /** Stands on the stage, or has the floor, and speaks but for the recording. */
  #wouldSpeak(talk: LiveTalk, personId: string): boolean {
    const { talks, places } = this.#room.talk.floor;
    const talker = talks.talkers.get(personId);
    if (!talker) return false;
    return talk.floor.has(personId) || (spotAt(places, talker.occupant.walker).manner === 'stage' && wouldSpeakUp(talk, talker));
  }

  #now(): number {
    return Math.floor(this.#room.tickNow());
  }
}
