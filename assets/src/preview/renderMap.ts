// Renders a written map the way the game does: tile layers, then furniture and people by depth, then the light of the hour.
import { Surface } from '../pixels/Surface.ts';
import type { Hour } from './lightMap.ts';
import { applyLight, buildLightMap, paintWindows } from './lightMap.ts';
import type { TilePicture, WrittenMap } from './readWrittenMap.ts';
import { numberOf } from './readWrittenMap.ts';

/** The little light of a person, as the game draws it. */
const GLOW_RADIUS_PX = 40;
const CHEST_ROW = 30;

export interface Extra {
  surface: Surface;
  x: number;
  y: number;
  depth: number;
}

/** Copies part of a picture with its alpha; much faster than drawing pixel by pixel. */
function blitPart(
  target: Surface,
  { picture, x: sx, y: sy, w, h }: Pick<TilePicture, 'picture' | 'x' | 'y' | 'w' | 'h'>,
  left: number,
  top: number,
): void {
  const s = picture.data;
  const d = target.data;
  for (let j = Math.max(0, -top); j < h && top + j < target.height; j++) {
    for (let i = Math.max(0, -left); i < w && left + i < target.width; i++) {
      const from = ((sy + j) * picture.width + sx + i) * 4;
      const a = (s[from + 3] ?? 0) / 255;
      if (!a) continue;
      const to = ((top + j) * target.width + left + i) * 4;
      for (let k = 0; k < 3; k++) d[to + k] = (d[to + k] ?? 0) * (1 - a) + (s[from + k] ?? 0) * a;
      d[to + 3] = 255;
    }
  }
}

export function renderMap(map: WrittenMap, hour: Hour, extras: readonly Extra[] = []): Surface {
  const canvas = new Surface(map.widthPx, map.heightPx);
  const drawn: { depth: number; draw: () => void }[] = [];
  for (const layer of map.layers) {
    if (layer.opacity === 0) continue;
    layer.data?.forEach((gid, i) => {
      const tile = map.tileOf(gid);
      if (tile) blitPart(canvas, tile, (i % map.columns) * map.tilePx, Math.floor(i / map.columns) * map.tilePx);
    });
    for (const object of layer.objects ?? []) {
      const tile = object.gid === undefined ? undefined : map.tileOf(object.gid);
      if (!tile) continue;
      const depth = object.y + tile.baseline + (numberOf(object, 'depth') ?? 0);
      drawn.push({ depth, draw: () => blitPart(canvas, tile, object.x, object.y - tile.h) });
    }
  }
  for (const { surface, x, y, depth } of extras) {
    drawn.push({ depth, draw: () => blitPart(canvas, { picture: surface, x: 0, y: 0, w: surface.width, h: surface.height }, x, y) });
  }
  drawn.sort((a, b) => a.depth - b.depth);
  for (const { draw } of drawn) draw();
  const lights = map.layers.find(({ name }) => name === 'lights')?.objects ?? [];
  // Everybody carries a little light, so that faces stay readable in the dark.
  const carried = extras.map(({ x, y, surface }) => ({
    name: '',
    type: 'light',
    x: x + surface.width / 2 - GLOW_RADIUS_PX,
    y: y + CHEST_ROW - GLOW_RADIUS_PX,
    width: 2 * GLOW_RADIUS_PX,
    height: 2 * GLOW_RADIUS_PX,
    ellipse: true,
    properties: [
      { name: 'color', value: '#ffd9a8' },
      { name: 'strength', value: 0.26 },
    ],
  }));
  applyLight(canvas.data, buildLightMap(map.widthPx, map.heightPx, [...lights, ...carried], hour));
  paintWindows(canvas, lights, hour);
  return canvas;
}
