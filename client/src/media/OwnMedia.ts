// What I want to send and what is sent now: opens devices when somebody hears me, closes them when nobody does.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Preferences } from '../lib/preferences.ts';
import type { Scope } from '../lib/Scope.ts';
import type { CallFacts } from './CallFacts.ts';
import type { Devices } from './Devices.ts';
import { OwnScreen } from './OwnScreen.ts';
import { type Sending, sendingNow } from './ownSending.ts';
import { nextVoice, SILENT_VOICE } from './speaking.ts';

const LISTEN_MS = 50;
/** "Your microphone is off" stays readable for so long. */
const SAID_MS = 3000;

export class OwnMedia {
  readonly sending: ReadonlySignal<Sending>;
  /** The tracks that leave now; undefined: nothing of that kind. */
  readonly outgoing: ReadonlySignal<Readonly<Record<TrackKind, MediaStreamTrack | undefined>>>;
  readonly screen = new OwnScreen();
  readonly isPushing: Signal<boolean> = signal(false);
  readonly isSpeakingMuted: Signal<boolean> = signal(false);
  /** The tab is hidden. */
  readonly isHidden: Signal<boolean> = signal(document.visibilityState === 'hidden');

  readonly #devices: Devices;
  readonly #preferences: Preferences;
  readonly #facts: CallFacts;
  readonly #wantsMicrophone: Signal<boolean>;
  readonly #wantsCamera: Signal<boolean> = signal(false);
  readonly #isLongHidden: Signal<boolean> = signal(false);

  constructor(scope: Scope, devices: Devices, preferences: Preferences, facts: CallFacts) {
    this.#devices = devices;
    this.#preferences = preferences;
    this.#facts = facts;
    this.#wantsMicrophone = signal(preferences.values.peek().isMicrophoneReady && devices.canCapture);
    const { microphone, picture } = devices;
    this.sending = computed(() =>
      sendingNow({
        wants: {
          microphone: this.#wantsMicrophone.value,
          camera: this.#wantsCamera.value,
          screen: this.screen.stream.value !== undefined,
        },
        has: { microphone: microphone.track.value !== undefined, camera: picture.track.value !== undefined },
        isPushing: this.isPushing.value,
        maySpeak: facts.maySpeak.value,
        mayShow: facts.mayShow.value,
        isOnStage: facts.isOnStage.value,
        hearers: facts.hearers.value,
        hiddenMs: this.#isLongHidden.value ? tuning.cameraHiddenMs : this.isHidden.value ? 0 : undefined,
        isHeldShut: facts.isHeldShut.value,
        isAnnouncing: facts.isAnnouncing.value,
        isAnnouncementShut: facts.isAnnouncementShut.value,
      }),
    );
    const sends = computed(() => this.sending.value.sends);
    const track = (wanted: boolean, given: MediaStreamTrack | undefined) => (wanted ? given : undefined);
    this.outgoing = computed(() => ({
      microphone: track(sends.value.microphone, microphone.track.value),
      camera: track(sends.value.camera, picture.track.value),
      screen: track(sends.value.screen, this.screen.stream.value?.getVideoTracks()[0]),
      screenAudio: track(sends.value.screen, this.screen.stream.value?.getAudioTracks()[0]),
    }));
    this.#followHiding(scope);
    this.#holdDevices(scope);
    scope.every(LISTEN_MS, this.#watchMuted());
  }

  /** Or seen: there is something of me to hold shut. */
  get wantsToBeHeard(): boolean {
    return this.#wantsMicrophone.peek() || this.#wantsCamera.peek();
  }

  toggleMicrophone(): void {
    if (this.#facts.isAnnouncing.peek()) {
      this.#facts.isAnnouncementShut.value = !this.#facts.isAnnouncementShut.peek();
      return;
    }
    this.#facts.isHeldShut.value = false;
    const on = !this.#wantsMicrophone.peek();
    this.#setMicrophone(on);
    // the browser's own question comes with the click, not with the first conversation
    if (on && this.#devices.permission.peek() !== 'granted')
      void this.#devices.askMicrophone().then((isOpen) => {
        if (!isOpen) this.#setMicrophone(false);
      });
  }

  closeMicrophone(): void {
    this.isPushing.value = false;
    this.#setMicrophone(false);
  }

  closeForNow(): void {
    this.isPushing.value = false;
    this.#wantsMicrophone.value = false;
    if (this.#wantsCamera.peek()) this.toggleCamera();
    this.screen.stop();
  }

  toggleCamera(): void {
    this.#facts.isHeldShut.value = false;
    const on = !this.#wantsCamera.peek();
    this.#wantsCamera.value = on;
    if (!on) return this.#devices.closeCamera();
    void this.#devices.camera.hold('asked').then((isOpen) => {
      if (!isOpen) this.#wantsCamera.value = false;
      this.#devices.camera.release('asked');
    });
  }

  push(held: boolean): void {
    // held, it talks; a microphone that is open anyway stays as it is
    this.isPushing.value = held;
  }

  #setMicrophone(on: boolean): void {
    this.#wantsMicrophone.value = on;
    this.#preferences.set({ isMicrophoneReady: on });
  }

  #followHiding(scope: Scope): void {
    scope.listen(document, 'visibilitychange', () => {
      this.isHidden.value = document.visibilityState === 'hidden';
    });
    scope.onEnd(
      effect(() => {
        this.#isLongHidden.value = false;
        if (!this.isHidden.value) return;
        const timer = setTimeout(() => {
          this.#isLongHidden.value = true;
        }, tuning.cameraHiddenMs);
        return () => clearTimeout(timer);
      }),
    );
  }

  #holdDevices(scope: Scope): void {
    const { microphone, camera } = this.#devices;
    const isHeard = computed(() => this.#facts.maySpeak.value && this.#facts.hearers.value > 0 && !this.#facts.isHeldShut.value);
    const opensMicrophone = computed(() => this.sending.value.opens.microphone);
    // once open, it stays so while somebody is here: muting and unmuting are instant, and speaking while muted is noticed
    scope.onEnd(
      effect(() => {
        if (!opensMicrophone.value) return;
        void this.#devices.openMicrophone().then((isOpen) => {
          // said by microphoneProblem; the button must not say that somebody hears
          if (!isOpen && microphone.isHeldBy('call')) this.#wantsMicrophone.value = false;
        });
      }),
    );
    scope.onEnd(effect(() => void (!isHeard.value && microphone.release('call'))));
    const opensCamera = computed(() => this.sending.value.opens.camera);
    scope.onEnd(
      effect(() => {
        if (!opensCamera.value) return;
        void camera.hold('call').then((isOpen) => {
          if (!isOpen) this.#wantsCamera.value = false;
        });
        return () => camera.release('call');
      }),
    );
  }

  #watchMuted(): () => void {
    let voice = SILENT_VOICE;
    let saidMs = 0;
    return () => {
      const { microphone, sends } = this.sending.peek();
      const isMuted = microphone === 'off' && !sends.microphone && this.#devices.microphone.isHeldBy('call');
      const nowMs = performance.now();
      voice = isMuted ? nextVoice(voice, this.#devices.heard?.rms ?? 0, nowMs) : SILENT_VOICE;
      if (voice.isSpeaking) saidMs = nowMs;
      this.isSpeakingMuted.value = isMuted && (voice.isSpeaking || (saidMs > 0 && nowMs - saidMs < SAID_MS));
    };
  }
}
