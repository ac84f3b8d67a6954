// The office's heart: a self-correcting loop that runs the office ticks and, between them, the flush slots of the crowd relay.
import { tuning } from '@comptoir/shared/tuning';

/** Frames leave in slots of half an office tick: 20 frames a second are then exactly every fifth slot, and writes come in small portions. */
export const SLOT_MS = tuning.tickMs / 2;
export const SLOTS_PER_S = 1000 / SLOT_MS;
const SLOTS_PER_TICK = tuning.tickMs / SLOT_MS;

export interface Clockwork {
  /** The office ticks that have become due: `count` of them, the last one being `nowTick`. */
  tick(nowTick: number, count: number): void;
  /** Every slot, after the tick that falls on it; slots that were missed are skipped. */
  flush(nowTick: number, slot: number): void;
  /** How late a slot began, ms. */
  onLate?(lateMs: number): void;
  /** Milliseconds of a clock that never jumps; the default is the process's own. */
  nowMs?(): number;
}

export interface Ticking {
  /** The office tick that is being walked now, with its fraction: what heartbeats answer. */
  tickNow(): number;
  stop(): void;
}

/** Begins with tick 0 now. The grid stays where it began: a late slot does not delay the next ones, and missed ones are not made up for in a burst. */
export function startTicking(clockwork: Clockwork): Ticking {
  const nowMs = clockwork.nowMs ?? (() => performance.now());
  const startMs = nowMs();
  let slot = 0;
  let tick = 0;
  let timer: NodeJS.Timeout | undefined;
  const beat = (): void => {
    const dueMs = startMs + (slot + 1) * SLOT_MS;
    const lateMs = nowMs() - dueMs;
    // a timer may fire a fraction early: that slot is on time
    slot += 1 + Math.max(0, Math.floor(lateMs / SLOT_MS));
    clockwork.onLate?.(Math.max(0, lateMs));
    const due = Math.floor(slot / SLOTS_PER_TICK);
    if (due > tick) {
      const count = due - tick;
      tick = due;
      clockwork.tick(tick, count);
    }
    clockwork.flush(tick, slot);
    timer = setTimeout(beat, Math.max(0, startMs + (slot + 1) * SLOT_MS - nowMs()));
  };
  timer = setTimeout(beat, SLOT_MS);
  return {
    // a timer that fired a fraction early has walked a tick that is still to come
    tickNow: () => Math.max(tick, (nowMs() - startMs) / tuning.tickMs),
    stop: () => clearTimeout(timer),
  };
}
