// Who talks with whom in one office: runs the rules of office/ on its clock and tells everybody concerned what they decided.
import { randomBytes } from 'node:crypto';
import { isSameRing } from '@comptoir/shared/conversation';
import { tileOf } from '@comptoir/shared/geometry';
import type { ConversationSummary, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { type Asks, endedAsks, newAsks, type OpenAsk } from '../office/asks.ts';
import { setIdle } from '../office/availability.ts';
import type { Conversation, Ending, Sends } from '../office/Conversation.ts';
import { nobodyIs } from '../office/calls.ts';
import type { Floor } from '../office/formBubbles.ts';
import { ticksOf } from '../office/mayTalk.ts';
import { isRoundDue, meet } from '../office/meet.ts';
import { Nearby } from '../office/Nearby.ts';
import type { Occupant } from '../office/Office.ts';
import { areApart } from '../office/reachable.ts';
import { enterTalks, leaveTalks, NOTHING_SENT, newTalks, type Talker, type Talks } from '../office/Talks.ts';
import { talkPlacesOf } from '../office/talkPlaces.ts';
import { ringOf, summariesOf } from '../office/talkViews.ts';
import { holdShutForNewcomers, isAlone, startAfresh } from '../office/tendTalkers.ts';
import { noteVisit, partVisitors } from '../office/visits.ts';
import type { WalkOrder } from '../office/walkTogether.ts';
import type { KeptLines } from './KeptLines.ts';
import { OfficeCalls, type OpenCall } from './OfficeCalls.ts';
import { OfficeNotes } from './OfficeNotes.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import type { OfficeWords } from './OfficeWords.ts';
import { tellMany } from './tellMany.ts';
import { tellViews, type ViewsPort } from './tellViews.ts';
import { keptLinesOf, wordsOf } from './wordsOf.ts';

const HOLD_TICKS = ticksOf(tuning.holdSeatMs);
/** An opened microphone is told at once, but no more often. */
const OPENING_TICKS = ticksOf(500);

export class OfficeTalk {
  readonly talks: Talks = newTalks(() => randomBytes(12).toString('base64url'));
  readonly asks: Asks = newAsks(() => randomBytes(9).toString('base64url'));
  readonly calls: OfficeCalls;
  readonly kept: KeptLines;
  readonly words: OfficeWords;
  readonly notes: OfficeNotes;
  floor: Floor;
  readonly #room: OfficeRoom;
  /** Of the last round. */
  #metTick = 0;
  readonly #views: ViewsPort;
  /** To be told of with the next round. */
  #later = new Set<Conversation>();

  constructor(room: OfficeRoom) {
    this.#room = room;
    const { officeId, metrics, ground, calls } = room.parts;
    this.floor = { talks: this.talks, places: talkPlacesOf(ground), grid: ground.grid, nearby: new Nearby() };
    const tell = this.tell.bind(this);
    this.#views = { talks: this.talks, tell: (people, view) => tellMany(room, people, 'conversation', view), told: this.#told.bind(this) };
    this.calls = new OfficeCalls({ ...calls, officeId, metrics, tell, hall: () => room.auditorium });
    this.kept = keptLinesOf(room);
    this.words = wordsOf(room, this);
    this.notes = new OfficeNotes({
      conversationOf: (personId) => this.talks.talkers.get(personId)?.conversation,
      tellBytes: (personId, bytes) => room.clientOf.get(personId)?.sendBytes(WIRE.note, bytes),
      nowMs: () => Date.now(),
    });
  }

  /** @throws when this person is not in the office: whoever sends messages is */
  talkerOf({ personId }: Occupant): Talker {
    const talker = this.talks.talkers.get(personId);
    if (!talker) throw new Error(`nobody talks as ${personId}`);
    return talker;
  }

  tell<T extends keyof TalkServerMessages>(personId: string, type: T, message: TalkServerMessages[T]): void {
    // the types of a generic key do not meet those of ServerMessages by themselves
    this.#room.clientOf.get(personId)?.send(type as string, message);
  }

  /** Has a place now. `wasHere`: back where they stood before. */
  enter(occupant: Occupant, wasHere: boolean, nowTick: number): void {
    const talker = enterTalks(this.talks, occupant);
    noteVisit(this.talks, talker);
    // B14: the office itself was away for a moment, and everybody finds themselves again
    if (!wasHere || nowTick >= HOLD_TICKS) return;
    talker.hasMoved = true;
    talker.returnsUntilTick = nowTick + HOLD_TICKS;
  }

  /** After each welcome: what this page has to know, and what the one before had said no longer counts. */
  cameIn(occupant: Occupant, nowTick: number): void {
    const { personId } = occupant;
    const talker = this.talkerOf(occupant);
    this.notes.pageClosed(personId);
    this.#beReplaced(talker, nowTick);
    startAfresh(this.talks, talker);
    delete talker.warned;
    const is = talker.conversation ?? talker.hears;
    if (is) talker.told = is.id;
    else {
      delete talker.told;
      this.tell(personId, 'conversation', null);
    }
    this.settle(nowTick);
    void this.words.cameIn(personId);
    this.#room.auditorium.cameIn(occupant);
    this.#room.auditorium.roomRecordings.cameIn(personId);
    for (const ask of this.asks.open.values()) if (ask.waiting.has(personId)) this.tell(personId, 'asked', askViewOf(ask));
  }

  /** The other members build their connections to a new page anew. */
  #beReplaced(talker: Talker, nowTick: number): void {
    if (!talker.conversation) return;
    talker.isReplaced = true;
    this.talks.changed.add(talker.conversation);
    this.settle(nowTick);
    delete talker.isReplaced;
  }

  /** Connection lost, place held: shown at once. */
  lost(occupant: Occupant, nowTick: number): void {
    this.notes.pageClosed(occupant.personId);
    const { conversation } = this.talkerOf(occupant);
    if (conversation) this.talks.changed.add(conversation);
    this.settle(nowTick);
  }

  left(occupant: Occupant, nowTick: number): void {
    leaveTalks(this.talks, this.talkerOf(occupant), nowTick);
    this.settle(nowTick);
    this.calls.left(occupant.personId);
    this.words.left(occupant.personId);
    this.notes.left(occupant.personId);
  }

  /** B10: nobody who talks is away by idleness; when they no longer talk, they are. */
  idle(occupant: Occupant, idle: boolean): void {
    const talker = this.talkerOf(occupant);
    talker.isIdle = idle;
    setIdle(occupant, idle && isAlone(talker));
    this.#room.syncPerson(occupant);
  }

  /** A muted microphone is closed now; the list that says so goes out with the next round, however often somebody presses M. */
  publishes(talker: Talker, sends: Sends, nowTick: number): void {
    const { microphone, camera, screen } = talker.sends;
    if (sends.microphone === microphone && sends.camera === camera && sends.screen === screen) return;
    talker.sends = sends;
    const { conversation, openedTick = Number.NEGATIVE_INFINITY } = talker;
    if (conversation) this.#follow(conversation, nowTick);
    // their first word is played by whoever knows that it is theirs
    if (!conversation || microphone || !sends.microphone || nowTick - openedTick < OPENING_TICKS) return this.tellLater(talker);
    talker.openedTick = nowTick;
    this.talks.changed.add(conversation);
  }

  tellLater({ conversation }: Talker): void {
    if (conversation) this.#later.add(conversation);
  }

  #follow(conversation: Conversation, nowTick: number): OpenCall | null {
    const sends = (personId: string): Sends => this.talks.talkers.get(personId)?.sends ?? NOTHING_SENT;
    const { apart } = this.talks;
    return this.calls.follow(conversation, sends, nowTick, apart.size > 0 ? (one, other) => areApart(apart, one, other) : nobodyIs);
  }

  changeGround(): void {
    const { ground } = this.#room.floor.office;
    this.floor = { ...this.floor, places: talkPlacesOf(ground), grid: ground.grid };
    for (const conversation of this.talks.conversations.values()) delete conversation.lookedTick;
  }

  tick(nowTick: number): void {
    for (const id of this.calls.tick(nowTick)) {
      const conversation = this.talks.conversations.get(id);
      if (conversation) this.talks.changed.add(conversation);
    }
    if (isRoundDue(this.talks, this.#metTick, nowTick)) {
      this.#metTick = nowTick;
      this.#meet(nowTick);
    }
    this.settle(nowTick);
    this.#room.auditorium.tick(nowTick);
  }

  #meet(nowTick: number): void {
    for (const conversation of this.#later) if (this.talks.conversations.has(conversation.id)) this.talks.changed.add(conversation);
    this.#later = new Set();
    const startedMs = performance.now();
    const { besides, orders } = meet(this.floor, this.#room.floor.office.ground, nowTick);
    this.#room.parts.metrics.formationMs.observe(performance.now() - startedMs);
    for (const { talker, beside } of besides)
      this.tell(talker.occupant.personId, 'beside', {
        reason: beside.reason,
        number: beside.number ?? null,
        person: beside.person ?? null,
      });
    for (const ask of endedAsks(this.floor, this.asks, nowTick)) this.endAsk(ask, { yes: ask.agreed.size > 0, inFive: false });
    for (const order of orders) this.#walk(order, nowTick);
  }

  #walk({ talker: { occupant }, corners, gait, seq }: WalkOrder, nowTick: number): void {
    const wasSeated = occupant.seat !== undefined;
    this.#room.floor.walkAlong(occupant, { corners, gait, seq }, nowTick);
    if (wasSeated) {
      this.#room.syncPerson(occupant);
      const { x, y, tick } = occupant.walker;
      // on their feet first, as if a step of theirs had been refused
      this.#room.tell(occupant, 'putBack', { seq, x, y, tick });
    }
    this.tell(occupant.personId, 'walkedAlong', { seq, tiles: corners.map(({ x, y }) => [tileOf(x), tileOf(y)]), gait });
  }

  /** Tells everybody asked that it is over, and the asker how. */
  endAsk(ask: OpenAsk, { yes, inFive }: { yes: boolean; inFive: boolean }): void {
    for (const personId of [...ask.waiting, ...ask.agreed]) this.tell(personId, 'askGone', { ask: ask.id });
    // whom the asker named, never who answered
    this.tell(ask.from, 'askAnswered', { ask: ask.id, kind: ask.kind, person: ask.person ?? null, yes, inFive });
  }

  /** What changed since the last time is told: calls first, then views, then rings. */
  settle(nowTick: number): void {
    partVisitors(this.talks, nowTick);
    const { changed, touched } = this.talks;
    if (changed.size === 0 && touched.size === 0) return;
    // new sets instead of emptied ones: a set that is emptied each tick drags its old tables along
    this.talks.changed = new Set();
    this.talks.touched = new Set();
    for (const conversation of changed) this.#tellOf(conversation, nowTick);
    for (const talker of touched) this.#show(talker);
  }

  #tellOf(conversation: Conversation, nowTick: number): void {
    const { talks } = this;
    holdShutForNewcomers(talks, conversation);
    this.#room.auditorium.roomRecordings.membersChanged(conversation);
    const call = this.#follow(conversation, nowTick);
    if (!talks.conversations.has(conversation.id)) {
      this.words.conversationEnded(conversation.id);
      this.notes.conversationEnded(conversation.id);
      return;
    }
    this.notes.membersChanged(conversation);
    tellViews(this.#views, conversation, call);
    if (conversation.hall) this.#room.auditorium.peopleChanged(conversation);
  }

  #told(talker: Talker, { id, ending }: Conversation, role: string): void {
    this.#warn(talker, ending);
    if (talker.told === id) return;
    talker.told = id;
    if (role !== 'listener') this.words.joinedConversation(talker.occupant.personId, id);
  }

  #show(talker: Talker): void {
    const { occupant, conversation, hears, told } = talker;
    if (!conversation && !hears && told !== undefined) {
      delete talker.told;
      this.tell(occupant.personId, 'conversation', null);
      this.#warn(talker, undefined);
    }
    if (talker.isIdle && this.talks.talkers.has(occupant.personId) && isAlone(talker)) this.idle(occupant, true);
    const ring = ringOf(this.talks, talker);
    if (isSameRing(ring, talker.shown)) return;
    if (ring) talker.shown = ring;
    else delete talker.shown;
    if (this.talks.talkers.has(occupant.personId)) this.#room.floor.crowd.mark(occupant.avatarNumber, { ring });
  }

  /** P33: told once, and taken back when what they are in does not end. */
  #warn(talker: Talker, ending: Ending | undefined): void {
    const { warned, occupant } = talker;
    if (warned === ending) return;
    if (ending) talker.warned = ending;
    else delete talker.warned;
    this.#room.tell(occupant, 'ending', ending ?? { by: warned?.by ?? '', untilTick: null });
  }

  /** Of all conversations, for those who look at the list. */
  summaries(): ConversationSummary[] {
    const { metrics, officeId: office } = this.#room.parts;
    const summaries = summariesOf(this.talks, this.#room.floor.office.ground.areas.areas);
    const talking = summaries.filter(({ members }) => members.length > 1);
    const people = talking.reduce((sum, { members }) => sum + members.length, 0);
    metrics.conversations.set({ office }, talking.length);
    metrics.talking.set({ office }, people);
    return summaries;
  }

  close(): void {
    this.calls.close();
  }
}

export const askViewOf = ({ id, kind, from, untilTick }: OpenAsk): TalkServerMessages['asked'] => ({ id, kind, from, untilTick });
