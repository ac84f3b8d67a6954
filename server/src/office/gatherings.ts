// "Come here": a host calls everybody together. One at a time, the latest counts; nobody is moved.
import type { GatheringView } from '@comptoir/shared/protocol/hosting';
import { tuning } from '@comptoir/shared/tuning';
import { ticksOf } from './mayTalk.ts';

export type Gathering = GatheringView;

const GATHERING_TICKS = ticksOf(tuning.gatheringMs);
const WINDOW_TICKS = ticksOf(tuning.gatheringWindowMs);

export class Gatherings {
  /** The one that stands. */
  now: Gathering | undefined;
  /** When the latest ones began. */
  #begunTicks: readonly number[] = [];

  /** @returns undefined when there were too many lately: who is called every minute no longer looks */
  begin(gathering: Omit<Gathering, 'untilTick'>, nowTick: number): Gathering | undefined {
    const lately = this.#begunTicks.filter((tick) => nowTick - tick < WINDOW_TICKS);
    if (lately.length >= tuning.gatherings) return undefined;
    this.#begunTicks = [...lately, nowTick];
    this.now = { ...gathering, untilTick: nowTick + GATHERING_TICKS };
    return this.now;
  }

  isOver(nowTick: number): boolean {
    return this.now !== undefined && nowTick >= this.now.untilTick;
  }

  end(): void {
    this.now = undefined;
  }
}
