// Whole seconds until a moment of the office, counted down.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';

const LOOK_EVERY_MS = 200;

export const secondsUntil = (world: World, untilTick: number): number =>
  Math.max(0, Math.ceil(((untilTick - world.clock.tick(performance.now())) * tuning.tickMs) / 1000));

/** @param untilTick undefined: nothing is awaited, and no time is left */
export function useSecondsLeft(world: World, untilTick: number | undefined): number {
  const seconds = useSignal(untilTick === undefined ? 0 : secondsUntil(world, untilTick));
  useLayoutEffect(() => {
    const look = (): void => {
      seconds.value = untilTick === undefined ? 0 : secondsUntil(world, untilTick);
    };
    look();
    if (untilTick === undefined) return;
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [world, untilTick]);
  return seconds.value;
}
