// One device, open as long as somebody holds it: opened once, closed when nobody needs it, another one taken when it is unplugged.
import { type Signal, signal } from '@preact/signals-core';
import type { DeviceChoice, DeviceProblem } from './CallModel.ts';
import { deviceToOpen, problemOf } from './deviceRules.ts';

/** "Unplugged, and replaced" is said for so long. */
const SAID_MS = 8000;

export interface CaptureParts {
  kind: 'microphone' | 'camera';
  /** undefined where the page is not secure. */
  media: MediaDevices | undefined;
  constraints(deviceId: string | undefined): MediaStreamConstraints;
  chosen(): string | undefined;
  available(): readonly DeviceChoice[];
  /** Allowed now: names of devices can be read. */
  opened(): void;
}

export class Capture {
  readonly track: Signal<MediaStreamTrack | undefined> = signal(undefined);
  readonly problem: Signal<DeviceProblem | undefined> = signal(undefined);
  readonly #parts: CaptureParts;
  readonly #holders = new Set<string>();
  /** Opening and closing go one after the other. */
  #work: Promise<void> = Promise.resolve();
  #said: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: CaptureParts) {
    this.#parts = parts;
  }

  /** @returns whether it is open; `problem` says why not */
  async hold(holder: string): Promise<boolean> {
    this.#holders.add(holder);
    await this.#settle();
    return this.track.peek() !== undefined;
  }

  release(holder: string): void {
    if (this.#holders.delete(holder)) void this.#settle();
  }

  isHeldBy(holder: string): boolean {
    return this.#holders.has(holder);
  }

  /** Another device or other wishes: what is open is closed and opened anew. */
  async reopen(): Promise<boolean> {
    this.#work = this.#work.then(() => (this.track.peek() ? this.#close() : undefined));
    await this.#settle();
    return this.track.peek() !== undefined;
  }

  /** Devices came or went: the chosen one is taken back, a missing one is tried again. */
  devicesChanged(): void {
    const track = this.track.peek();
    const wanted = deviceToOpen(this.#parts.available(), this.#parts.chosen());
    if (!track && this.#holders.size > 0) void this.#settle();
    else if (track && wanted !== undefined && track.getSettings().deviceId !== wanted) void this.reopen();
  }

  end(): void {
    this.#holders.clear();
    clearTimeout(this.#said);
    this.#close();
  }

  /** @param isLost what was open vanished a moment ago */
  #settle(isLost = false): Promise<void> {
    this.#work = this.#work.then(async () => {
      const isOpen = this.track.peek() !== undefined;
      if (this.#holders.size > 0 && !isOpen) await this.#open(isLost);
      if (this.#holders.size === 0 && isOpen) this.#close();
    });
    return this.#work;
  }

  async #open(isLost: boolean): Promise<void> {
    const { kind, media } = this.#parts;
    if (!media?.getUserMedia) {
      this.problem.value = 'insecure';
      return;
    }
    const wanted = deviceToOpen(this.#parts.available(), this.#parts.chosen());
    try {
      const stream = await this.#ask(media, wanted);
      const track = kind === 'microphone' ? stream.getAudioTracks()[0] : stream.getVideoTracks()[0];
      if (!track) throw new DOMException('no track', 'NotFoundError');
      if (this.#holders.size === 0) return track.stop();
      track.addEventListener('ended', () => this.#lost(track));
      this.track.value = track;
      this.problem.value = isLost ? 'replaced' : undefined;
      if (isLost) this.#sayForAWhile();
      this.#parts.opened();
    } catch (error) {
      const problem = problemOf(error);
      // it stays unplugged, however often others come and go
      const isStillMissing = problem === 'notFound' && (isLost || this.problem.peek() === 'unplugged');
      this.problem.value = isStillMissing ? 'unplugged' : problem;
    }
  }

  /** The chosen one may have gone a moment ago, or its id may have changed: then any. */
  async #ask(media: MediaDevices, deviceId: string | undefined): Promise<MediaStream> {
    try {
      return await media.getUserMedia(this.#parts.constraints(deviceId));
    } catch (error) {
      const problem = problemOf(error);
      if (deviceId === undefined || problem === 'denied') throw error;
      return media.getUserMedia(this.#parts.constraints(undefined));
    }
  }

  /** Unplugged, or taken away by the browser: another one is taken, and only then it is known what to say. */
  #lost(track: MediaStreamTrack): void {
    if (this.track.peek() !== track) return;
    this.track.value = undefined;
    void this.#settle(true);
  }

  #sayForAWhile(): void {
    clearTimeout(this.#said);
    this.#said = setTimeout(() => {
      if (this.problem.peek() === 'replaced') this.problem.value = undefined;
    }, SAID_MS);
  }

  #close(): void {
    const track = this.track.peek();
    this.track.value = undefined;
    track?.stop();
  }
}
