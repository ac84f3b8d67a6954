// Tells the camera which part of the window is not covered, so that it keeps me in the middle of that part.
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';

/** Width of the people panel with its margins and height of the bar with its own, CSS px; tokens.css has the same numbers. */
const PANEL_PX = 296;
const BAR_PX = 76;

/** While the scene has the whole window. @param sidePx what a site beside the office takes */
export function useFreeRect(peopleShown: boolean, sidePx: number): void {
  const { app } = useUi();
  useEffect(() => {
    const measure = (): void => {
      const x = peopleShown ? PANEL_PX : 0;
      app.setFreeRect({ x, y: 0, width: Math.max(1, innerWidth - x - sidePx), height: Math.max(1, innerHeight - BAR_PX) });
    };
    measure();
    addEventListener('resize', measure);
    return () => {
      removeEventListener('resize', measure);
      app.setFreeRect(undefined);
    };
  }, [peopleShown, sidePx]);
}
