// How long something stays open: a thin line that gets shorter, no numbers that hurry.
import { tuning } from '@comptoir/shared/tuning';
import { useMemo } from 'preact/hooks';
import type { World } from '../../world/World.ts';

export function TimeLeft({ world, untilTick }: { world: World; untilTick: number }) {
  const leftMs = useMemo(() => Math.max(0, (untilTick - world.clock.tick(performance.now())) * tuning.tickMs), [untilTick]);
  return <span class="time-left" aria-hidden="true" style={{ '--left': `${leftMs}ms` }} />;
}
