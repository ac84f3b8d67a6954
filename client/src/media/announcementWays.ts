// An announcement on the media server, beside the call of my conversation: who listens only receives, who speaks only sends.
import type { ClientMediaSignal, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import type { LinkState } from './CallModel.ts';
import { SfuPublisher } from './SfuPublisher.ts';
import { SfuReceiver } from './SfuReceiver.ts';
import type { Sound } from './Sound.ts';
import { VoiceOutput } from './VoiceOutput.ts';

export interface WayParts {
  iceServers: RTCIceServer[];
  send(signal: ClientMediaSignal): void;
}

export class HeardAnnouncement {
  readonly #receiver: SfuReceiver;
  readonly #voice: VoiceOutput;
  readonly #epoch: number;

  constructor({ epoch, sound, iceServers, send }: WayParts & { epoch: number; sound: Sound }) {
    this.#epoch = epoch;
    this.#voice = new VoiceOutput(sound);
    // long over before there is anything to hear; whoever comes in the middle is not startled
    this.#voice.fadeIn(performance.now());
    this.#receiver = new SfuReceiver({
      ...{ iceServers, send },
      track: (_personId, as, track) => as === 'microphone' && this.#voice.add(epoch, track),
      trackGone: (_personId, as) => as === 'microphone' && this.#voice.remove(epoch),
      state: () => undefined,
    });
  }

  receive(signal: ServerMediaSignal): void {
    if (signal.kind === 'offer') void this.#receiver.offered(signal);
    else if (signal.kind === 'slots') this.#receiver.filled(signal.slots);
    else if (signal.kind === 'closed' && signal.what === 'subscribe') this.#receiver.closed();
  }

  get link(): LinkState {
    return this.#receiver.state;
  }

  get delivers(): boolean {
    return this.#voice.delivers(this.#epoch);
  }

  setGain(gain: number): void {
    this.#voice.setGain(gain);
  }

  /** A few times a second. */
  look(): void {
    this.#receiver.look();
  }

  end(): void {
    this.#voice.leave();
    this.#receiver.close();
  }
}

export class SpokenAnnouncement {
  readonly #publisher: SfuPublisher;
  /** Of my microphone: it may be silent here while my conversation hears me, and the other way round. */
  #track: MediaStreamTrack | undefined;
  #isOpen = false;

  constructor({ iceServers, send, discontinuous, lowData }: WayParts & { discontinuous: boolean; lowData: boolean }) {
    this.#publisher = new SfuPublisher({ as: 'microphone', iceServers, send, discontinuous, lowData });
  }

  receive(signal: ServerMediaSignal): void {
    if (signal.kind === 'published') void this.#publisher.published(signal.sdp);
    else if (signal.kind === 'closed' && signal.what === 'microphone') this.#publisher.closed();
  }

  get link(): LinkState {
    return this.#publisher.state;
  }

  /** From now on this one. */
  carry(microphone: MediaStreamTrack | undefined): void {
    const before = this.#track;
    this.#track = microphone?.clone();
    if (this.#track) this.#track.enabled = this.#isOpen;
    this.#publisher.send(this.#track);
    before?.stop();
  }

  /** Shut, the connection is made and silence is sent. */
  setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (this.#track) this.#track.enabled = isOpen;
  }

  /** A few times a second. */
  look(): void {
    this.#publisher.look();
  }

  end(): void {
    this.#publisher.close();
    this.#track?.stop();
    this.#track = undefined;
  }
}
