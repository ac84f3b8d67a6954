// One link of a mesh: simple-peer over a connection with a fixed place for each kind of track, so that nothing is negotiated twice.
import type { Quality, TrackKind } from '@comptoir/shared/protocol/talk';
import Peer from 'simple-peer/simplepeer.min.js';
import { askOpus } from './opus.ts';
import { audioBitrate, type VideoLimit, videoLimit } from './sendLimits.ts';

/** The order of the m-lines: who opens the link and who answers must agree. */
const PLACES: readonly { as: TrackKind; kind: 'audio' | 'video' }[] = [
  { as: 'microphone', kind: 'audio' },
  { as: 'camera', kind: 'video' },
  { as: 'screen', kind: 'video' },
  { as: 'screenAudio', kind: 'audio' },
];

/** bit/s of the audio lines: asked for in every description, so that a sender is limited only where it is to be less. */
const BITRATES = { microphone: audioBitrate('microphone', false), screenAudio: audioBitrate('screenAudio', false) };

export interface LinkSetup {
  initiator: boolean;
  iceServers: RTCIceServer[];
  discontinuous: boolean;
}

/** What a link is for, once it is for somebody. */
export interface LinkUse {
  lowData: boolean;
  tracks: Readonly<Partial<Record<TrackKind, MediaStreamTrack | undefined>>>;
  signal(data: unknown): void;
  track(as: TrackKind, track: MediaStreamTrack): void;
  state(state: 'connected' | 'disconnected' | 'ended'): void;
}

/** One candidate gathered ahead: who answers has its addresses before the offer comes. */
const connectionConfig = (iceServers: RTCIceServer[]): RTCConfiguration => ({
  ...{ iceServers, bundlePolicy: 'max-bundle', iceCandidatePoolSize: 1 },
});

/** What the other side shows of me, told over the link itself. */
export type Shown = Partial<Record<'camera' | 'screen', Quality | 'none'>>;

/** Begins to gather, and to offer, at once: for nobody in particular and without a track, until it is used. */
export class MeshLink {
  readonly #connection: RTCPeerConnection;
  readonly #link: Peer;
  readonly #senders = new Map<TrackKind, RTCRtpSender>();
  /** What each sender was last given: its own word on that is late, and what was muted meanwhile would stay. */
  readonly #given = new Map<TrackKind, MediaStreamTrack | null>();
  /** The limit each sender was last given, or that its description begins with. */
  readonly #limits = new Map<TrackKind, string>([
    ['microphone', JSON.stringify({ maxBitrate: BITRATES.microphone })],
    ['screenAudio', JSON.stringify({ maxBitrate: BITRATES.screenAudio })],
  ]);
  readonly #mids = new Map<string, TrackKind>();
  #use: LinkUse | undefined;
  /** Said before there was anybody to tell. */
  #signals: unknown[] = [];
  #tracks: LinkUse['tracks'] = {};
  #theyShow: Shown = {};
  #iShow: Shown | undefined;
  #lowData = false;
  #isOver = false;

  constructor(setup: LinkSetup) {
    const connection = new RTCPeerConnection(connectionConfig(setup.iceServers));
    this.#connection = connection;
    if (setup.initiator) {
      for (const { kind } of PLACES) connection.addTransceiver(kind, { direction: 'sendrecv' });
      this.#usePlaces();
    }
    // before simple-peer listens: the answer must already say that we send, too
    connection.addEventListener('track', ({ track, transceiver }) => {
      this.#usePlaces();
      const as = this.#mids.get(transceiver.mid ?? '');
      if (as) this.#use?.track(as, track);
    });
    connection.addEventListener('connectionstatechange', () => {
      const { connectionState } = connection;
      if (connectionState === 'connected') this.#use?.state('connected');
      if (connectionState === 'disconnected') this.#use?.state('disconnected');
    });
    this.#link = new Peer({
      initiator: setup.initiator,
      // never its own list of servers: it names third parties
      config: connectionConfig(setup.iceServers),
      wrtc: {
        RTCPeerConnection: function taken() {
          return connection;
        },
        RTCSessionDescription,
        RTCIceCandidate,
      },
      sdpTransform: (sdp) => askOpus(sdp, { ...setup, bitrates: Object.values(BITRATES) }),
    });
    this.#link.on('signal', (data) => {
      if (this.#use) this.#use.signal(data);
      else this.#signals.push(data);
    });
    this.#link.on('connect', () => {
      this.#tellShown();
      for (const [as, sender] of this.#senders) void this.#limit(as, sender);
    });
    this.#link.on('data', (data) => this.#learnShown(data.toString()));
    // an error is always followed by close
    this.#link.on('error', () => undefined);
    this.#link.on('close', () => {
      if (!this.#isOver) this.#use?.state('ended');
    });
  }

  get isOver(): boolean {
    return this.#link.destroyed;
  }

  /** It is for somebody now; once. */
  begin(use: LinkUse): void {
    this.#use = use;
    this.#lowData = use.lowData;
    this.send(use.tracks);
    for (const data of this.#signals) use.signal(data);
    this.#signals = [];
  }

  take(data: unknown): void {
    if (!this.#link.destroyed) this.#link.signal(data);
  }

  send(tracks: LinkUse['tracks']): void {
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
      () => (track ? this.#limit(as, sender) : undefined),
      // tried again with the next change
      () => this.#given.delete(as),
    );
  }

  /** Asking a sender for its parameters holds the page up: only for what is sent, and only when it changes. */
  async #limit(as: TrackKind, sender: RTCRtpSender): Promise<void> {
    if (this.#isOver || !this.#given.get(as)) return;
    const limit = this.#limitOf(as);
    const text = JSON.stringify(limit);
    if (this.#limits.get(as) === text) return;
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings;
    // not negotiated yet: asked again when it is connected
    if (!encoding) return;
    this.#limits.set(as, text);
    await sender.setParameters({ ...parameters, encodings: [{ ...encoding, ...limit }] }).catch(() => this.#limits.delete(as));
  }

  #limitOf(as: TrackKind): Partial<VideoLimit> {
    if (as === 'camera' || as === 'screen') return videoLimit(as, this.#theyShow[as] ?? defaultShown(as), this.#lowData);
    return { maxBitrate: audioBitrate(as, this.#lowData) };
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
/** Until they tell: a tile. */
const defaultShown = (as: 'camera' | 'screen'): Quality => (as === 'camera' ? 'low' : 'high');
