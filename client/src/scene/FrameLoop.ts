// When to draw: at the display's rate while something moves, ten times a second when nobody does, never while hidden.
import { clamp } from '@comptoir/shared/geometry';
import type { Scope } from '../lib/Scope.ts';

/** Idle: at most ten frames a second, and fewer where frames are dear, so that an office nobody walks in costs next to nothing. */
const IDLE_MS = 100;
const SLOWEST_IDLE_MS = 300;
/** Of our own time: what the browser adds to a frame is as much again. */
const IDLE_SHARE = 1 / 100;
/** How often an idle scene looks whether there is news. */
const LOOK_MS = 40;
/** Stay at the display's rate this long after the last movement: walking stops and starts. */
const LINGER_MS = 400;

export interface FrameLoopOptions {
  /** Draws one frame. @returns whether something moves, so that the next frame is wanted at once */
  draw(nowMs: number, passedMs: number): boolean;
  /** A number that changes when there is news from outside. */
  news(): number;
}

/** Frames of the last second and the time they took; read by window.comptoir and the bench. */
export interface FrameRate {
  fps: number;
  /** Main-thread time of one frame, smoothed. */
  stepMs: number;
  /** Frames drawn since the start. */
  count: number;
}

/** @param frameMs what a frame takes */
export const idlePauseMs = (frameMs: number): number => clamp(frameMs / IDLE_SHARE, IDLE_MS, SLOWEST_IDLE_MS);

export class FrameLoop {
  readonly rate: FrameRate = { fps: 0, stepMs: 0, count: 0 };
  readonly #options: FrameLoopOptions;
  #request = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastMs = 0;
  #busyUntilMs = 0;
  #seenNews = -1;
  #ended = false;
  #recent: number[] = [];

  constructor(scope: Scope, options: FrameLoopOptions) {
    this.#options = options;
    scope.listen(document, 'visibilitychange', () => (document.visibilityState === 'hidden' ? this.#stop() : this.wake()));
    for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'resize', 'focus'])
      scope.listen(window, type, () => this.wake(), { passive: true, capture: true });
    scope.onEnd(() => {
      this.#ended = true;
      this.#stop();
    });
    this.wake();
  }

  /** Something changed: draw soon, at the display's rate for a while. */
  wake(): void {
    this.#busyUntilMs = performance.now() + LINGER_MS;
    if (this.#request !== 0 || this.#ended || document.visibilityState === 'hidden') return;
    this.#stop();
    this.#request = requestAnimationFrame((nowMs) => this.#frame(nowMs));
  }

  #stop(): void {
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#timer);
    this.#request = 0;
    this.#timer = undefined;
  }

  #frame(atMs: number): void {
    this.#request = 0;
    const startedMs = performance.now();
    const nowMs = Math.max(atMs, this.#lastMs);
    const passedMs = this.#lastMs === 0 ? 16 : Math.min(250, nowMs - this.#lastMs);
    this.#lastMs = nowMs;
    if (this.#options.draw(nowMs, passedMs)) this.#busyUntilMs = nowMs + LINGER_MS;
    this.#count(nowMs, performance.now() - startedMs);
    if (this.#ended || document.visibilityState === 'hidden') return;
    if (nowMs < this.#busyUntilMs) this.#request = requestAnimationFrame((next) => this.#frame(next));
    else this.#rest(nowMs + idlePauseMs(this.rate.stepMs));
  }

  /** Idle: look for news often, which costs nothing, and draw when there is some or when it is time. */
  #rest(untilMs: number): void {
    this.#seenNews = this.#options.news();
    const look = (): void => {
      if (this.#options.news() !== this.#seenNews) return this.wake();
      if (performance.now() < untilMs) this.#timer = setTimeout(look, LOOK_MS);
      else this.#request = requestAnimationFrame((nowMs) => this.#frame(nowMs));
    };
    this.#timer = setTimeout(look, LOOK_MS);
  }

  #count(nowMs: number, tookMs: number): void {
    const { rate } = this;
    this.#recent.push(nowMs);
    while ((this.#recent[0] ?? nowMs) < nowMs - 1000) this.#recent.shift();
    rate.fps = this.#recent.length;
    rate.stepMs += (tookMs - rate.stepMs) * 0.1;
    rate.count++;
  }
}
