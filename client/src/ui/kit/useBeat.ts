// What follows a voice moves in step: one frame is drawn for all of it, a few times a second, and none while nothing changes.
import { useEffect } from 'preact/hooks';

const BEAT_MS = 120;

/** Calls `look` on every beat until the component goes, or `deps` change. @param isOn false: never */
export function useBeat(look: () => void, deps: readonly unknown[], isOn = true): void {
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout>;
    const beat = (): void => {
      look();
      timer = setTimeout(beat, BEAT_MS - (performance.now() % BEAT_MS));
    };
    beat();
    return () => clearTimeout(timer);
  }, [...deps, isOn]);
}
