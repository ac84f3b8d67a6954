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

/** Two connections of one receiver are heard side by side for so long, when the second is to replace the first: until it really plays. */
const CHANGE_OVER_MS = 400;

/** A connection, and what comes by it. */
interface Incoming {
  connection: RTCPeerConnection;
  /** slot -> the track that comes in it */
  tracks: Map<number, MediaStreamTrack>;
  mids: ReadonlyMap<number, string>;
}

export class SfuReceiver {
  readonly #parts: ReceiverParts;
  #now: Incoming | undefined;
  /** The server offered it while the present one was well: there is more to receive than that one has lines for. */
  #next: Incoming | undefined;
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
    const isBeside = this.#now !== undefined && this.#recovery.state === 'connected';
    if (!isBeside) {
      this.#drop();
      this.#progress();
    }
    const connection = new RTCPeerConnection({ iceServers: this.#parts.iceServers, bundlePolicy: 'max-bundle' });
    const incoming: Incoming = { connection, tracks: new Map(), mids: new Map(slots.map(({ slot, mid }) => [slot, mid])) };
    this.#next?.connection.close();
    this.#next = isBeside ? incoming : undefined;
    if (!isBeside) this.#now = incoming;
    const isOurs = (): boolean => this.#now === incoming || this.#next === incoming;
    connection.addEventListener('track', ({ track, transceiver }) => {
      const place = slots.find(({ mid }) => mid === transceiver.mid);
      if (place) incoming.tracks.set(place.slot, track);
    });
    connection.addEventListener('connectionstatechange', () => {
      if (this.#now !== incoming) return;
      const { connectionState } = connection;
      if (connectionState === 'connected') this.#recovery = connected(this.#recovery);
      else if (connectionState === 'disconnected' || connectionState === 'failed') this.#lost();
      this.#parts.state(this.#recovery.state);
    });
    connection.addEventListener('iceconnectionstatechange', () => this.#now === incoming && this.#progress());
    try {
      await connection.setRemoteDescription({ type: 'offer', sdp });
      await connection.setLocalDescription(await connection.createAnswer());
      const answer = await gathered(connection);
      if (!isOurs()) return;
      if (this.#now === incoming) this.#progress();
      this.#parts.send({ kind: 'answer', sdp: answer });
    } catch (error) {
      // closed meanwhile, or a newer offer came; a real fault is mended by the next try
      if (isOurs()) console.warn('The media server cannot be heard.', error);
    }
    this.#tell();
  }

  filled(contents: readonly SlotContent[]): void {
    const next = this.#next;
    const [first] = contents;
    // a slot has one number, whatever connection it is of
    if (next && first && next.mids.has(first.slot)) setTimeout(() => this.#changeOver(next), CHANGE_OVER_MS);
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
    if (remedy === 'rebuild' || !this.#now) this.#subscribe();
    this.#parts.state(recovery.state);
  }

  async count(counts: Map<string, LinkCounts>): Promise<void> {
    const personOf = new Map<string, string>();
    for (const { slot, from } of this.#contents) {
      const mid = this.#now?.mids.get(slot);
      if (from && mid !== undefined) personOf.set(mid, from.personId);
    }
    const report = await this.#now?.connection.getStats().catch(() => undefined);
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

  /** From now on by the other connection. */
  #changeOver(next: Incoming): void {
    if (this.#next !== next) return;
    const before = this.#now;
    this.#next = undefined;
    this.#now = next;
    if (next.connection.connectionState !== 'connected') this.#lost();
    this.#tell();
    before?.connection.close();
    this.#parts.state(this.#recovery.state);
  }

  #drop(): void {
    const dropped = [this.#now, this.#next];
    this.#now = undefined;
    this.#next = undefined;
    this.#tell();
    for (const incoming of dropped) incoming?.connection.close();
  }

  /** Says what is new of who fills which slot. */
  #tell(): void {
    // until the change-over what plays goes on, whatever is said of the slots of the next one
    const [first] = this.#contents;
    if (this.#now && this.#next && first && this.#next.mids.has(first.slot)) return;
    const now = new Map<string, { personId: string; as: TrackKind; track: MediaStreamTrack }>();
    for (const { slot, from } of this.#contents) {
      const track = this.#now?.tracks.get(slot);
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
