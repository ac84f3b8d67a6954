// A call as a media worker holds it: who is in it, and who gets what of whom. Of a call that spans workers, one holds the publishers.
import type { LinkQuality } from '@comptoir/shared/protocol/auditorium';
import type { ClientMediaSignal, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import type { MediaRights } from '../MediaRouter.ts';
import type { HomeWord, RelayWord } from '../relayWords.ts';
import type { TapeOrder, TapeProblem } from '../tapeFormat.ts';
import type { CallPart } from '../workerMessages.ts';
import { CallTape } from './CallTape.ts';
import type { ConnectSettings } from './connect.ts';
import { Hall, NOTHING_SHOWN } from './Hall.ts';
import { linkQuality } from './linkQuality.ts';
import { Participant } from './Participant.ts';
import type { PublishedTrack } from './PublishedTrack.ts';
import { placeFor, type Sources } from './placeFor.ts';
import type { Receiver } from './Receiver.ts';
import { RelayIn } from './RelayIn.ts';
import { RelaysOut } from './RelaysOut.ts';
import { FULL_LINES, LOUDEST } from './receivingLines.ts';
import type { SourceTrack } from './SourceTrack.ts';
import { realDisk } from './TapeAppender.ts';

/** What is only being connected is not lost. */
const BUILD_MS = 5000;

export interface HeldCallParts {
  part: CallPart;
  settings: ConnectSettings;
  counted: { in: number; out: number };
  nowMs(): number;
  ntpMs(): number;
  chance(): number;
  tell(personIds: string[], signal: ServerMediaSignal): void;
  toRelay(to: number, word: HomeWord): void;
  toHome(word: RelayWord): void;
  voices(spoken: Record<string, number>): void;
  links(links: { personId: string; quality: LinkQuality }[]): void;
  /** It is no longer recorded. */
  tapeProblem(problem: TapeProblem): void;
}

export class HeldCall {
  readonly #parts: HeldCallParts;
  readonly #participants = new Map<string, Participant>();
  readonly #hall: Hall | undefined;
  readonly #relaysOut: RelaysOut | undefined;
  readonly #relayIn: RelayIn | undefined;
  #toldSpeaking = '';
  #tape: CallTape | undefined;
  /** T144: what the recording of a room shows; nobody's receiving is arranged by it. */
  #filmed: Hall | undefined;

  constructor(parts: HeldCallParts) {
    this.#parts = parts;
    if (parts.part === 'whole') return;
    this.#hall = new Hall();
    if (parts.part === 'stage') this.#relaysOut = new RelaysOut((to, word) => parts.toRelay(to, word));
    else this.#relayIn = new RelayIn({ say: (word) => parts.toHome(word), onChange: () => this.#place() });
  }

  get connectedPeople(): number {
    return [...this.#participants.values()].filter(({ isConnected }) => isConnected).length;
  }

  grant(personId: string, rights: MediaRights): void {
    let participant = this.#participants.get(personId);
    if (!participant) {
      const { settings, counted, nowMs, ntpMs, chance, tell } = this.#parts;
      const joining = new Participant({
        ...{ personId, settings, counted, nowMs, ntpMs, chance, isInHall: this.#hall !== undefined },
        tell: (signal) => tell([personId], signal),
        onTracks: () => this.#place(),
        onReceiving: () => this.#placeOne(joining),
        onVoice: () => this.#hearNewVoice(),
        onLayer: (atMs) => this.choose(atMs),
      });
      participant = joining;
      this.#participants.set(personId, participant);
    }
    participant.grant(rights);
  }

  revoke(personId: string): void {
    const leaving = this.#participants.get(personId);
    if (!leaving) return;
    this.#participants.delete(personId);
    const published = leaving.published.size > 0;
    leaving.end();
    if (published) this.#place();
  }

  signal(personId: string, signal: ClientMediaSignal): void {
    void this.#participants.get(personId)?.signal(signal);
  }

  /** Whoever shows slides. */
  present(personId: string | undefined): void {
    if (!this.#hall) return;
    this.#hall.presents = personId;
    this.#look(this.#parts.nowMs());
  }

  /** K61: from now on, until undefined. */
  record(order: TapeOrder | undefined): void {
    if (this.#parts.part === 'listeners') return;
    void this.#tape?.end();
    const { ntpMs, tapeProblem } = this.#parts;
    this.#filmed = this.#hall ?? (order && new Hall());
    this.#tape = order && new CallTape({ order, disk: realDisk, ntpMs, onProblem: tapeProblem });
    this.#followOnTape(this.#parts.nowMs());
  }

  relay(to: number, on: boolean): void {
    if (!on) return this.#relaysOut?.end(to);
    this.#relaysOut?.begin(to);
    this.#relaysOut?.tellTracks(this.#published());
    this.#relaysOut?.tellSight(this.#hall?.sight ?? NOTHING_SHOWN, [to]);
    this.#toldSpeaking = '';
  }

  hearRelay(from: number, word: RelayWord): void {
    this.#relaysOut?.hear(from, word, this.#parts.nowMs());
  }

  hearHome(word: HomeWord): void {
    this.#parts.counted.out += this.#relayIn?.hear(word, this.#parts.nowMs()) ?? 0;
  }

  close(): void {
    void this.#tape?.end();
    this.#tape = undefined;
    this.#relaysOut?.close();
    this.#relayIn?.end();
    for (const participant of this.#participants.values()) participant.end();
    this.#participants.clear();
  }

  /** Every 20 ms. */
  care(nowMs: number): void {
    for (const track of this.#published()) track.care(nowMs);
    this.#relayIn?.care(nowMs);
    this.#tape?.care(nowMs);
  }

  /** Five times a second: who speaks. */
  listen(nowMs: number): void {
    if (this.#parts.part === 'whole' && this.#filmed?.look(this.#sources().tracks, nowMs)) this.#followOnTape(nowMs);
    if (this.#parts.part !== 'stage') return;
    this.#look(nowMs);
    const spoken: Record<string, number> = {};
    for (const track of this.#published()) {
      const ms = track.as === 'microphone' ? Math.round(track.takeSpokenMs()) : 0;
      if (ms > 0 && track.isAllowed) spoken[track.personId] = ms;
    }
    if (Object.keys(spoken).length > 0) this.#parts.voices(spoken);
    this.#tellSpeaking();
  }

  /** Every 2 s: how what everybody sends arrives. */
  lookAtLinks(nowMs: number): void {
    if (this.#parts.part !== 'stage') return;
    const links = [...this.#participants.values()]
      .filter(({ sendsSinceMs }) => sendsSinceMs !== undefined && nowMs - sendsSinceMs > BUILD_MS)
      .map(({ parts: { personId }, rights, published }) => {
        const tracks = [...published.values()].map(({ track }) => track).filter(({ as }) => rights.publish.includes(as));
        return { personId, quality: linkQuality(tracks.map((track) => track.seen(nowMs))) };
      });
    if (links.length > 0) this.#parts.links(links);
  }

  /** Once a second. */
  report(nowMs: number): void {
    const receivers = this.#receivers();
    for (const receiver of receivers) receiver.report(nowMs);
    for (const track of this.#tracks())
      track.isWantedLarge =
        receivers.some((receiver) => receiver.showsLarge(track)) ||
        this.#relaysOut?.showsLarge(track.key) === true ||
        this.#tape?.showsLarge(track.key) === true;
    for (const track of this.#published()) track.report(nowMs);
    this.#relayIn?.report();
  }

  /** Twice a second: layers stop and begin. */
  choose(nowMs: number): void {
    this.#relaysOut?.tellTracks(this.#published());
    this.#followOnTape(nowMs);
    for (const receiver of this.#receivers()) receiver.choose(nowMs);
  }

  #followOnTape(nowMs: number): void {
    this.#tape?.follow(this.#published(), this.#filmed?.sight ?? NOTHING_SHOWN, nowMs);
  }

  #receivers(): Receiver[] {
    return [...this.#participants.values()].map(({ receiver }) => receiver).filter((receiver) => receiver !== undefined);
  }

  #published(): PublishedTrack[] {
    return [...this.#participants.values()].flatMap(({ published }) => [...published.values()].map(({ track }) => track));
  }

  #tracks(): SourceTrack[] {
    return [...this.#published(), ...(this.#relayIn?.tracks.values() ?? [])];
  }

  /** Where everybody has a slot, nothing changes. */
  #hearNewVoice(): void {
    const voices = this.#published().filter(({ as }) => as === 'microphone');
    if (voices.length <= (this.#hall ? LOUDEST : FULL_LINES.sounds - 1)) return;
    this.#tellSpeaking();
    this.#place();
  }

  /** To the other workers, which do not hear it. */
  #tellSpeaking(): void {
    if (!this.#relaysOut?.isNeeded) return;
    const nowMs = this.#parts.nowMs();
    const speaking = this.#published().filter(({ spokeMs }) => nowMs - spokeMs < 250);
    const keys = speaking.map(({ key }) => key);
    // as long as somebody speaks: what is told counts as spoken now
    if (keys.length === 0 && this.#toldSpeaking === '') return;
    this.#toldSpeaking = keys.join();
    this.#relaysOut.tellSpeaking(keys);
  }

  /** Is something else to be seen? */
  #look(nowMs: number): void {
    if (!this.#hall?.look(this.#sources().tracks, nowMs)) return;
    this.#relaysOut?.tellSight(this.#hall.sight);
    this.#place();
  }

  #sources(): Sources {
    const tracks = this.#tracks().filter(({ isAllowed }) => isAllowed);
    return { tracks, byKey: new Map(tracks.map((track) => [track.key, track])) };
  }

  /** Everybody anew. */
  #place(): void {
    const sources = this.#sources();
    const nowMs = this.#parts.nowMs();
    if (this.#hall) {
      if (this.#relayIn) this.#hall.sight = this.#relayIn.sight ?? NOTHING_SHOWN;
      else if (this.#hall.look(sources.tracks, nowMs)) this.#relaysOut?.tellSight(this.#hall.sight);
      this.#hall.arrange(sources.tracks, nowMs);
    }
    this.#relaysOut?.tellTracks(this.#published());
    this.#followOnTape(nowMs);
    this.#serve(this.#participants.values(), sources, nowMs);
  }

  #placeOne(participant: Participant): void {
    this.#serve([participant], this.#sources(), this.#parts.nowMs());
  }

  /** Hundreds are told the same: it is said once. */
  #serve(participants: Iterable<Participant>, sources: Sources, nowMs: number): void {
    const news = new Map<string, { signal: ServerMediaSignal; personIds: string[] }>();
    for (const participant of participants) {
      const signal = this.#placedFor(participant, sources, nowMs);
      if (!signal) continue;
      const text = JSON.stringify(signal);
      const same = news.get(text) ?? { signal, personIds: [] };
      same.personIds.push(participant.parts.personId);
      news.set(text, same);
    }
    for (const { signal, personIds } of news.values()) this.#parts.tell(personIds, signal);
  }

  /** @returns what is news to them */
  #placedFor(participant: Participant, sources: Sources, nowMs: number): ServerMediaSignal | undefined {
    const { receiver, rights } = participant;
    if (!receiver) return undefined;
    placeFor(participant, receiver, sources, this.#hall, nowMs);
    const isOfStage = rights.receive === 'stage' || rights.receive === 'all';
    const { active = null, presenter = null } = this.#hall?.sight ?? {};
    const stage = this.#hall && isOfStage ? { stage: { active, presenter } } : {};
    return receiver.isNewsOf(stage) ? { kind: 'slots', slots: receiver.contents(), ...stage } : undefined;
  }
}
