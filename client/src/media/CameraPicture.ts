// The camera's picture on its way out: as it is, or with the background blurred where that runs.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';

export type BlurState = 'off' | 'loading' | 'on' | 'unavailable';

export class CameraPicture {
  /** What is shown to me and sent to others. */
  readonly track: Signal<MediaStreamTrack | undefined> = signal(undefined);
  readonly blurState: Signal<BlurState> = signal('off');

  constructor(scope: Scope, camera: ReadonlySignal<MediaStreamTrack | undefined>, blur: ReadonlySignal<boolean>) {
    scope.onEnd(effect(() => this.#follow(camera.value, blur.value)));
  }

  #follow(camera: MediaStreamTrack | undefined, blur: boolean): (() => void) | undefined {
    if (!camera || !blur) {
      this.blurState.value = 'off';
      this.track.value = camera;
      return undefined;
    }
    let end: (() => void) | undefined;
    let isOver = false;
    // never unblurred for a moment: whoever asked for it shows nothing until it runs
    this.track.value = undefined;
    this.blurState.value = 'loading';
    void this.#blurred(camera).then((blurred) => {
      if (isOver) return blurred?.end();
      end = blurred?.end;
      this.blurState.value = blurred ? 'on' : 'unavailable';
      // where it does not run nothing is shown until the person says that it need not be blurred
      this.track.value = blurred?.track;
    });
    return () => {
      isOver = true;
      end?.();
    };
  }

  /** The model and its engine are heavy and come when first wanted. */
  async #blurred(camera: MediaStreamTrack): Promise<{ track: MediaStreamTrack; end(): void } | undefined> {
    try {
      const { blurBackground } = await import('./blurBackground.ts');
      return await blurBackground(camera);
    } catch (error) {
      console.warn('The background cannot be blurred here.', error);
      return undefined;
    }
  }
}
