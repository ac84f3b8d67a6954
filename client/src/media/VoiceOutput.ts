// How one person is heard: what comes in over one or two transports, made as loud as it should be, faded in and out, and measured.
import { tuning } from '@comptoir/shared/tuning';
import { crossfade, curveOf, fadeInGain } from './gains.ts';
import { Meter } from './Meter.ts';
import type { Sound } from './Sound.ts';

/** A change of transport is heard as nothing. */
const CROSS_S = 0.25;
/** Volume and distance follow gently. */
const FOLLOW_S = 0.08;
/** No click, and no syllable lost. */
const OPEN_S = 0.01;

interface Input {
  key: number;
  track: MediaStreamTrack;
  source: MediaStreamAudioSourceNode;
  gain: GainNode;
  /** The browser only decodes what an element plays; this one is mute. */
  puller: HTMLAudioElement;
  end(): void;
}

export class VoiceOutput {
  readonly #sound: Sound;
  readonly #mix: GainNode;
  readonly #volume: GainNode;
  readonly #fade: GainNode;
  readonly #meter: Meter;
  readonly #endUse: () => void;
  readonly #inputs = new Map<number, Input>();
  /** Key of the transport that is heard now. */
  #heard: number | undefined;
  #fadesInAtMs: number | undefined;
  #isLeaving = false;
  #isOpen = true;
  #wanted = 1;

  constructor(sound: Sound) {
    this.#sound = sound;
    this.#endUse = sound.use();
    const { context, output } = sound;
    this.#mix = context.createGain();
    this.#volume = context.createGain();
    this.#fade = context.createGain();
    this.#fade.gain.value = 0;
    this.#mix.connect(this.#volume).connect(this.#fade).connect(output);
    this.#meter = new Meter(context, this.#mix);
  }

  /** @param key of the transport: a later one is the greater, and takes over as soon as something comes through it */
  add(key: number, track: MediaStreamTrack): void {
    this.remove(key);
    const { context } = this.#sound;
    const stream = new MediaStream([track]);
    const puller = new Audio();
    puller.muted = true;
    puller.srcObject = stream;
    puller.play().catch(() => undefined);
    const source = context.createMediaStreamSource(stream);
    const gain = context.createGain();
    gain.gain.value = 0;
    source.connect(gain).connect(this.#mix);
    const delivers = (): void => this.#takeOver(key);
    const input: Input = {
      ...{ key, track, source, gain, puller },
      end() {
        track.removeEventListener('unmute', delivers);
        source.disconnect();
        gain.disconnect();
        puller.srcObject = null;
      },
    };
    this.#inputs.set(key, input);
    if (this.#heard === undefined || !track.muted) this.#takeOver(key);
    track.addEventListener('unmute', delivers);
  }

  remove(key: number): void {
    const input = this.#inputs.get(key);
    if (!input) return;
    this.#inputs.delete(key);
    input.end();
    if (this.#heard !== key) return;
    this.#heard = undefined;
    const last = [...this.#inputs.keys()].sort((a, b) => b - a)[0];
    if (last !== undefined) this.#takeOver(last);
  }

  /** Does something come through this transport? */
  delivers(key: number): boolean {
    const input = this.#inputs.get(key);
    return input !== undefined && !input.track.muted;
  }

  /** From then on (ms, performance.now) it rises from a murmur to full; once. */
  fadeIn(atMs: number): void {
    if (this.#fadesInAtMs !== undefined) return;
    this.#fadesInAtMs = atMs;
    const { context } = this.#sound;
    const at = context.currentTime + Math.max(0, atMs - performance.now()) / 1000;
    this.#fade.gain.setValueCurveAtTime(
      curveOf((share) => fadeInGain(share * tuning.fadeInMs)),
      at,
      tuning.fadeInMs / 1000,
    );
  }

  /** Fades out, then ends. */
  leave(): void {
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    const { gain } = this.#fade;
    const now = this.#sound.context.currentTime;
    const from = gain.value;
    gain.cancelScheduledValues(0);
    gain.setValueAtTime(from, now);
    gain.linearRampToValueAtTime(0, now + tuning.fadeOutMs / 1000);
    setTimeout(() => this.end(), tuning.fadeOutMs);
  }

  /** @param gain 0 to 1.5: their volume and their distance */
  setGain(gain: number): void {
    this.#wanted = gain;
    if (this.#isOpen) this.#volume.gain.setTargetAtTime(gain, this.#sound.context.currentTime, FOLLOW_S);
  }

  /** Closed, nothing of what comes in is heard. */
  setOpen(isOpen: boolean): void {
    if (this.#isOpen === isOpen) return;
    this.#isOpen = isOpen;
    this.#volume.gain.setTargetAtTime(isOpen ? this.#wanted : 0, this.#sound.context.currentTime, OPEN_S);
  }

  /** What reaches the ear of what comes in, now. */
  get gain(): number {
    return this.#heard === undefined ? 0 : this.#fade.gain.value * this.#volume.gain.value;
  }

  /** Loudness of what they say, before volume and distance. */
  get level(): number {
    return this.#meter.read()?.rms ?? 0;
  }

  end(): void {
    this.#isLeaving = true;
    for (const input of this.#inputs.values()) input.end();
    this.#inputs.clear();
    this.#meter.end();
    this.#fade.disconnect();
    this.#endUse();
  }

  #takeOver(key: number): void {
    const fresh = this.#inputs.get(key);
    if (!fresh || this.#heard === key || (this.#heard !== undefined && this.#heard > key)) return;
    const old = this.#heard === undefined ? undefined : this.#inputs.get(this.#heard);
    this.#heard = key;
    const now = this.#sound.context.currentTime;
    if (!old) {
      fresh.gain.gain.setTargetAtTime(1, now, 0.01);
      return;
    }
    const curve = (which: 'old' | 'fresh') => curveOf((share) => crossfade(share)[which]);
    for (const { gain } of [old, fresh]) gain.gain.cancelScheduledValues(0);
    old.gain.gain.setValueCurveAtTime(curve('old'), now, CROSS_S);
    fresh.gain.gain.setValueCurveAtTime(curve('fresh'), now, CROSS_S);
  }
}
