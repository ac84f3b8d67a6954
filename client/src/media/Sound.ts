// Everything that is heard goes through one audio context: one speaker choice, one click to unblock.
import { type Signal, signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';

/** What plays on a speaker that one may choose: the context itself, or an element where contexts always play on the system's own speaker. */
interface Player {
  setSinkId?(id: string): Promise<void>;
}

/** With nobody to hear for so long, the context rests: playing silence keeps the sound card and a thread awake. */
const REST_AFTER_MS = 5000;

export class Sound {
  /** The browser wants a click before it plays. */
  readonly isBlocked: Signal<boolean> = signal(false);
  readonly #scope: Scope;
  readonly #isSilent: boolean;
  #context: (AudioContext & Player) | undefined;
  /** Where voices go; undefined until there is one. */
  #output: AudioNode | undefined;
  #element: (HTMLAudioElement & Player) | undefined;
  #speaker: string | undefined;
  #users = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** @param isSilent voices are received, measured and shown, and heard by nobody */
  constructor(scope: Scope, isSilent: boolean) {
    this.#scope = scope;
    this.#isSilent = isSilent;
    scope.onEnd(() => clearTimeout(this.#resting));
  }

  static get maySetSpeaker(): boolean {
    return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
  }

  /** Made when first needed: after the click that entered, so that it may run. */
  get context(): AudioContext {
    if (this.#context) return this.#context;
    const context = new AudioContext({ latencyHint: 'interactive' });
    this.#context = context;
    this.#scope.onEnd(() => void context.close());
    this.#scope.listen(context, 'statechange', () => this.#look());
    // any sign of life may be the click that the browser waits for, or the end of what took the sound away behind a locked screen
    for (const type of ['pointerdown', 'keydown', 'visibilitychange'])
      this.#scope.listen(document, type, () => this.#isHeldUp() && this.unblock(), { passive: true });
    return context;
  }

  /** Something is heard, measured, or about to be: the context runs until all have ended. @returns its end */
  use(): () => void {
    this.#users++;
    clearTimeout(this.#resting);
    if (this.#isHeldUp()) this.unblock();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#users--;
      if (this.#users === 0) this.#resting = setTimeout(() => this.#rest(), REST_AFTER_MS);
    };
  }

  /**
   * Where voices go. Straight to the speaker where that can be chosen so: the way through an element takes Chromium a tenth of a second,
   * more the longer it plays, and nothing keeps pictures as late (K35). On phones, where an element cannot choose, it stays: it is what
   * plays on behind a locked screen and has buttons there.
   */
  get output(): AudioNode {
    if (this.#output) return this.#output;
    const { context } = this;
    if (this.#isSilent) {
      const nowhere = context.createGain();
      nowhere.gain.value = 0;
      nowhere.connect(context.destination);
      this.#output = nowhere;
      return nowhere;
    }
    this.#output = Sound.maySetSpeaker && 'setSinkId' in context ? context.destination : this.#throughElement(context);
    void this.#useSpeaker();
    this.unblock();
    return this.#output;
  }

  /** Ahead of the first voice: a context takes a moment to run. */
  open(): void {
    void this.output;
  }

  #throughElement(context: AudioContext): AudioNode {
    const node = context.createMediaStreamDestination();
    const element = new Audio();
    element.srcObject = node.stream;
    this.#element = element;
    this.#scope.onEnd(() => {
      element.pause();
      element.srcObject = null;
    });
    this.#scope.listen(element, 'pause', () => this.#look());
    this.#scope.listen(element, 'playing', () => this.#look());
    return node;
  }

  chooseSpeaker(id: string | undefined): Promise<void> {
    this.#speaker = id;
    return this.#useSpeaker();
  }

  /** To be called from a click; harmless at other times. */
  unblock(): void {
    if (!this.#context) return;
    const playing = [this.#context.resume(), this.#element?.play()];
    Promise.all(playing).then(
      () => this.#look(),
      () => this.#look(),
    );
    // resume() waits for the click without ever failing
    setTimeout(() => this.#look(), 250);
  }

  #isHeldUp(): boolean {
    return this.#users > 0 && (this.#context?.state !== 'running' || this.#element?.paused === true);
  }

  #rest(): void {
    // on a phone it would take a click to go on, and what plays keeps the page alive there
    if (this.#element || !this.#context) return;
    // somebody may come while it stops
    this.#context.suspend().then(
      () => (this.#users > 0 ? this.unblock() : this.#look()),
      () => undefined,
    );
  }

  /** Blocked matters only once there is something to hear. */
  #look(): void {
    this.isBlocked.value = this.#output !== undefined && !this.#scope.ended && this.#isHeldUp();
  }

  async #useSpeaker(): Promise<void> {
    const player: Player | undefined = this.#element ?? (this.#output && this.#context);
    if (!player?.setSinkId) return;
    try {
      await player.setSinkId(this.#speaker ?? '');
    } catch {
      // unplugged, or not allowed without the microphone: the system's own speaker then
      await player.setSinkId('').catch(() => undefined);
    }
  }
}
