// The media of one conversation: the transport of now, the one before for a moment, and everybody else in it.
import type { ConversationMember, ConversationView, TrackKind } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { effect, type ReadonlySignal, type Signal, untracked } from '@preact/signals-core';
import { Scope } from '../lib/Scope.ts';
import { stageRole } from '../world/stageRole.ts';
import type { CallFacts } from './CallFacts.ts';
import { firstSoundAt, gainAtDistance } from './gains.ts';
import type { MediaSession, SessionEvents, Wish } from './MediaSession.ts';
import { Participant } from './Participant.ts';
import type { Sound } from './Sound.ts';
import { FIRST_STAGE_WISHES, stageWishes } from './stageWishes.ts';

/** Something to carry a call, opened for one epoch. */
export type OpenSession = (epoch: number, transport: 'mesh' | 'sfu', events: SessionEvents) => MediaSession;

export interface CallParts {
  view: ReadonlySignal<ConversationView>;
  myId: string;
  sound: Sound;
  facts: CallFacts;
  outgoing: ReadonlySignal<Readonly<Record<TrackKind, MediaStreamTrack | undefined>>>;
  open: OpenSession;
  report(epoch: number, problem: 'iceFailed' | 'overloaded'): void;
  /** How far (px) somebody is from me; undefined when out of view. */
  distanceTo(personId: string): number | undefined;
  /** When (ms) the ring of this person, or mine with them, appeared. */
  ringOf(personId: string): number;
  volumeOf(personId: string): Signal<number>;
}

const KINDS: readonly TrackKind[] = ['microphone', 'camera', 'screen', 'screenAudio'];
const COUNT_MS = 1000;
const LOOK_MS = 100;
/** A new transport that does not deliver is waited for, but not for ever. */
const MOST_OVERTIME_MS = 10_000;
/** Somebody else speaks, and tiles change places: what is wished for after that is mostly the same as before. */
const SETTLE_MS = 300;

interface Carried {
  epoch: number;
  session: MediaSession;
  /** Replaced by a later one: goes when that one delivers, at the latest then (ms). */
  goesAtMs: number | undefined;
  /** What was wished for last. */
  wanted: string | undefined;
}

/** Everybody else in it, but for those between whom and me nothing goes. */
const othersIn = ({ members }: ConversationView, myId: string): ConversationMember[] =>
  members.filter(({ personId, apart }) => personId !== myId && !apart);

/** Those of them who may send something. */
const sendersOf = (view: ConversationView, myId: string): ConversationMember[] =>
  othersIn(view, myId).filter(({ role }) => role === 'member' || role === 'speaker');

export class Call {
  readonly #parts: CallParts;
  readonly #scope = new Scope();
  readonly #participants = new Map<string, Participant>();
  #carried: Carried[] = [];
  #stageWishes = FIRST_STAGE_WISHES;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: CallParts) {
    this.#parts = parts;
    const { view, outgoing, facts } = parts;
    const follow = (run: () => void): void => this.#scope.onEnd(effect(run));
    follow(() => this.#meet(view.value));
    follow(() => this.#carry(view.value.call));
    follow(() => {
      const tracks = outgoing.value;
      for (const { session } of this.#carried) for (const as of KINDS) session.publish(as, tracks[as]);
    });
    follow(() => {
      const lowData = facts.lowData.value;
      for (const { session } of this.#carried) session.setLowData(lowData);
      untracked(() => this.#want());
    });
    follow(() => {
      facts.stage.value;
      untracked(() => this.#want());
    });
    this.#scope.onEnd(() => clearTimeout(this.#settling));
    this.#scope.every(LOOK_MS, () => this.#look());
    this.#scope.every(COUNT_MS, () => void this.#count());
  }

  participant(personId: string): Participant | undefined {
    return this.#participants.get(personId);
  }

  get participants(): IterableIterator<Participant> {
    return this.#participants.values();
  }

  /** It is over: voices fade, then everything closes. */
  end(): void {
    this.#scope.end();
    for (const participant of this.#participants.values()) participant.leave();
    this.#participants.clear();
    const { facts } = this.#parts;
    facts.participants.value = [];
    facts.transport.value = undefined;
    facts.stage.value = { active: undefined, presenter: undefined };
    const ending = this.#carried;
    this.#carried = [];
    // both sides fade what they hear; nothing is sent after it
    setTimeout(() => {
      for (const { session } of ending) session.close();
    }, tuning.fadeOutMs);
  }

  /** Brings the participants up to the members. */
  #meet(view: ConversationView): void {
    const senders = sendersOf(view, this.#parts.myId);
    const before = this.#participants.size;
    let changed = false;
    for (const [personId, participant] of this.#participants)
      if (!senders.some((member) => member.personId === personId)) {
        participant.leave();
        this.#participants.delete(personId);
        changed = true;
      }
    for (const { personId, microphone, camera, screen } of senders) {
      const known = this.#participants.get(personId);
      if (!known) this.#participants.set(personId, this.#greet(personId, { microphone, camera, screen }));
      else known.hear({ microphone, camera, screen });
    }
    changed ||= this.#participants.size !== before;
    if (changed) this.#parts.facts.participants.value = [...this.#participants.values()];
    for (const { session } of this.#carried) session.setMembers(this.#linked(view));
    this.#want();
  }

  #greet(personId: string, sent: Pick<ConversationMember, 'microphone' | 'camera' | 'screen'>): Participant {
    const { sound, facts, volumeOf, ringOf } = this.#parts;
    const participant = new Participant(personId, sent, {
      ...{ sound, lowData: facts.lowData, volume: volumeOf(personId) },
      shown: () => this.#want(),
      retry: () => this.#carried.at(-1)?.session.retry(personId),
    });
    participant.voice.fadeIn(firstSoundAt(ringOf(personId), performance.now()));
    return participant;
  }

  /** Whom a mesh links: all who may hear or send. */
  #linked(view: ConversationView): string[] {
    return othersIn(view, this.#parts.myId).map(({ personId }) => personId);
  }

  /** Follows transport and epoch: the new one begins beside the old one. */
  #carry(call: ConversationView['call']): void {
    const { facts, open, outgoing, view } = this.#parts;
    const current = this.#carried.at(-1);
    facts.transport.value = call?.transport;
    if (call?.epoch === current?.epoch) return;
    const nowMs = performance.now();
    for (const carried of this.#carried) carried.goesAtMs ??= nowMs + (call ? tuning.overlapMs : tuning.fadeOutMs);
    // what carries nobody need not be kept
    for (const { epoch, session } of this.#carried)
      if (![...this.#participants.values()].some((participant) => participant.isLinked(epoch))) this.#drop(epoch, session);
    if (!call) return;
    const { epoch } = call;
    const on =
      <A extends unknown[]>(run: (participant: Participant, ...rest: A) => void) =>
      (personId: string, ...rest: A): void => {
        const participant = this.#participants.get(personId);
        if (participant) run(participant, ...rest);
      };
    const session = open(epoch, call.transport, {
      track: on((participant, as: TrackKind, track: MediaStreamTrack) => participant.addTrack(epoch, as, track)),
      trackGone: on((participant, as: TrackKind) => participant.removeTrack(epoch, as)),
      link: on((participant, state) => participant.setLink(epoch, state)),
      stage: (active, presenter) => {
        if (this.#carried.at(-1)?.epoch === epoch) facts.stage.value = { active, presenter };
      },
      iceFailed: () => this.#parts.report(epoch, 'iceFailed'),
      overloaded: () => this.#parts.report(epoch, 'overloaded'),
    });
    this.#carried = [...this.#carried, { epoch, session, goesAtMs: undefined, wanted: undefined }];
    untracked(() => {
      for (const as of KINDS) session.publish(as, outgoing.peek()[as]);
      session.setMembers(this.#linked(view.peek()));
      this.#want();
    });
  }

  #want(): void {
    const role = stageRole(this.#parts.view.peek(), this.#parts.myId);
    if (role === 'audience' || role === 'floor') {
      this.#settling ??= setTimeout(() => this.#wantStage(), SETTLE_MS);
      return;
    }
    const wishes: Wish[] = [];
    for (const as of ['screen', 'camera'] as const)
      for (const participant of this.#participants.values()) {
        const quality = participant.wanted(as);
        if (quality !== 'none') wishes.push({ personId: participant.personId, as, quality });
      }
    const order = ['high', 'medium', 'low'];
    wishes.sort((a, b) => order.indexOf(a.quality) - order.indexOf(b.quality));
    const wanted = JSON.stringify(wishes);
    for (const carried of this.#carried) {
      if (carried.wanted === wanted) continue;
      carried.wanted = wanted;
      carried.session.want(wishes);
    }
  }

  /** K47: whoever speaks, the server knows; how large that is shown it is told only when it changes. */
  #wantStage(): void {
    this.#settling = undefined;
    this.#stageWishes = stageWishes(this.#stageWishes, [...this.#participants.values()], this.#parts.facts.stage.peek().active);
    const wanted = JSON.stringify(this.#stageWishes);
    for (const carried of this.#carried) {
      if ((carried.wanted ?? JSON.stringify(FIRST_STAGE_WISHES)) === wanted) continue;
      carried.wanted = wanted;
      carried.session.wantStage?.(this.#stageWishes);
    }
  }

  #look(): void {
    const { view, distanceTo, facts } = this.#parts;
    // members among themselves hear each other in full; who listens from outside hears by distance
    const isOutside = view.peek().role === 'listener';
    for (const participant of this.#participants.values())
      participant.setGain(
        facts.conversationGain.peek() * (isOutside ? gainAtDistance(distanceTo(participant.personId) ?? Number.POSITIVE_INFINITY) : 1),
      );
    this.#letGo();
  }

  /** Ends transports that were replaced: not before the others had time to change over, too, and not while the new one is silent. */
  #letGo(): void {
    const current = this.#carried.at(-1);
    const participants = [...this.#participants.values()];
    const isThere = current?.goesAtMs !== undefined || participants.every((participant) => participant.delivers(current?.epoch ?? -1));
    const nowMs = performance.now();
    for (const { epoch, session, goesAtMs } of this.#carried) {
      if (goesAtMs === undefined || nowMs < goesAtMs || (!isThere && nowMs < goesAtMs + MOST_OVERTIME_MS)) continue;
      this.#drop(epoch, session);
    }
  }

  #drop(epoch: number, session: MediaSession): void {
    this.#carried = this.#carried.filter((carried) => carried.session !== session);
    for (const participant of this.#participants.values()) participant.forget(epoch);
    session.close();
  }

  async #count(): Promise<void> {
    const { session } = this.#carried.at(-1) ?? {};
    const counts = await session?.stats();
    for (const [personId, { audioPackets, framesDecoded }] of counts ?? []) {
      const facts = this.#participants.get(personId)?.facts;
      if (facts) Object.assign(facts, { audioPackets, framesDecoded });
    }
  }
}
