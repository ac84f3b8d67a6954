// What comes from the media server: one connection with fixed slots; the server says whose track fills which.
import type { ServerMediaSignal, SlotContent, TrackKind } from '@comptoir/shared/protocol/talk';
import type { LinkState } from './CallModel.ts';
import { beginning, connected, lost, nextRemedy, progressed, type Recovery, retried } from './linkRecovery.ts';
import type { LinkCounts } from './MediaSession.ts';
import { gathered } from './sdpExchange.ts';

export interface ReceiverParts {
  iceServers: RTCIceServer[];
  send(signal: { kind: 'subscribe' } | { kind: 'answer'; sdp: string }): void;
  track(personId: string, as: TrackKind, track: MediaStreamTrack): void;
  trackGone(personId: string, as: TrackKind): void;
  state(state: LinkState): void;
}

type Offer = Extract<ServerMediaSignal, { kind: 'offer' }>;

const keyOf = ({ personId, as }: { personId: string; as: TrackKind }): string => `${as} ${personId}`;

export class SfuReceiver {
  readonly #parts: ReceiverParts;
  #connection: RTCPeerConnection | undefined;
  /** slot -> the track that comes in it */
  readonly #tracks = new Map<number, MediaStreamTrack>();
  readonly #mids = new Map<number, string>();
  #contents: readonly SlotContent[] = [];
  /** What was told: person and kind -> track. */
  readonly #told = new Map<string, { personId: string; as: TrackKind; track: MediaStreamTrack }>();
  #recovery: Recovery = beginning(performance.now());

  constructor(parts: ReceiverParts) {
    this.#parts = parts;
    this.#subscribe();
  }

  get state(): LinkState {
    return this.#recovery.state;
  }

  async offered({ sdp, slots }: Offer): Promise<void> {
    this.#drop();
    this.#progress();
    const connection = new RTCPeerConnection({ iceServers: this.#parts.iceServers, bundlePolicy: 'max-bundle' });
    this.#connection = connection;
    for (const { slot, mid } of slots) this.#mids.set(slot, mid);
    connection.addEventListener('track', ({ track, transceiver }) => {
      const place = slots.find(({ mid }) => mid === transceiver.mid);
      if (place) this.#tracks.set(place.slot, track);
    });
    connection.addEventListener('connectionstatechange', () => {
      if (this.#connection !== connection) return;
      const { connectionState } = connection;
      if (connectionState === 'connected') this.#recovery = connected(this.#recovery);
      else if (connectionState === 'disconnected' || connectionState === 'failed') this.#lost();
      this.#parts.state(this.#recovery.state);
    });
    connection.addEventListener('iceconnectionstatechange', () => this.#connection === connection && this.#progress());
    try {
      await connection.setRemoteDescription({ type: 'offer', sdp });
      await connection.setLocalDescription(await connection.createAnswer());
      const answer = await gathered(connection);
      if (this.#connection !== connection) return;
      this.#progress();
      this.#parts.send({ kind: 'answer', sdp: answer });
    } catch (error) {
      // closed meanwhile, or a newer offer came; a real fault is mended by the next try
      if (this.#connection === connection) console.warn('The media server cannot be heard.', error);
    }
    this.#tell();
  }

  filled(contents: readonly SlotContent[]): void {
    this.#contents = contents;
    this.#tell();
  }

  /** The server closed it: again at once if it had been well, else in a while, lest the two ask and refuse as fast as they can. */
  closed(): void {
    const wasWell = this.#recovery.state === 'connected';
    this.#lost();
    this.#parts.state(this.#recovery.state);
    this.#drop();
    if (wasWell) this.#subscribe();
  }

  retry(): void {
    this.#recovery = retried(this.#recovery, performance.now());
    this.#drop();
    this.#subscribe();
    this.#parts.state(this.#recovery.state);
  }

  /** A few times a second. */
  look(): void {
    const { recovery, remedy } = nextRemedy(this.#recovery, performance.now());
    this.#recovery = recovery;
    // there is no other way to look for: the server has one address
    if (remedy === undefined) return;
    if (remedy === 'rebuild' || !this.#connection) this.#subscribe();
    this.#parts.state(recovery.state);
  }

  async count(counts: Map<string, LinkCounts>): Promise<void> {
    const personOf = new Map<string, string>();
    for (const { slot, from } of this.#contents) {
      const mid = this.#mids.get(slot);
      if (from && mid !== undefined) personOf.set(mid, from.personId);
    }
    const report = await this.#connection?.getStats().catch(() => undefined);
    report?.forEach((entry: { type: string; mid?: string; kind?: string; packetsReceived?: number; framesDecoded?: number }) => {
      const personId = entry.type === 'inbound-rtp' ? personOf.get(entry.mid ?? '') : undefined;
      if (personId === undefined) return;
      const count = counts.get(personId) ?? { audioPackets: 0, framesDecoded: 0 };
      if (entry.kind === 'audio') count.audioPackets += entry.packetsReceived ?? 0;
      else count.framesDecoded += entry.framesDecoded ?? 0;
      counts.set(personId, count);
    });
  }

  close(): void {
    this.#drop();
  }

  #subscribe(): void {
    this.#parts.send({ kind: 'subscribe' });
  }

  #progress(): void {
    this.#recovery = progressed(this.#recovery, performance.now());
  }

  #lost(): void {
    this.#recovery = lost(this.#recovery, performance.now());
  }

  #drop(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#tracks.clear();
    this.#mids.clear();
    this.#tell();
    connection?.close();
  }

  /** Says what is new of who fills which slot. */
  #tell(): void {
    const now = new Map<string, { personId: string; as: TrackKind; track: MediaStreamTrack }>();
    for (const { slot, from } of this.#contents) {
      const track = this.#tracks.get(slot);
      if (from && track) now.set(keyOf(from), { ...from, track });
    }
    for (const [key, { personId, as, track }] of this.#told)
      if (now.get(key)?.track !== track) {
        this.#told.delete(key);
        this.#parts.trackGone(personId, as);
      }
    for (const [key, told] of now)
      if (!this.#told.has(key)) {
        this.#told.set(key, told);
        this.#parts.track(told.personId, told.as, told.track);
      }
  }
}
