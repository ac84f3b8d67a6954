// Tells the camera which part of the window is not covered, so that it keeps me, and the ring around me, in the middle of that part.
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';

/** Height of the bar with its margins, CSS px; tokens.css has the same number. */
const BAR_PX = 76;

/** What covers the window's edges, CSS px. */
export interface Covered {
  /** A panel. */
  left: number;
  /** A site beside the office, tiles. */
  right: number;
  /** The words of my conversation; on a phone the row of tiles too. */
  top: number;
}

/** While the scene has the whole window. */
export function useFreeRect({ left, right, top }: Covered): void {
  const { app } = useUi();
  useEffect(() => {
    const measure = (): void =>
      app.setFreeRect({
        x: left,
        y: top,
        width: Math.max(1, innerWidth - left - right),
        height: Math.max(1, innerHeight - BAR_PX - top),
      });
    measure();
    addEventListener('resize', measure);
    return () => {
      removeEventListener('resize', measure);
      app.setFreeRect(undefined);
    };
  }, [left, right, top]);
}
