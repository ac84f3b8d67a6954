// Whether a picture stands still that should move: what a speaker's lost line looks like from the audience.
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const LOOK_EVERY_MS = 500;
/** Half of what a bad moment of a network takes. */
const STALLED_MS = 2500;

/** @param watched there is a moving picture, and it is to be watched */
export function useStalled(video: RefObject<HTMLVideoElement | null>, watched: boolean): boolean {
  const stalled = useSignal(false);
  useEffect(() => {
    stalled.value = false;
    if (!watched) return;
    let seen = -1;
    let movedMs = performance.now();
    const look = (): void => {
      const element = video.current;
      const nowMs = performance.now();
      // a hidden tab, and a tile that is scrolled away, are shown nothing
      const isShown = element !== null && element.ownerDocument.visibilityState === 'visible' && element.clientHeight > 0;
      if (!isShown || element.currentTime !== seen) {
        seen = element?.currentTime ?? -1;
        movedMs = nowMs;
      }
      stalled.value = nowMs - movedMs >= STALLED_MS;
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [watched]);
  return stalled.value;
}
