// Tells the call how large a tile is on the screen now: nothing while it is scrolled away or the tab is hidden.
import type { RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ParticipantModel } from '../../../media/CallModel.ts';
import { useCallScreen } from './CallScreen.ts';
import { qualityOf } from './layoutTiles.ts';

/** U36. @param wanted there is a picture of this kind to show */
export function useShown(
  tile: RefObject<HTMLElement | null>,
  participant: ParticipantModel | undefined,
  as: 'camera' | 'screen',
  wanted: boolean,
): void {
  const { sizes } = useCallScreen();
  const place = useMemo(() => Symbol(as), []);
  useEffect(() => {
    const element = tile.current;
    if (!element || !participant || !wanted) return;
    // in a window of its own the tile lives on while the page's tab is hidden
    const home = element.ownerDocument;
    let inView = true;
    const tell = (): void => {
      const shown = inView && home.visibilityState === 'visible' && element.clientHeight > 0;
      const ratio = home.defaultView?.devicePixelRatio ?? 1;
      sizes.report(participant, as, place, shown ? qualityOf(element.clientHeight, ratio) : 'none');
    };
    const seen = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting ?? true;
      tell();
    });
    const size = new ResizeObserver(tell);
    seen.observe(element);
    size.observe(element);
    home.addEventListener('visibilitychange', tell);
    tell();
    return () => {
      seen.disconnect();
      size.disconnect();
      home.removeEventListener('visibilitychange', tell);
      sizes.report(participant, as, place, 'none');
    };
  }, [participant, as, wanted]);
}
