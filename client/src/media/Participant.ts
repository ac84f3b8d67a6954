// Somebody else in my call: how they are linked, heard and seen, whichever transports carry them at the moment.
import type { ConversationMember, Quality, TrackKind } from '@comptoir/shared/protocol/talk';
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals-core';
import type { LinkState, ParticipantModel } from './CallModel.ts';
import type { Sound } from './Sound.ts';
import { VoiceOutput } from './VoiceOutput.ts';

type Picture = 'camera' | 'screen';
type Sent = Pick<ConversationMember, 'microphone' | 'camera' | 'screen'>;

export interface ParticipantParts {
  sound: Sound;
  lowData: ReadonlySignal<boolean>;
  /** How loud they are to be in this visit, and what remembers it. */
  volume: Signal<number>;
  shown(): void;
  retry(): void;
}

export class Participant implements ParticipantModel {
  readonly personId: string;
  readonly link: ReadonlySignal<LinkState>;
  readonly audio: ReadonlySignal<boolean>;
  readonly camera: ReadonlySignal<MediaStream | undefined>;
  readonly screen: ReadonlySignal<MediaStream | undefined>;
  readonly volume: ReadonlySignal<number>;
  readonly facts = { gain: 0, framesDecoded: 0, audioPackets: 0 };
  readonly voice: VoiceOutput;
  /** What the server says that they send. */
  readonly sent: Signal<Sent>;
  /** A screen's own sound, beside the voice; undefined until there was one. */
  #screenSound: VoiceOutput | undefined;
  /** Transport key -> ends listening to its track. */
  readonly #screenTracks = new Map<number, () => void>();
  readonly #isSharing = computed(() => this.sent.value.screen);
  readonly #parts: ParticipantParts;
  /** Transport key -> its state. */
  readonly #links = signal<ReadonlyMap<number, LinkState>>(new Map());
  readonly #pictures: Record<Picture, Signal<ReadonlyMap<number, MediaStreamTrack>>> = {
    camera: signal(new Map()),
    screen: signal(new Map()),
  };
  readonly #shown: Record<Picture, Quality | 'none'> = { camera: 'low', screen: 'high' };
  /** The page has said how large it shows them, if at all. */
  readonly #saidToBeShown: Record<Picture, boolean> = { camera: false, screen: false };

  constructor(personId: string, sent: Sent, parts: ParticipantParts) {
    this.personId = personId;
    this.#parts = parts;
    this.sent = signal(sent);
    this.voice = new VoiceOutput(parts.sound);
    this.voice.setOpen(sent.microphone);
    this.volume = parts.volume;
    // the best of them: while a call moves, one of two is enough
    this.link = computed(() => {
      const states = new Set(this.#links.value.values());
      return (['connected', 'reconnecting', 'connecting', 'failed'] as const).find((state) => states.has(state)) ?? 'connecting';
    });
    this.audio = computed(() => this.sent.value.microphone && this.link.value === 'connected');
    this.camera = this.#stream('camera');
    this.screen = this.#stream('screen');
  }

  setVolume(volume: number): void {
    this.#parts.volume.value = Math.min(1.5, Math.max(0, volume));
  }

  show(as: Picture, quality: Quality | 'none'): void {
    if (this.#shown[as] === quality && this.#saidToBeShown[as]) return;
    this.#saidToBeShown[as] = true;
    this.#shown[as] = quality;
    this.#parts.shown();
  }

  retry(): void {
    this.#parts.retry();
  }

  /** What I want of them now; 'none' when it is not sent, not shown, or costs too much. */
  wanted(as: Picture): Quality | 'none' {
    if (!this.sent.peek()[as]) return 'none';
    const quality = this.#shown[as];
    if (quality === 'none' || !this.#parts.lowData.peek()) return quality;
    return as === 'camera' ? 'none' : 'low';
  }

  /** The same, before anybody shows it: undefined. */
  shownSize(as: Picture): Quality | 'none' | undefined {
    return this.#saidToBeShown[as] ? this.wanted(as) : undefined;
  }

  sends(as: Picture): boolean {
    return this.sent.peek()[as];
  }

  setLink(key: number, state: LinkState | undefined): void {
    const links = new Map(this.#links.peek());
    if (state === undefined) links.delete(key);
    else links.set(key, state);
    this.#links.value = links;
  }

  addTrack(key: number, as: TrackKind, track: MediaStreamTrack): void {
    if (as === 'microphone') return this.voice.add(key, track);
    if (as === 'screenAudio') return this.#addScreenSound(key, track);
    this.#setPicture(as, key, track);
    // a picture that begins to come may be better than the one that is shown
    track.addEventListener('unmute', () => this.#pictures[as].peek().get(key) === track && this.#setPicture(as, key, track));
  }

  removeTrack(key: number, as: TrackKind): void {
    if (as === 'microphone') this.voice.remove(key);
    else if (as === 'screenAudio') this.#removeScreenSound(key);
    else this.#setPicture(as, key, undefined);
  }

  /** All that came over one transport. */
  forget(key: number): void {
    this.setLink(key, undefined);
    for (const as of ['microphone', 'screenAudio', 'camera', 'screen'] as const) this.removeTrack(key, as);
  }

  isLinked(key: number): boolean {
    return this.#links.peek().get(key) === 'connected';
  }

  /** Voice, or picture where there is no voice, has arrived over this transport. */
  delivers(key: number): boolean {
    if (!this.isLinked(key)) return false;
    return !this.sent.peek().microphone || this.voice.delivers(key);
  }

  /** K22: what they do not say they send is not played, also when it comes, from a browser that was made to. */
  hear(sent: Sent): void {
    this.sent.value = sent;
    this.voice.setOpen(sent.microphone);
  }

  setGain(gain: number): void {
    this.voice.setGain(gain * this.volume.peek());
    this.#screenSound?.setGain(this.sent.peek().screen ? gain * this.volume.peek() : 0);
    this.facts.gain = this.sent.peek().microphone ? this.voice.gain : 0;
  }

  leave(): void {
    this.voice.leave();
    this.#screenSound?.leave();
  }

  /** A link has a place for it from the start; what it takes to hear it is made while a screen is shared. */
  #addScreenSound(key: number, track: MediaStreamTrack): void {
    this.#removeScreenSound(key);
    const listen = (): void => {
      this.#screenSound ??= new VoiceOutput(this.#parts.sound);
      this.#screenSound.add(key, track);
      this.#screenSound.fadeIn(performance.now());
    };
    const end = effect(() => {
      if (!this.#isSharing.value) return;
      untracked(listen);
      return () => this.#screenSound?.remove(key);
    });
    this.#screenTracks.set(key, end);
  }

  #removeScreenSound(key: number): void {
    this.#screenTracks.get(key)?.();
    this.#screenTracks.delete(key);
  }

  #setPicture(as: Picture, key: number, track: MediaStreamTrack | undefined): void {
    const pictures = new Map(this.#pictures[as].peek());
    if (track) pictures.set(key, track);
    else pictures.delete(key);
    this.#pictures[as].value = pictures;
  }

  /** The latest transport that brings a picture. */
  #stream(as: Picture): ReadonlySignal<MediaStream | undefined> {
    const track = computed(() => {
      if (!this.sent.value[as]) return undefined;
      const latest = [...this.#pictures[as].value].sort(([a], [b]) => b - a).map(([, candidate]) => candidate);
      return latest.find(({ muted }) => !muted) ?? latest[0];
    });
    return computed(() => track.value && new MediaStream([track.value]));
  }
}
