// Tells the camera what the card of the entrance leaves free, so that the life of the office passes there and not behind the card.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';

/** @param card where it lies: at the left, or at the foot of a phone */
export function useFreeBeside(card: RefObject<HTMLElement | null>): void {
  const { app, narrow } = useUi();
  const isSheet = narrow.value;
  const world = app.world.value;
  useEffect(() => {
    const box = card.current;
    if (!box || !world) return;
    const measure = (): void => {
      const right = box.offsetLeft + box.offsetWidth;
      app.setFreeRect(
        isSheet
          ? { x: 0, y: 0, width: innerWidth, height: box.offsetTop }
          : { x: right, y: 0, width: Math.max(1, innerWidth - right), height: innerHeight },
      );
    };
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    watch.observe(document.documentElement);
    return () => {
      watch.disconnect();
      app.setFreeRect(undefined);
    };
  }, [isSheet, world]);
}
