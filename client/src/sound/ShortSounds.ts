// Where short sounds play: a context that runs only while one is heard. One that plays silence keeps the sound card and a thread awake.
import type { Scope } from '../lib/Scope.ts';

/** After the last sound; the next one often comes soon. */
const REST_AFTER_MS = 3000;
/** A sound this late belongs to nothing any more. */
const LATE_MS = 500;

export class ShortSounds {
  #context: AudioContext | undefined;
  #restAtMs = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(scope: Scope) {
    scope.onEnd(() => {
      clearTimeout(this.#resting);
      void this.#context?.close();
    });
  }

  /**
   * @param volume share of the sound's own loudness, 0 to 1
   * @param seconds how long it is heard
   * @param make builds it between the context and `out`
   */
  play(volume: number, seconds: number, make: (context: AudioContext, out: AudioNode) => void): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    const askedMs = performance.now();
    this.#restAtMs = Math.max(this.#restAtMs, askedMs + seconds * 1000 + REST_AFTER_MS);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void context.suspend().catch(() => undefined), this.#restAtMs - askedMs);
    const start = (): void => {
      if (performance.now() - askedMs > LATE_MS) return;
      const out = context.createGain();
      out.gain.value = volume;
      out.connect(context.destination);
      make(context, out);
    };
    // also while it is about to rest; waits for a click where the browser wants one, and fails when closed meanwhile
    context.resume().then(start, () => undefined);
  }
}
