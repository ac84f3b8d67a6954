// A whole person as on the map, standing still.
import { type Appearance, encodeAppearance } from '@comptoir/shared/people';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { drawFigure } from '../../appearance/drawAppearance.ts';

export type FigureFrame = 'down-0' | 'right-0' | 'up-0';

/** Decoration. `zoom`: CSS px per px of the art, a whole number. */
export function Figure({
  appearance,
  zoom,
  frame = 'down-0',
  mirrored,
}: {
  appearance: Appearance;
  zoom: number;
  frame?: FigureFrame;
  mirrored?: boolean;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = encodeAppearance(appearance);
  useLayoutEffect(() => {
    if (canvas.current) drawFigure(canvas.current, appearance, frame);
  }, [look, frame]);
  return (
    <span class={mirrored ? 'figure mirrored' : 'figure'} aria-hidden="true">
      <canvas ref={canvas} style={{ width: `${32 * zoom}px`, height: `${56 * zoom}px` }} />
    </span>
  );
}
