// The calls of an office: transport and epoch of each conversation, rights on the media server, and signals between members only.
import type { LinkQuality } from '@comptoir/shared/protocol/auditorium';
import type { ClientMediaSignal, TalkAnswers, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import type { IceServersFor } from '../media/iceServers.ts';
import type { MediaCallEvents, MediaRouter } from '../media/MediaRouter.ts';
import type { TapeOrder, TapeProblem } from '../media/tapeFormat.ts';
import type { Conversation, Listener, Sends } from '../office/Conversation.ts';
import {
  type AreApart,
  type CallCourse,
  type CallRights,
  type CallRules,
  isSameRights,
  nextCourse,
  nobodyIs,
  publishersOf,
  rightsOf,
  type Transport,
  transportNeeded,
} from '../office/calls.ts';
import type { Metrics } from '../ops/metrics.ts';

export interface OpenCall {
  transport: Transport;
  epoch: number;
}

/** What the media server says of the call of a talk. */
export interface HallEvents {
  /** personId -> ms of speech since the last time. */
  spoke(conversationId: string, spoken: Readonly<Record<string, number>>): void;
  links(conversationId: string, links: readonly { personId: string; quality: LinkQuality }[]): void;
  /** The same to hundreds. */
  tellMany(people: readonly string[], message: TalkServerMessages['media']): void;
}

export interface CallParts {
  media: MediaRouter;
  iceServers: IceServersFor;
  rules: CallRules;
  metrics: Pick<Metrics, 'droppedSignals' | 'calls'>;
  officeId: string;
  tell<T extends 'signal' | 'media'>(personId: string, type: T, message: TalkServerMessages[T]): void;
  hall?(): HallEvents;
}

/** A call on the media server. */
interface Leg {
  callId: string;
  granted: Map<string, CallRights>;
  /** Moved to the mesh: kept until then. */
  endTick: number;
}

interface Followed {
  conversation: Conversation;
  sends: (personId: string) => Sends;
  areApart: AreApart;
  course: CallCourse;
  epoch: number;
  leg: Leg | undefined;
  /** Moved away from, still heard for a moment. */
  before: Leg | undefined;
}

export class OfficeCalls {
  readonly #parts: CallParts;
  readonly #followed = new Map<string, Followed>();
  readonly #byEpoch = new Map<number, Followed>();
  /** Who shows slides in a talk, whether it has a call now or not. */
  readonly #presenters = new Map<string, string>();
  /** Of talks that are recorded, whether they have a call now or not. */
  readonly #tapes = new Map<string, { order: TapeOrder; onStopped(problem: TapeProblem): void }>();
  /** Whose mesh failed in this visit, or whom a host muted: their conversations are on the media server. */
  readonly #troubled = new Set<string>();
  /** Changed by something that no caller of `follow` knows of. */
  readonly #changed = new Set<string>();
  /** Goes up with every call of this office and every change of transport: an epoch means one call, for ever. */
  #epoch = 0;

  constructor(parts: CallParts) {
    this.#parts = parts;
  }

  /**
   * To be called whenever members, listeners, roles or what somebody sends change; a conversation without members ends its call.
   * @returns null while nobody could hear anybody
   */
  follow(conversation: Conversation, sends: (personId: string) => Sends, nowTick: number, areApart: AreApart = nobodyIs): OpenCall | null {
    const before = this.#followed.get(conversation.id);
    const needed = transportNeeded(conversation, this.#troubled, this.#parts.rules, areApart);
    const course = nextCourse(before?.course, needed, nowTick, this.#parts.rules);
    if (!course) {
      if (before) this.#end(before);
      return null;
    }
    const followed = before ?? this.#begin(conversation, sends, course);
    followed.conversation = conversation;
    followed.sends = sends;
    followed.areApart = areApart;
    if (before && before.course.transport !== course.transport) this.#move(followed, course, nowTick);
    followed.course = course;
    this.#grantAll(followed, nowTick);
    return { transport: course.transport, epoch: followed.epoch };
  }

  callOf(conversationId: string): OpenCall | null {
    const followed = this.#followed.get(conversationId);
    return followed ? { transport: followed.course.transport, epoch: followed.epoch } : null;
  }

  /** K3: mesh signalling, between members of one conversation and of its present epoch; everything else is dropped and counted. */
  signal(from: string, to: string, epoch: number, data: string): void {
    const followed = this.#byEpoch.get(epoch);
    const { members } = followed?.conversation ?? {};
    if (followed?.course.transport !== 'mesh') this.#drop('epoch');
    else if (from === to || !members?.has(from) || !members.has(to) || followed.areApart(from, to)) this.#drop('notMember');
    else this.#parts.tell(to, 'signal', { from, epoch, data });
  }

  /** K4: to the media server, from members and listeners of this call only. */
  media(personId: string, epoch: number, signal: ClientMediaSignal): void {
    const { leg } = this.#byEpoch.get(epoch) ?? {};
    if (!leg) this.#drop('epoch');
    else if (!leg.granted.has(personId)) this.#drop('notMember');
    else this.#parts.media.signal(leg.callId, personId, signal);
  }

  /** Whoever shows slides in a talk: the audience sees them beside who speaks. */
  present(conversationId: string, personId: string | undefined): void {
    if (personId === undefined) this.#presenters.delete(conversationId);
    else this.#presenters.set(conversationId, personId);
    const { leg } = this.#followed.get(conversationId) ?? {};
    if (leg) this.#parts.media.present(leg.callId, personId);
  }

  /** K61: a talk that is on, from now on, until undefined. @param onStopped it is no longer recorded; what was lies on the disk */
  record(conversationId: string, order: TapeOrder | undefined, onStopped: (problem: TapeProblem) => void = () => undefined): void {
    if (order) this.#tapes.set(conversationId, { order, onStopped });
    else this.#tapes.delete(conversationId);
    const { leg } = this.#followed.get(conversationId) ?? {};
    if (leg) this.#parts.media.record(leg.callId, order);
  }

  /** K1: a mesh that does not connect, or is too much for somebody, moves to the media server, and so do the next ones of this visit. */
  report(personId: string, epoch: number, _problem: 'iceFailed' | 'overloaded'): void {
    const followed = this.#byEpoch.get(epoch);
    if (!followed?.conversation.members.has(personId)) return this.#drop('epoch');
    if (followed.course.transport !== 'mesh') return;
    this.#troubled.add(personId);
    this.#changed.add(followed.conversation.id);
  }

  /** @returns conversations whose call changed, or has to be looked at again, because of time, reports, or a media worker that died */
  tick(nowTick: number): readonly string[] {
    for (const followed of this.#followed.values()) this.#look(followed, nowTick);
    if (this.#changed.size === 0) return [];
    const changed = [...this.#changed].filter((id) => this.#followed.has(id));
    this.#changed.clear();
    for (const id of changed) {
      const followed = this.#followed.get(id);
      if (followed) this.follow(followed.conversation, followed.sends, nowTick, followed.areApart);
    }
    return changed;
  }

  /** P30: not from browser to browser any more in this visit: there only the sender's own could keep a microphone shut. */
  keepOnServer(personId: string): void {
    this.#troubled.add(personId);
  }

  /** Left the office: their visit is over. */
  left(personId: string): void {
    this.#troubled.delete(personId);
  }

  /** @param host as this person's browser wrote it when joining */
  iceServersFor(personId: string, host: string | undefined): TalkAnswers['iceServers'] {
    return { ok: true, ...this.#parts.iceServers(personId, host) };
  }

  close(): void {
    for (const followed of [...this.#followed.values()]) this.#end(followed);
  }

  #look(followed: Followed, nowTick: number): void {
    const { conversation, course, before, leg } = followed;
    const { rules } = this.#parts;
    if (before && nowTick >= before.endTick) {
      this.#parts.media.closeCall(before.callId);
      followed.before = undefined;
    }
    if (course.fewSinceTick !== undefined && nowTick - course.fewSinceTick >= rules.backToMeshTicks) this.#changed.add(conversation.id);
    // K5: a listener hears from a moment on that was said to the members before
    const mayHearNow = ({ personId, hearsFromTick }: Listener): boolean =>
      nowTick >= hearsFromTick && leg?.granted.get(personId)?.receive === 'nothing';
    if (leg && [...conversation.listeners.values()].some(mayHearNow)) this.#grantAll(followed, nowTick);
  }

  #begin(conversation: Conversation, sends: Followed['sends'], course: CallCourse): Followed {
    const epoch = ++this.#epoch;
    const followed: Followed = { conversation, sends, areApart: nobodyIs, course, epoch, leg: undefined, before: undefined };
    this.#followed.set(conversation.id, followed);
    this.#byEpoch.set(followed.epoch, followed);
    this.#open(followed);
    this.#count();
    return followed;
  }

  #move(followed: Followed, course: CallCourse, nowTick: number): void {
    if (followed.before) this.#parts.media.closeCall(followed.before.callId);
    followed.before = followed.leg;
    if (followed.before) followed.before.endTick = nowTick + this.#parts.rules.overlapTicks;
    followed.course = course;
    this.#renew(followed);
    this.#count();
  }

  /** Another epoch. */
  #renew(followed: Followed): void {
    this.#byEpoch.delete(followed.epoch);
    followed.epoch = ++this.#epoch;
    this.#byEpoch.set(followed.epoch, followed);
    followed.leg = undefined;
    this.#open(followed);
  }

  #open(followed: Followed): void {
    if (followed.course.transport !== 'sfu') return;
    const { epoch, conversation } = followed;
    const callId = `${conversation.id}:${epoch}`;
    followed.leg = { callId, granted: new Map(), endTick: Number.POSITIVE_INFINITY };
    const { media, tell, hall } = this.#parts;
    const isHall = conversation.kind === 'talk';
    const events: MediaCallEvents = {
      signal: (personIds, signal) => {
        if (hall && personIds.length > 1) hall().tellMany(personIds, { epoch, signal });
        else for (const personId of personIds) tell(personId, 'media', { epoch, signal });
      },
      died: () => {
        if (followed.before?.callId === callId) followed.before = undefined;
        // K6: followed again, with rights and all, at the next tick
        if (followed.epoch !== epoch || this.#followed.get(conversation.id) !== followed) return;
        this.#renew(followed);
        this.#changed.add(conversation.id);
      },
      voices: (spoken) => hall?.().spoke(conversation.id, spoken),
      links: (links) => hall?.().links(conversation.id, links),
      tapeStopped: (problem) => {
        const stopped = this.#tapes.get(conversation.id);
        this.#tapes.delete(conversation.id);
        stopped?.onStopped(problem);
      },
    };
    media.openCall(callId, events, { isHall });
    const presenter = this.#presenters.get(conversation.id);
    if (presenter !== undefined) media.present(callId, presenter);
    const tape = this.#tapes.get(conversation.id);
    if (tape) media.record(callId, tape.order);
  }

  #grantAll(followed: Followed, nowTick: number): void {
    for (const leg of [followed.leg, followed.before]) if (leg) this.#grant(followed, leg, nowTick);
  }

  #grant({ conversation, sends, areApart }: Followed, { callId, granted }: Leg, nowTick: number): void {
    const { media } = this.#parts;
    for (const personId of granted.keys()) {
      if (conversation.members.has(personId) || conversation.listeners.has(personId)) continue;
      granted.delete(personId);
      media.revoke(callId, personId);
    }
    const publishers = publishersOf(conversation);
    for (const personId of [...conversation.members.keys(), ...conversation.listeners.keys()]) {
      const rights = rightsOf(conversation, personId, sends(personId), nowTick, areApart, publishers);
      if (!rights || isSameRights(rights, granted.get(personId))) continue;
      granted.set(personId, rights);
      media.grant(callId, personId, rights);
    }
  }

  #end(followed: Followed): void {
    this.#followed.delete(followed.conversation.id);
    this.#byEpoch.delete(followed.epoch);
    for (const leg of [followed.leg, followed.before]) if (leg) this.#parts.media.closeCall(leg.callId);
    this.#count();
  }

  #drop(reason: string): void {
    this.#parts.metrics.droppedSignals.inc({ reason });
  }

  #count(): void {
    const { metrics, officeId: office } = this.#parts;
    const onServer = [...this.#followed.values()].filter(({ course }) => course.transport === 'sfu').length;
    metrics.calls.set({ office, transport: 'sfu' }, onServer);
    metrics.calls.set({ office, transport: 'mesh' }, this.#followed.size - onServer);
  }
}
