// One person in a call on the media server: what they may do, what they publish, and the connection they receive by.
import type { ClientMediaSignal, Quality, ServerMediaSignal, StageWishes, TrackKind } from '@comptoir/shared/protocol/talk';
import type { MediaRights } from '../MediaRouter.ts';
import { PersonClock } from '../packets/SenderClock.ts';
import { readPublishOffer, writePublishAnswer } from '../packets/sdp.ts';
import { type ConnectSettings, connect, describe, disconnect, type PeerConnection, sendOn, type Track } from './connect.ts';
import { mediumOf, PublishedTrack } from './PublishedTrack.ts';
import type { Receiver } from './Receiver.ts';
import { Receiving } from './Receiving.ts';
import { AUDIENCE_LINES, FULL_LINES, type Lines } from './receivingLines.ts';
import { keyOf } from './SourceTrack.ts';

export interface ParticipantParts {
  personId: string;
  /** Of a call with an audience. */
  isInHall: boolean;
  settings: ConnectSettings;
  counted: { in: number; out: number };
  /** Steady, and since 1900. */
  nowMs(): number;
  ntpMs(): number;
  chance(): number;
  tell(signal: ServerMediaSignal): void;
  /** What is published changed: for everybody. */
  onTracks(): void;
  /** What they receive, may receive, or wish changed. */
  onReceiving(): void;
  onVoice(nowMs: number): void;
  onLayer(nowMs: number): void;
}

/** New connections of one person: rebuilding after a bad moment is normal, dozens are an attack. */
const MOST_BUILDS = 24;
const BUILDS_MS = 10_000;

export class Participant {
  rights: MediaRights = { publish: [], receive: 'nothing' };
  readonly published = new Map<TrackKind, { track: PublishedTrack; connection: PeerConnection; engineTracks: Track[] }>();
  /** By key of the published track. */
  wishes = new Map<string, Quality>();
  /** K47: in an audience. */
  stageWishes: StageWishes = { active: 'medium', second: 'low', screen: 'high' };
  /** Since when they may send something; undefined: they may not. */
  sendsSinceMs: number | undefined;
  readonly parts: ParticipantParts;
  readonly #clock = new PersonClock();
  #receiving: Receiving | undefined;
  /** Beside it, with more lines, until it is up. */
  #next: Receiving | undefined;
  /** Replaced by it, for a moment more. */
  #before: Receiving | undefined;
  #receivingBuilds = 0;
  #buildsMs: number[] = [];

  constructor(parts: ParticipantParts) {
    this.parts = parts;
  }

  get isConnected(): boolean {
    return this.#receiving !== undefined || this.published.size > 0;
  }

  /** Undefined until the connection is up. */
  get receiver(): Receiver | undefined {
    return this.#receiving?.isUp ? this.#receiving.receiver : undefined;
  }

  /** K4 */
  grant(rights: MediaRights): void {
    this.rights = rights;
    this.sendsSinceMs = rights.publish.length > 0 ? (this.sendsSinceMs ?? this.parts.nowMs()) : undefined;
    let isNews = false;
    for (const [as, { track }] of this.published) {
      const isAllowed = rights.publish.includes(as);
      isNews ||= track.isAllowed !== isAllowed;
      track.allow(isAllowed);
    }
    if (rights.receive !== 'all') this.#before?.end();
    if (isNews) this.parts.onTracks();
    this.parts.onReceiving();
    // K49: from the audience to the stage, where there is more to be seen
    if (this.#receiving?.isUp && !this.#next && this.#receiving.hasFewerThan(this.#lines)) void this.#subscribe(true);
  }

  async signal(signal: ClientMediaSignal): Promise<void> {
    switch (signal.kind) {
      case 'subscribe':
        return this.#subscribe();
      case 'answer':
        return this.#answered(signal.sdp);
      case 'publish':
        return this.#publish(signal.as, signal.sdp);
      case 'unpublish':
        if (this.#endPublished(signal.as)) this.parts.onTracks();
        return;
      case 'want':
        this.wishes = new Map(signal.list.map(({ personId, as, quality }) => [keyOf(personId, as), quality]));
        return this.parts.onReceiving();
      case 'wantStage': {
        const { active, second, screen } = signal;
        this.stageWishes = { active, second, screen };
        this.parts.onReceiving();
      }
    }
  }

  end(): void {
    for (const as of [...this.published.keys()]) this.#endPublished(as);
    this.#endReceiving();
  }

  async #publish(as: TrackKind, sdp: string): Promise<void> {
    const { parts } = this;
    this.#endPublished(as);
    const offer = readPublishOffer(sdp, mediumOf(as));
    if (!offer || !this.#mayBuild()) return this.#lost(as);
    const connection = connect(`${as} of ${parts.personId}`, parts.settings);
    const engineTracks: Track[] = [];
    const track = new PublishedTrack({
      ...{ personId: parts.personId, as, offer, clock: this.#clock, counted: parts.counted },
      ...{ onVoice: parts.onVoice, onLayer: parts.onLayer },
      send: (packet) => engineTracks[0] && sendOn(engineTracks[0], packet),
    });
    track.allow(this.rights.publish.includes(as));
    const isMine = (): boolean => this.published.get(as)?.connection === connection;
    this.published.set(as, { track, connection, engineTracks });
    connection.onTrack((opened) => {
      engineTracks.push(opened);
      opened.onMessage((packet) => isMine() && track.receive(packet, parts.nowMs(), parts.ntpMs()));
    });
    connection.onStateChange((state) => (state === 'failed' || state === 'closed') && isMine() && this.#lost(as));
    parts.onTracks();
    const answer = await describe(connection, parts.settings, () => {
      connection.setRemoteDescription(offer.sdp, 'offer');
      connection.setLocalDescription('answer');
    });
    if (!isMine()) return;
    if (answer === undefined) this.#lost(as);
    else parts.tell({ kind: 'published', as, sdp: writePublishAnswer(answer) });
  }

  get #lines(): Lines {
    return this.parts.isInHall && this.rights.receive !== 'all' ? AUDIENCE_LINES : FULL_LINES;
  }

  /** @param beside the one that is up goes on until this one is */
  async #subscribe(beside = false): Promise<void> {
    const { parts } = this;
    if (!beside) this.#endReceiving();
    if (!this.#mayBuild()) return beside ? undefined : this.#lost('subscribe');
    const receiving = new Receiving({
      ...{ personId: parts.personId, settings: parts.settings, lines: this.#lines, build: this.#receivingBuilds++ },
      ...{ chance: parts.chance, nowMs: parts.nowMs },
      onResent: (packets) => {
        parts.counted.out += packets;
      },
      onUp: () => this.#isUp(receiving),
      onOver: () => this.#isOver(receiving),
    });
    if (beside) this.#next = receiving;
    else this.#receiving = receiving;
    const offer = await receiving.offer();
    if (this.#receiving !== receiving && this.#next !== receiving) return;
    if (offer === undefined) return this.#isOver(receiving);
    parts.tell({ kind: 'offer', ...offer });
  }

  #isUp(receiving: Receiving): void {
    if (receiving === this.#next) {
      this.#next = undefined;
      // until the browser has changed over
      this.#before = this.#receiving;
      this.#before?.endLater();
      this.#receiving = receiving;
    }
    if (receiving === this.#receiving) this.parts.onReceiving();
  }

  #isOver(receiving: Receiving): void {
    if (receiving === this.#receiving) return this.#lost('subscribe');
    if (receiving === this.#next) this.#next = undefined;
    receiving.end();
  }

  #answered(sdp: string): void {
    const receiving = this.#next ?? this.#receiving;
    if (receiving && !receiving.answered(sdp)) this.#isOver(receiving);
  }

  /** Said once; the person begins anew, or does not. */
  #lost(what: 'subscribe' | TrackKind): void {
    if (what === 'subscribe') this.#endReceiving();
    const isNews = what !== 'subscribe' && this.#endPublished(what);
    this.parts.tell({ kind: 'closed', what });
    if (isNews) this.parts.onTracks();
  }

  #endPublished(as: TrackKind): boolean {
    const ending = this.published.get(as);
    if (!ending) return false;
    this.published.delete(as);
    ending.track.end();
    disconnect(ending.connection, ending.engineTracks);
    return true;
  }

  #endReceiving(): void {
    for (const ending of [this.#before, this.#receiving, this.#next]) ending?.end();
    this.#before = undefined;
    this.#receiving = undefined;
    this.#next = undefined;
  }

  #mayBuild(): boolean {
    const nowMs = this.parts.nowMs();
    this.#buildsMs = [...this.#buildsMs.filter((atMs) => nowMs - atMs < BUILDS_MS), nowMs];
    return this.#buildsMs.length <= MOST_BUILDS;
  }
}
