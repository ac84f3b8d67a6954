// The office's tick as a bot believes it: the quickest heartbeat so far tells best.
import { tuning } from '@comptoir/shared/tuning';

export class OfficeTime {
  #offset: number;
  #bestRttMs = Number.POSITIVE_INFINITY;

  /** `serverTick` was said at about `nowMs`. */
  constructor(serverTick: number, nowMs: number) {
    this.#offset = serverTick - nowMs / tuning.tickMs;
  }

  learn(sentMs: number, receivedMs: number, serverTick: number): void {
    const rttMs = receivedMs - sentMs;
    if (rttMs > this.#bestRttMs) return;
    this.#bestRttMs = rttMs;
    this.#offset = serverTick - (receivedMs - rttMs / 2) / tuning.tickMs;
  }

  tick(nowMs: number): number {
    return Math.floor(nowMs / tuning.tickMs + this.#offset);
  }
}
