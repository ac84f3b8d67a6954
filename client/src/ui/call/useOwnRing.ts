// My ring on the floor as a signal: it is a hot field of the world, looked at ten times a second.
import { isSameRing, type Ring } from '@comptoir/shared/conversation';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';

const LOOK_EVERY_MS = 100;

export function useOwnRing(world: World): ReadonlySignal<Ring | undefined> {
  const ring = useSignal(world.ownRing);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isSameRing(ring.peek(), world.ownRing)) ring.value = world.ownRing;
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [world]);
  return ring;
}
