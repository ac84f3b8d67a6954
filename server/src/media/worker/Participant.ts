// One person in a call on the media server: what they may do, what they publish, and the connection they receive by.
import type { ClientMediaSignal, Quality, ServerMediaSignal, TrackKind } from '@comptoir/shared/protocol/talk';
import type { MediaRights } from '../MediaRouter.ts';
import { PersonClock } from '../packets/SenderClock.ts';
import { readAnswer, readPublishOffer, writePublishAnswer } from '../packets/sdp.ts';
import { type ConnectSettings, connect, disconnect, type PeerConnection, sendOn, type Track, whenDescribed } from './connect.ts';
import { mediumOf, PublishedTrack } from './PublishedTrack.ts';
import { Receiver } from './Receiver.ts';
import { addReceivingLines, PICTURE_SLOTS, SOUND_SLOTS } from './receivingLines.ts';

export interface ParticipantParts {
  personId: string;
  settings: ConnectSettings;
  counted: { in: number; out: number };
  /** Steady, and since 1900. */
  nowMs(): number;
  ntpMs(): number;
  chance(): number;
  tell(signal: ServerMediaSignal): void;
  /** What is published, who receives, or what is wished changed. */
  onChange(): void;
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
  /** Undefined until the connection is up. */
  receiver: Receiver | undefined;
  readonly parts: ParticipantParts;
  readonly #clock = new PersonClock();
  #receiving: { connection: PeerConnection; engineTracks: Track[] } | undefined;
  #buildsMs: number[] = [];

  constructor(parts: ParticipantParts) {
    this.parts = parts;
  }

  get isConnected(): boolean {
    return this.#receiving !== undefined || this.published.size > 0;
  }

  /** K4 */
  grant(rights: MediaRights): void {
    this.rights = rights;
    for (const [as, { track }] of this.published) track.allow(rights.publish.includes(as));
    this.parts.onChange();
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
        if (this.#endPublished(signal.as)) this.parts.onChange();
        return;
      case 'want':
        this.wishes = new Map(signal.list.map(({ personId, as, quality }) => [`${personId} ${as}`, quality]));
        this.parts.onChange();
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
    parts.onChange();
    const answer = await describe(connection, parts.settings, () => {
      connection.setRemoteDescription(offer.sdp, 'offer');
      connection.setLocalDescription('answer');
    });
    if (!isMine()) return;
    if (answer === undefined) this.#lost(as);
    else parts.tell({ kind: 'published', as, sdp: writePublishAnswer(answer) });
  }

  async #subscribe(): Promise<void> {
    const { parts } = this;
    this.#endReceiving();
    if (!this.#mayBuild()) return this.#lost('subscribe');
    const connection = connect(`to ${parts.personId}`, parts.settings);
    const lines = addReceivingLines(connection, parts.chance);
    this.#receiving = { connection, engineTracks: lines.map(({ track }) => track) };
    const receiver = new Receiver(lines);
    for (const { track, slot } of lines)
      track.onMessage((packet) => {
        parts.counted.out += receiver.heard(slot, packet, parts.nowMs());
      });
    connection.onStateChange((state) => {
      if (this.#receiving?.connection !== connection) return;
      if (state === 'connected') {
        this.receiver = receiver;
        parts.onChange();
      } else if (state === 'failed' || state === 'closed') this.#lost('subscribe');
    });
    const sdp = await describe(connection, parts.settings, () => connection.setLocalDescription('offer'));
    if (this.#receiving?.connection !== connection) return;
    if (sdp === undefined) return this.#lost('subscribe');
    parts.tell({ kind: 'offer', sdp, slots: lines.map(({ number, mid, slot }) => ({ slot: number, mid, kind: slot.medium })) });
  }

  #answered(sdp: string): void {
    const answer = readAnswer(sdp, PICTURE_SLOTS + SOUND_SLOTS);
    if (this.#receiving?.connection.signalingState() !== 'have-local-offer') return;
    try {
      if (answer === undefined) throw new Error('another number of lines');
      this.#receiving.connection.setRemoteDescription(answer, 'answer');
    } catch {
      this.#lost('subscribe');
    }
  }

  /** Said once; the person begins anew, or does not. */
  #lost(what: 'subscribe' | TrackKind): void {
    if (what === 'subscribe') this.#endReceiving();
    else this.#endPublished(what);
    this.parts.tell({ kind: 'closed', what });
    this.parts.onChange();
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
    const ending = this.#receiving;
    this.#receiving = undefined;
    this.receiver?.end(this.parts.nowMs());
    this.receiver = undefined;
    if (ending) disconnect(ending.connection, ending.engineTracks);
  }

  #mayBuild(): boolean {
    const nowMs = this.parts.nowMs();
    this.#buildsMs = [...this.#buildsMs.filter((atMs) => nowMs - atMs < BUILDS_MS), nowMs];
    return this.#buildsMs.length <= MOST_BUILDS;
  }
}

/** Undefined when the engine does not take what it was given. */
async function describe(connection: PeerConnection, settings: ConnectSettings, negotiate: () => void): Promise<string | undefined> {
  try {
    negotiate();
    return await whenDescribed(connection, settings);
  } catch {
    return undefined;
  }
}
