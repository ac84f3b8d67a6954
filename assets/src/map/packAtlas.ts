// Packs the furniture pictures into one atlas, in rows of falling height, always in the same order.
import type { Sprite } from '../furniture/Sprite.ts';
import { Surface } from '../pixels/Surface.ts';

const PADDING_PX = 2;

export interface AtlasFrame {
  name: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Atlas {
  picture: Surface;
  frames: ReadonlyMap<string, AtlasFrame>;
}

/** The name of a sprite's n-th animation frame; the first is the sprite itself. */
export const frameName = (sprite: Sprite, frame: number): string => (frame === 0 ? sprite.name : `${sprite.name}~${frame}`);

/** Throws when two different pictures share a name: names are the identity of sprites. */
export function packAtlas(sprites: readonly Sprite[], widthPx: number): Atlas {
  const pictures = new Map<string, Surface>();
  for (const sprite of sprites) {
    (sprite.frames ?? [sprite.surface]).forEach((surface, index) => {
      const name = frameName(sprite, index);
      const known = pictures.get(name);
      if (known && known !== surface && !known.data.every((v, i) => v === surface.data[i]))
        throw new Error(`two sprites are called ${name}`);
      pictures.set(name, surface);
    });
  }
  const order = [...pictures].sort(([a, p], [b, q]) => q.height - p.height || q.width - p.width || (a < b ? -1 : 1));
  const frames = new Map<string, AtlasFrame>();
  let x = PADDING_PX;
  let y = PADDING_PX;
  let rowHeight = 0;
  for (const [name, { width, height }] of order) {
    if (x + width + PADDING_PX > widthPx) {
      x = PADDING_PX;
      y += rowHeight + PADDING_PX;
      rowHeight = 0;
    }
    frames.set(name, { name, x, y, w: width, h: height });
    x += width + PADDING_PX;
    rowHeight = Math.max(rowHeight, height);
  }
  const picture = new Surface(widthPx, y + rowHeight + PADDING_PX);
  for (const [name, surface] of order) {
    const frame = frames.get(name);
    if (!frame) continue;
    for (let row = 0; row < surface.height; row++) {
      const from = row * surface.width * 4;
      picture.data.set(surface.data.subarray(from, from + surface.width * 4), ((frame.y + row) * widthPx + frame.x) * 4);
    }
  }
  return { picture, frames };
}
