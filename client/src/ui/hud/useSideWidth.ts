// How much of the window the site beside the office takes, so that bar, hints and camera keep to the rest.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

/** CSS px; 0 without a site, and on a phone, where the site covers everything. Also the custom property --side-width of the page. */
export function useSideWidth(world: World): ReadonlySignal<number> {
  const { narrow } = useUi();
  const width = useSignal(0);
  const url = world.side.value?.url;
  const covers = narrow.value;
  useEffect(() => {
    const site = document.querySelector('.side-panel');
    const tell = (px: number): void => {
      width.value = px;
      document.documentElement.style.setProperty('--side-width', `${px}px`);
    };
    if (!site || covers) {
      tell(0);
      return;
    }
    const watch = new ResizeObserver(() => tell(Math.round(site.getBoundingClientRect().width)));
    watch.observe(site);
    return () => {
      watch.disconnect();
      tell(0);
    };
  }, [url, covers]);
  return width;
}
