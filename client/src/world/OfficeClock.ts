// The office's tick as this browser believes it: local clock plus an offset learnt from heartbeats, moved gently, never backwards in jumps.
import { tuning } from '@comptoir/shared/tuning';

const TICKS_PER_MS = 1 / tuning.tickMs;
/** A wrong clock is pulled by at most this share of real time, so that nobody on screen jumps. */
const SLEW = 0.05;
/** Above this error (ticks) the clock jumps: the first answer, a computer that slept. */
const JUMP_TICKS = 25;

export class OfficeClock {
  #offset = 0;
  #target = 0;
  #known = false;
  #lastMs = 0;
  #bestRttMs = Number.POSITIVE_INFINITY;

  /** The office tick (fractional) at local time `nowMs` (performance.now()). Monotonic between jumps. */
  tick(nowMs: number): number {
    const passedMs = Math.max(0, nowMs - this.#lastMs);
    this.#lastMs = nowMs;
    const error = this.#target - this.#offset;
    const most = passedMs * TICKS_PER_MS * SLEW;
    this.#offset += Math.abs(error) > JUMP_TICKS ? error : Math.max(-most, Math.min(most, error));
    return nowMs * TICKS_PER_MS + this.#offset;
  }

  /**
   * One heartbeat: sent and received by the local clock (ms), answered at `serverTick`.
   * The answer with the smallest round trip counts most; others pull a little. M11: one that was held up makes nobody jump.
   */
  learn(sentMs: number, receivedMs: number, serverTick: number): void {
    const rttMs = receivedMs - sentMs;
    // whichever way took how long, it is off by at most this
    const doubt = (rttMs / 2) * TICKS_PER_MS;
    const offset = serverTick + doubt - receivedMs * TICKS_PER_MS;
    if (!this.#known || Math.abs(offset - this.#target) > JUMP_TICKS + doubt) {
      this.#known = true;
      this.#target = offset;
      this.#bestRttMs = rttMs;
      return;
    }
    const weight = rttMs <= this.#bestRttMs * 1.25 ? 0.5 : 0.05;
    this.#bestRttMs = Math.min(rttMs, this.#bestRttMs * 1.02);
    this.#target += (offset - this.#target) * weight;
  }

  /** Before the first heartbeat: the tick of the welcome message. */
  start(nowMs: number, serverTick: number): void {
    this.#known = false;
    this.#bestRttMs = Number.POSITIVE_INFINITY;
    this.#target = serverTick - nowMs * TICKS_PER_MS;
    this.#offset = this.#target;
    this.#lastMs = nowMs;
  }
}
