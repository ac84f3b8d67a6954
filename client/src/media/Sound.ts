// Everything that is heard goes through one audio context into one element: one speaker choice, one click to unblock, and it plays on behind a lock screen.
import { type Signal, signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';

type SpeakerElement = HTMLAudioElement & { setSinkId?(id: string): Promise<void> };

export class Sound {
  /** The browser wants a click before it plays. */
  readonly isBlocked: Signal<boolean> = signal(false);
  readonly #scope: Scope;
  #context: AudioContext | undefined;
  #out: { node: MediaStreamAudioDestinationNode; element: SpeakerElement } | undefined;
  #speaker: string | undefined;

  constructor(scope: Scope) {
    this.#scope = scope;
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
    // any sign of life is the click that the browser waits for
    for (const type of ['pointerdown', 'keydown'])
      this.#scope.listen(document, type, () => this.#isHeldUp() && this.unblock(), { passive: true });
    return context;
  }

  /** Where voices go. */
  get output(): AudioNode {
    if (this.#out) return this.#out.node;
    const node = this.context.createMediaStreamDestination();
    const element: SpeakerElement = new Audio();
    element.srcObject = node.stream;
    this.#out = { node, element };
    this.#scope.onEnd(() => {
      element.pause();
      element.srcObject = null;
    });
    this.#scope.listen(element, 'pause', () => this.#look());
    this.#scope.listen(element, 'playing', () => this.#look());
    void this.#useSpeaker();
    this.unblock();
    return node;
  }

  chooseSpeaker(id: string | undefined): Promise<void> {
    this.#speaker = id;
    return this.#useSpeaker();
  }

  /** To be called from a click; harmless at other times. */
  unblock(): void {
    if (!this.#context) return;
    const playing = [this.#context.resume(), this.#out?.element.play()];
    Promise.all(playing).then(
      () => this.#look(),
      () => this.#look(),
    );
    // resume() waits for the click without ever failing
    setTimeout(() => this.#look(), 250);
  }

  #isHeldUp(): boolean {
    return this.#context?.state !== 'running' || this.#out?.element.paused === true;
  }

  /** Blocked matters only once there is something to hear. */
  #look(): void {
    this.isBlocked.value = this.#out !== undefined && !this.#scope.ended && this.#isHeldUp();
  }

  async #useSpeaker(): Promise<void> {
    const element = this.#out?.element;
    if (!element?.setSinkId) return;
    try {
      await element.setSinkId(this.#speaker ?? '');
    } catch {
      // unplugged, or not allowed without the microphone: the system's own speaker then
      await element.setSinkId('').catch(() => undefined);
    }
  }
}
