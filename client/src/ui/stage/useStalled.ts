// Whether a picture stands still that should move: what a speaker's lost line looks like from the audience.
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const LOOK_EVERY_MS = 500;
/** Longer than a bad moment of a network. */
const STALLED_MS = 2500;

/** @param watched there is a moving picture, and it is to be watched. Browsers that tell of no frames never say that it stands still */
export function useStalled(video: RefObject<HTMLVideoElement | null>, watched: boolean): boolean {
  const stalled = useSignal(false);
  useEffect(() => {
    stalled.value = false;
    if (!watched) return;
    let movedMs = performance.now();
    let seen: HTMLVideoElement | null = null;
    let asked = 0;
    const moved = (): void => {
      movedMs = performance.now();
      asked = seen?.requestVideoFrameCallback?.(moved) ?? 0;
    };
    const look = (): void => {
      const element = video.current;
      if (element !== seen) {
        seen?.cancelVideoFrameCallback?.(asked);
        seen = element;
        moved();
      }
      // a hidden tab, and a tile that is scrolled away, are shown nothing
      const isShown = element?.ownerDocument.visibilityState === 'visible' && element.clientHeight > 0;
      if (!isShown || !asked) movedMs = performance.now();
      stalled.value = performance.now() - movedMs >= STALLED_MS;
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      seen?.cancelVideoFrameCallback?.(asked);
    };
  }, [watched]);
  return stalled.value;
}
