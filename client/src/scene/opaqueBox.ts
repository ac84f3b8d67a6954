// Where something is drawn in a frame: the rest need not be drawn, and most of a frame is empty.

/** px */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The smallest box within `frame` that holds all its drawn pixels, from the frame's top left; of an empty frame one pixel. */
export function opaqueBox({ width, data }: { width: number; data: Uint8ClampedArray }, frame: Box): Box {
  let [left, top, right, bottom] = [frame.w, frame.h, -1, -1];
  for (let y = 0; y < frame.h; y++)
    for (let x = 0; x < frame.w; x++) {
      if (data[((frame.y + y) * width + frame.x + x) * 4 + 3] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  return right < 0 ? { x: 0, y: 0, w: 1, h: 1 } : { x: left, y: top, w: right - left + 1, h: bottom - top + 1 };
}
