// My shared screen: chosen in the browser's own dialog, ended there or here, its letters sharp or its motion smooth.
import { type Signal, signal } from '@preact/signals-core';
import type { ScreenMode } from './CallModel.ts';

type Capture = MediaStreamTrack & { contentHint: string };

const HINT: Record<ScreenMode, string> = { text: 'text', motion: 'motion' };
const FRAMES_PER_S: Record<ScreenMode, number> = { text: 10, motion: 30 };

export class OwnScreen {
  readonly stream: Signal<MediaStream | undefined> = signal(undefined);
  readonly mode: Signal<ScreenMode> = signal('text');

  readonly isPossible: boolean = globalThis.isSecureContext === true && navigator.mediaDevices?.getDisplayMedia !== undefined;

  /** To be called from a click. Whoever cancels the browser's dialog shares nothing, and that is no error. */
  async share(mode: ScreenMode): Promise<void> {
    if (!this.isPossible || this.stream.peek()) return;
    this.mode.value = mode;
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: FRAMES_PER_S[mode] }, audio: true });
      const [picture] = stream.getVideoTracks() as Capture[];
      if (!picture) return;
      picture.contentHint = HINT[mode];
      // the browser's own "stop sharing"
      picture.addEventListener('ended', () => this.stream.peek() === stream && this.stop());
      this.stream.value = stream;
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'NotAllowedError') console.warn('The screen cannot be shared.', error);
    }
  }

  setMode(mode: ScreenMode): void {
    this.mode.value = mode;
    const [picture] = (this.stream.peek()?.getVideoTracks() ?? []) as Capture[];
    if (!picture) return;
    picture.contentHint = HINT[mode];
    picture.applyConstraints({ frameRate: FRAMES_PER_S[mode] }).catch(() => undefined);
  }

  stop(): void {
    const stream = this.stream.peek();
    this.stream.value = undefined;
    for (const track of stream?.getTracks() ?? []) track.stop();
  }
}
