// What meetings are on soon, as the office told, and what follows from the time: part of the World, written by net and session only.
import type { Ground } from '@comptoir/shared/map/Ground';
import type { OccurrenceView } from '@comptoir/shared/protocol/appointments';
import { tuning } from '@comptoir/shared/tuning';
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';

const MINUTE_MS = 60_000;

export class Agenda {
  /** Within `tuning.meetingsAheadMs`, soonest first. */
  readonly next = signal<readonly OccurrenceView[]>([]);
  /** Goes into links that are given to others; null: none is needed, or it is not mine to give. */
  readonly key = signal<string | null>(null);
  /** ms by which the server's clock is ahead of mine. */
  aheadMs = 0;
  /** The server's time (ms since 1970) as looked at last; 0 while there is nothing to wait for. */
  readonly nowMs = signal(0);
  /** The one to be shown: the soonest that is not over. */
  readonly soonest: ReadonlySignal<OccurrenceView | undefined>;
  /** Things that steam because a meeting begins, ids. */
  readonly steaming: ReadonlySignal<ReadonlySet<string>>;

  constructor(ground: ReadonlySignal<Ground>) {
    this.soonest = computed(() => this.next.value.find(({ endMs }) => endMs > this.nowMs.value));
    const isSteaming = computed(() => this.next.value.some((occurrence) => steams(occurrence, this.nowMs.value)));
    this.steaming = computed(() => {
      const machines = isSteaming.value ? ground.value.map.things.filter(({ use }) => use === 'coffee') : [];
      return new Set(machines.map(({ id }) => id));
    });
  }

  /** Looks at the clock. @param ownMs by this browser */
  look(ownMs: number): void {
    this.nowMs.value = this.next.peek().length === 0 ? 0 : ownMs + this.aheadMs;
  }
}

/** E10: from ten minutes before the start until ten after. */
export const steams = ({ startMs }: Pick<OccurrenceView, 'startMs'>, nowMs: number): boolean =>
  nowMs >= startMs - tuning.meetingSteamBeforeMs && nowMs < startMs + tuning.meetingSteamAfterMs;

/** How a meeting is spoken of: not yet, within a day, within the hour (in `minutes`), or on now. */
export type Nearness = { kind: 'far' | 'day' | 'now' } | { kind: 'hour'; minutes: number };

/** E9. */
export function nearnessOf({ startMs, endMs }: Pick<OccurrenceView, 'startMs' | 'endMs'>, nowMs: number): Nearness {
  const leftMs = startMs - nowMs;
  if (leftMs <= 0) return { kind: nowMs < endMs ? 'now' : 'far' };
  if (leftMs <= tuning.meetingCountdownMs) return { kind: 'hour', minutes: Math.ceil(leftMs / MINUTE_MS) };
  return { kind: leftMs <= tuning.meetingShownMs ? 'day' : 'far' };
}
