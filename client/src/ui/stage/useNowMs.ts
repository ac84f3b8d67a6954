// The office's clock for what is said in minutes: looked at every few seconds.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';

const LOOK_EVERY_MS = 5000;

/** ms since 1970, by the server. */
export const nowOf = (world: World): number => Date.now() + world.agenda.aheadMs;

export function useNowMs(world: World): number {
  const now = useSignal(nowOf(world));
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = nowOf(world);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [world]);
  return now.value;
}
