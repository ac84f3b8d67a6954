// Microphone, camera and speakers of this browser: asked for after a click only, closed when nobody needs them, changed without a reload.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Preferences } from '../lib/preferences.ts';
import type { Scope } from '../lib/Scope.ts';
import type { DeviceChoice, DeviceModel } from './CallModel.ts';
import { CameraPicture } from './CameraPicture.ts';
import { Capture } from './Capture.ts';
import { choicesOf, NO_SILENCE, nextSilence } from './deviceRules.ts';
import { type Loudness, Meter } from './Meter.ts';
import { Sound } from './Sound.ts';
import { shownLevel } from './speaking.ts';
import { recordAndPlay, type Trial } from './tryMicrophone.ts';

const LOOK_MS = 50;
/** A test nobody looks at any more closes the microphone. */
const TEST_IDLE_MS = 3000;
/** What the camera is asked for: three simulcast layers need 720 lines. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };

const cleaning = (on: boolean) => ({ echoCancellation: on, noiseSuppression: on, autoGainControl: on });

const NO_CHOICES: readonly DeviceChoice[] = [];

export class Devices implements DeviceModel {
  readonly permission: Signal<'unasked' | 'asking' | 'granted' | 'refused'> = signal('unasked');
  readonly microphones = signal(NO_CHOICES);
  readonly cameras = signal(NO_CHOICES);
  readonly speakers = signal(NO_CHOICES);
  readonly chosen;
  readonly microphoneProblem;
  readonly cameraProblem;
  readonly preview;
  readonly isSilent = signal(false);
  readonly blur: ReadonlySignal<boolean>;
  readonly blurState;
  readonly trial: Signal<Trial> = signal('idle');

  readonly microphone: Capture;
  readonly camera: Capture;
  /** The camera as it is sent: blurred, say. */
  readonly picture: CameraPicture;
  readonly sound: Sound;
  /** What the microphone hears now; undefined while it is closed. */
  heard: Loudness | undefined;

  readonly #media: MediaDevices | undefined;
  readonly #preferences: Preferences;
  readonly #scope: Scope;
  #lookedAtMs = 0;

  constructor(scope: Scope, preferences: Preferences) {
    const media = globalThis.isSecureContext ? navigator.mediaDevices : undefined;
    this.#media = media;
    this.#preferences = preferences;
    this.#scope = scope;
    this.sound = new Sound(scope, preferences.values.peek().isSilent);
    const { values } = preferences;
    const opened = (): void => void this.#readDevices();
    this.microphone = new Capture({
      ...{ kind: 'microphone', media, opened },
      chosen: () => values.peek().microphoneId,
      available: () => this.microphones.peek(),
      constraints: (id) => ({
        audio: {
          ...(id === undefined ? {} : { deviceId: { exact: id } }),
          ...cleaning(!values.peek().rawSound),
          channelCount: 1,
        },
      }),
    });
    this.camera = new Capture({
      ...{ kind: 'camera', media, opened },
      chosen: () => values.peek().cameraId,
      available: () => this.cameras.peek(),
      constraints: (id) => ({ video: { ...(id === undefined ? {} : { deviceId: { exact: id } }), ...PICTURE } }),
    });
    this.picture = new CameraPicture(
      scope,
      this.camera.track,
      computed(() => values.value.blur),
    );
    this.blur = computed(() => values.value.blur);
    this.blurState = this.picture.blurState;
    this.microphoneProblem = this.microphone.problem;
    this.cameraProblem = this.camera.problem;
    this.chosen = computed(() => ({
      microphone: this.microphone.track.value?.getSettings().deviceId ?? values.value.microphoneId,
      camera: this.camera.track.value?.getSettings().deviceId ?? values.value.cameraId,
      speaker: values.value.speakerId,
    }));
    this.preview = computed(() => this.picture.track.value && new MediaStream([this.picture.track.value]));
    void this.sound.chooseSpeaker(values.peek().speakerId);
    scope.onEnd(() => {
      this.microphone.end();
      this.camera.end();
    });
    this.#watch(scope);
  }

  /** A camera or microphone can be had at all. */
  get canCapture(): boolean {
    return this.#media !== undefined;
  }

  level(): number {
    this.#lookedAtMs = performance.now();
    return shownLevel(this.heard?.rms ?? 0);
  }

  async askMicrophone(): Promise<boolean> {
    this.#lookedAtMs = performance.now();
    if (this.permission.peek() !== 'granted') this.permission.value = 'asking';
    const isOpen = await this.microphone.hold('test');
    this.#lookedAtMs = performance.now();
    this.#learnPermission(isOpen);
    return isOpen;
  }

  /** Opens it for a call, an announcement, or Echo. */
  async openMicrophone(holder: 'call' | 'announcement' | 'echo' = 'call'): Promise<boolean> {
    const isOpen = await this.microphone.hold(holder);
    this.#learnPermission(isOpen);
    return isOpen;
  }

  async openCamera(): Promise<boolean> {
    return this.camera.hold('preview');
  }

  closeCamera(): void {
    this.camera.release('preview');
  }

  /** What the entrance opened for a test ends there. */
  endTests(): void {
    this.microphone.release('test');
    this.camera.release('preview');
  }

  async choose(kind: 'microphone' | 'camera' | 'speaker', id: string): Promise<void> {
    if (kind === 'speaker') {
      this.#preferences.set({ speakerId: id });
      return this.sound.chooseSpeaker(id);
    }
    this.#preferences.set(kind === 'microphone' ? { microphoneId: id } : { cameraId: id });
    const capture = kind === 'microphone' ? this.microphone : this.camera;
    capture.problem.value = undefined;
    if (capture.track.peek()) await capture.reopen();
  }

  setBlur(on: boolean): void {
    this.#preferences.set({ blur: on });
  }

  async tryMicrophone(): Promise<void> {
    if (this.trial.peek() === 'recording' || this.trial.peek() === 'playing') return;
    if (!(await this.askMicrophone())) return;
    const track = this.microphone.track.peek();
    if (track) await recordAndPlay(track, this.sound, this.trial);
    this.#lookedAtMs = performance.now();
  }

  #learnPermission(isOpen: boolean): void {
    const problem = this.microphone.problem.peek();
    if (isOpen) this.permission.value = 'granted';
    else this.permission.value = problem === 'denied' ? 'refused' : 'unasked';
  }

  #watch(scope: Scope): void {
    const media = this.#media;
    if (!media) {
      this.microphone.problem.value = 'insecure';
      this.camera.problem.value = 'insecure';
      return;
    }
    scope.listen(media, 'devicechange', () => {
      void this.#readDevices().then(() => {
        this.microphone.devicesChanged();
        this.camera.devicesChanged();
        void this.sound.chooseSpeaker(this.#preferences.values.peek().speakerId);
      });
    });
    void this.#readDevices();
    void this.#readPermission();
    // the meter runs while the microphone is open, whoever holds it
    scope.onEnd(
      effect(() => {
        const track = this.microphone.track.value;
        return track ? this.#listenTo(track) : undefined;
      }),
    );
    scope.every(1000, () => {
      const isLookedAt = performance.now() - this.#lookedAtMs < TEST_IDLE_MS || document.visibilityState === 'hidden';
      const isBusy = this.trial.peek() === 'recording' || this.trial.peek() === 'playing';
      if (!isLookedAt && !isBusy && this.microphone.isHeldBy('test')) this.microphone.release('test');
    });
  }

  #listenTo(track: MediaStreamTrack): () => void {
    const endUse = this.sound.use();
    const meter = new Meter(this.sound.context, track);
    let silence = NO_SILENCE;
    const looking = setInterval(() => {
      this.heard = meter.read();
      if (!this.heard) return;
      silence = nextSilence(silence, track.muted ? 0 : this.heard.peak, performance.now());
      this.isSilent.value = silence.isSilent;
    }, LOOK_MS);
    return () => {
      clearInterval(looking);
      meter.end();
      endUse();
      this.heard = undefined;
      this.isSilent.value = false;
    };
  }

  async #readDevices(): Promise<void> {
    try {
      const devices = (await this.#media?.enumerateDevices()) ?? [];
      if (this.#scope.ended) return;
      this.microphones.value = choicesOf(devices, 'audioinput');
      this.cameras.value = choicesOf(devices, 'videoinput');
      this.speakers.value = Sound.maySetSpeaker ? choicesOf(devices, 'audiooutput') : NO_CHOICES;
    } catch {
      // some browsers refuse the list before a device was allowed
    }
  }

  /** Granted on an earlier visit: no need to ask again. */
  async #readPermission(): Promise<void> {
    try {
      const status = await navigator.permissions.query({ name: 'microphone' as PermissionName });
      if (this.permission.peek() !== 'unasked') return;
      if (status.state === 'granted') this.permission.value = 'granted';
      if (status.state === 'denied') this.permission.value = 'refused';
    } catch {
      // not every browser answers this question
    }
  }
}
