// A tile over the whole screen.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

export function useFullScreen(tile: RefObject<HTMLElement | null>): { is: ReadonlySignal<boolean>; toggle: () => void } {
  const is = useSignal(false);
  useEffect(() => {
    const look = (): void => {
      is.value = document.fullscreenElement !== null && document.fullscreenElement === tile.current;
    };
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  // a browser that refuses leaves the tile as it is, which is what one sees
  const toggle = (): void =>
    void (is.peek() ? document.exitFullscreen() : (tile.current?.requestFullscreen() ?? Promise.resolve())).catch(() => undefined);
  return { is, toggle };
}
