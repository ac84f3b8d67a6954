// One link of a mesh: simple-peer over a connection with a fixed place for each kind of track, so that nothing is negotiated twice.
import type { Quality, TrackKind } from '@comptoir/shared/protocol/talk';
import Peer from 'simple-peer/simplepeer.min.js';
import { askOpus } from './opus.ts';
import { audioBitrate, videoLimit } from './sendLimits.ts';

/** The order of the m-lines: who opens the link and who answers must agree. */
const PLACES: readonly { as: TrackKind; kind: 'audio' | 'video' }[] = [
  { as: 'microphone', kind: 'audio' },
  { as: 'camera', kind: 'video' },
  { as: 'screen', kind: 'video' },
  { as: 'screenAudio', kind: 'audio' },
];

export interface MeshLinkParts {
  initiator: boolean;
  iceServers: RTCIceServer[];
  /** Gathered before there was anybody to tell: taken over if given. */
  prepared?: RTCPeerConnection | undefined;
  discontinuous: boolean;
  lowData: boolean;
  tracks: Readonly<Partial<Record<TrackKind, MediaStreamTrack | undefined>>>;
  signal(data: unknown): void;
  track(as: TrackKind, track: MediaStreamTrack): void;
  state(state: 'connected' | 'disconnected' | 'ended'): void;
}

export const connectionConfig = (iceServers: RTCIceServer[]): RTCConfiguration => ({ iceServers, bundlePolicy: 'max-bundle' });

/** What the other side shows of me, told over the link itself. */
export type Shown = Partial<Record<'camera' | 'screen', Quality | 'none'>>;

export class MeshLink {
  readonly #connection: RTCPeerConnection;
  readonly #link: Peer;
  readonly #senders = new Map<TrackKind, RTCRtpSender>();
  /** What each sender was last given: its own word on that is late, and what was muted meanwhile would stay. */
  readonly #given = new Map<TrackKind, MediaStreamTrack | null>();
  readonly #mids = new Map<string, TrackKind>();
  #tracks: MeshLinkParts['tracks'];
  #theyShow: Shown = {};
  #iShow: Shown | undefined;
  #lowData: boolean;
  #isOver = false;

  constructor(parts: MeshLinkParts) {
    this.#tracks = parts.tracks;
    this.#lowData = parts.lowData;
    const connection = parts.prepared ?? new RTCPeerConnection(connectionConfig(parts.iceServers));
    this.#connection = connection;
    if (parts.initiator) for (const { kind } of PLACES) connection.addTransceiver(kind, { direction: 'sendrecv' });
    if (parts.initiator) this.#usePlaces();
    // before simple-peer listens: the answer must already say that we send, too
    connection.addEventListener('track', ({ track, transceiver }) => {
      this.#usePlaces();
      const as = this.#mids.get(transceiver.mid ?? '');
      if (as) parts.track(as, track);
    });
    connection.addEventListener('connectionstatechange', () => {
      const { connectionState } = connection;
      if (connectionState === 'connected') parts.state('connected');
      if (connectionState === 'disconnected') parts.state('disconnected');
    });
    this.#link = new Peer({
      initiator: parts.initiator,
      // never its own list of servers: it names third parties
      config: connectionConfig(parts.iceServers),
      wrtc: {
        RTCPeerConnection: function taken() {
          return connection;
        },
        RTCSessionDescription,
        RTCIceCandidate,
      },
      sdpTransform: (sdp) => askOpus(sdp, parts),
    });
    this.#link.on('signal', (data) => parts.signal(data));
    this.#link.on('connect', () => this.#tellShown());
    this.#link.on('data', (data) => this.#learnShown(data.toString()));
    // an error is always followed by close
    this.#link.on('error', () => undefined);
    this.#link.on('close', () => {
      if (!this.#isOver) parts.state('ended');
    });
  }

  take(data: unknown): void {
    if (!this.#link.destroyed) this.#link.signal(data);
  }

  send(tracks: MeshLinkParts['tracks']): void {
    this.#tracks = tracks;
    for (const [as, sender] of this.#senders) this.#fill(as, sender);
  }

  setLowData(on: boolean): void {
    this.#lowData = on;
    for (const [as, sender] of this.#senders) void this.#limit(as, sender);
  }

  /** Tells the other side how large I show them. */
  show(shown: Shown): void {
    this.#iShow = shown;
    this.#tellShown();
  }

  /** Looks for another way; only who opened the link can. */
  restart(): void {
    if (this.#link.destroyed) return;
    this.#connection.restartIce();
    this.#link.negotiate();
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  kindOf(mid: string | undefined): TrackKind | undefined {
    return this.#mids.get(mid ?? '');
  }

  end(): void {
    this.#isOver = true;
    this.#link.destroy();
  }

  /** The places of the link, in the order of its lines. */
  #usePlaces(): void {
    this.#connection.getTransceivers().forEach((transceiver, i) => {
      const place = PLACES[i];
      if (!place) return;
      if (transceiver.mid !== null) this.#mids.set(transceiver.mid, place.as);
      if (this.#senders.has(place.as)) return;
      transceiver.direction = 'sendrecv';
      this.#senders.set(place.as, transceiver.sender);
      this.#fill(place.as, transceiver.sender);
    });
  }

  #fill(as: TrackKind, sender: RTCRtpSender): void {
    const track = this.#tracks[as] ?? null;
    if ((this.#given.get(as) ?? null) === track) return;
    this.#given.set(as, track);
    sender.replaceTrack(track).then(
      () => this.#limit(as, sender),
      // tried again with the next change
      () => this.#given.delete(as),
    );
  }

  async #limit(as: TrackKind, sender: RTCRtpSender): Promise<void> {
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings;
    // not negotiated yet: asked again when it is connected
    if (!encoding || this.#isOver) return;
    if (as === 'camera' || as === 'screen') Object.assign(encoding, videoLimit(as, this.#theyShow[as] ?? defaultShown(as), this.#lowData));
    else encoding.maxBitrate = audioBitrate(as, this.#lowData);
    await sender.setParameters(parameters).catch(() => undefined);
  }

  #tellShown(): void {
    if (this.#iShow && this.#link.connected) this.#link.send(JSON.stringify(this.#iShow));
  }

  #learnShown(text: string): void {
    try {
      const { camera, screen } = JSON.parse(text) as Shown;
      this.#theyShow = { ...(isShown(camera) ? { camera } : {}), ...(isShown(screen) ? { screen } : {}) };
    } catch {
      return;
    }
    for (const [as, sender] of this.#senders) void this.#limit(as, sender);
  }
}

const isShown = (value: unknown): value is Quality | 'none' =>
  value === 'low' || value === 'medium' || value === 'high' || value === 'none';
const defaultShown = (as: 'camera' | 'screen'): Quality => (as === 'camera' ? 'medium' : 'high');
