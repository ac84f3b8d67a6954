// Somebody's face from the same paper doll as on the map, with the mark of their availability.
import { type Appearance, encodeAppearance } from '@comptoir/shared/people';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import { type Status, StatusMark } from './StatusMark.tsx';

interface PortraitProps {
  appearance: Appearance;
  status?: Status;
  /** CSS px. */
  size?: number;
  /** Down to the waist: higher than wide. */
  bust?: boolean;
}

/** Enlarged by whole steps first, so that the browser's shrinking to any size keeps the pixels even. */
const ENLARGED = 4;

function drawEven(canvas: HTMLCanvasElement, small: HTMLCanvasElement): void {
  canvas.width = small.width * ENLARGED;
  canvas.height = small.height * ENLARGED;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, 0, 0, canvas.width, canvas.height);
}

/** Decoration: name and availability stand beside it. */
export function Portrait({ appearance, status, size = 40, bust }: PortraitProps) {
  const { portraits } = useUi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = encodeAppearance(appearance);
  useLayoutEffect(() => {
    if (canvas.current) drawEven(canvas.current, portraits.of(appearance, bust === true));
  }, [look, bust]);
  return (
    <span class="portrait" style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true">
      <canvas ref={canvas} />
      {status && (
        <span class="portrait-mark">
          <StatusMark status={status} size={size > 44 ? 15 : 12} />
        </span>
      )}
    </span>
  );
}
