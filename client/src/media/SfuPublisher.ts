// One kind of track on its way to the media server: a connection of its own, kept while I am in the call, empty while I am muted.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import type { LinkState } from './CallModel.ts';
import { beginning, connected, lost, nextRemedy, progressed, type Recovery } from './linkRecovery.ts';
import { askOpus } from './opus.ts';
import { gathered } from './sdpExchange.ts';
import { audioBitrate, SIMULCAST, videoLimit } from './sendLimits.ts';

export interface PublisherParts {
  as: TrackKind;
  iceServers: RTCIceServer[];
  discontinuous: boolean;
  lowData: boolean;
  send(signal: { kind: 'publish'; as: TrackKind; sdp: string } | { kind: 'unpublish'; as: TrackKind }): void;
}

export class SfuPublisher {
  readonly #parts: PublisherParts;
  #connection: RTCPeerConnection | undefined;
  #sender: RTCRtpSender | undefined;
  #track: MediaStreamTrack | undefined;
  #lowData: boolean;
  #recovery: Recovery = beginning(performance.now());

  constructor(parts: PublisherParts) {
    this.#parts = parts;
    this.#lowData = parts.lowData;
  }

  get state(): LinkState {
    return this.#recovery.state;
  }

  /** undefined: nothing is sent, the connection waits. */
  send(track: MediaStreamTrack | undefined): void {
    this.#track = track;
    if (this.#sender) void this.#sender.replaceTrack(track ?? null).catch(() => undefined);
    else if (track) void this.#open();
  }

  setLowData(on: boolean): void {
    this.#lowData = on;
    void this.#limit();
  }

  async published(sdp: string): Promise<void> {
    const connection = this.#connection;
    // an answer to an offer that is no more
    if (connection?.signalingState !== 'have-local-offer') return;
    this.#recovery = progressed(this.#recovery, performance.now());
    try {
      await connection.setRemoteDescription({ type: 'answer', sdp: askOpus(sdp, this.#parts) });
      await this.#limit();
    } catch (error) {
      console.warn('The media server does not take what is sent.', error);
    }
  }

  /** The server closed it: again at once if it had been well, else in a while, lest the two ask and refuse as fast as they can. */
  closed(): void {
    const wasWell = this.#recovery.state === 'connected';
    this.#drop();
    this.#recovery = lost(this.#recovery, performance.now());
    if (this.#track && wasWell) void this.#open();
  }

  /** A few times a second. */
  look(): void {
    if (!this.#track) return;
    const { recovery, remedy } = nextRemedy(this.#recovery, performance.now());
    this.#recovery = recovery;
    if (remedy === 'rebuild') void this.#open();
  }

  close(): void {
    this.#drop();
    this.#track = undefined;
  }

  async #open(): Promise<void> {
    this.#drop();
    const { as, iceServers, send } = this.#parts;
    const track = this.#track;
    if (!track) return;
    const connection = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' });
    this.#connection = connection;
    if (this.#recovery.sinceMs === undefined) this.#recovery = beginning(performance.now());
    connection.addEventListener('connectionstatechange', () => {
      if (this.#connection !== connection) return;
      const { connectionState } = connection;
      if (connectionState === 'connected') this.#recovery = connected(this.#recovery);
      else if (connectionState === 'disconnected' || connectionState === 'failed') this.#recovery = lost(this.#recovery, performance.now());
    });
    connection.addEventListener('iceconnectionstatechange', () => {
      if (this.#connection === connection) this.#recovery = progressed(this.#recovery, performance.now());
    });
    // sendrecv: otherwise the server could not ask for what was lost
    const transceiver = connection.addTransceiver(track, {
      direction: 'sendrecv',
      ...(as === 'camera' ? { sendEncodings: SIMULCAST.map((layer) => ({ ...layer })) } : {}),
    });
    this.#sender = transceiver.sender;
    if (track.kind === 'video') preferVp8(transceiver);
    try {
      await connection.setLocalDescription(await connection.createOffer());
      const sdp = await gathered(connection);
      if (this.#connection !== connection) return;
      this.#recovery = progressed(this.#recovery, performance.now());
      send({ kind: 'publish', as, sdp });
    } catch (error) {
      if (this.#connection === connection) console.warn('What I send cannot be offered.', error);
    }
  }

  #drop(): void {
    this.#connection?.close();
    this.#connection = undefined;
    this.#sender = undefined;
  }

  async #limit(): Promise<void> {
    const { as } = this.#parts;
    const sender = this.#sender;
    if (!sender) return;
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings)
      if (as === 'camera') encoding.active = !this.#lowData || encoding.rid === 'l';
      else if (as === 'screen') Object.assign(encoding, videoLimit('screen', 'high', this.#lowData));
      else encoding.maxBitrate = audioBitrate(as, this.#lowData);
    await sender.setParameters(parameters).catch(() => undefined);
  }
}

/** One codec for the whole call: whoever receives may be given any layer of anybody. */
function preferVp8(transceiver: RTCRtpTransceiver): void {
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
  const wanted = codecs.filter(({ mimeType }) => /\/(?:vp8|rtx)$/i.test(mimeType));
  if (wanted.length > 0) transceiver.setCodecPreferences(wanted);
}
