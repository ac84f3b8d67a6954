// Draws an object on a padded surface, outlines it once and converts its measures to the map's.
import { Surface } from '../pixels/Surface.ts';
import type { Footprint, SitterSpot, Sprite } from './Sprite.ts';

const MARGIN = 2;

/** A box as [x, dy, w, h]: x from the drawing's left edge, dy from the base line (negative is up). */
export type Box = readonly [number, number, number, number];

export interface SpriteOptions {
  /** Row of the base line in the drawing; default: its bottom. */
  base?: number;
  shadow?: Box;
  /** Ellipse inside the box. */
  roundShadow?: Box;
  /** Several rectangles, when one is not enough. */
  shadows?: readonly Box[];
  /** [x, y, w, h] in drawing pixels. */
  glows?: readonly Box[];
  solid?: readonly Box[];
  /** Share of ink in the outline, default .72; 0 = none. */
  outline?: number;
  /** Drawn over the outline: cords, glints. */
  after?: (s: Surface) => void;
  flat?: true;
  fades?: true;
  /** Row of the drawing from which on it stands still; what is above sways. */
  rootedAt?: number;
  /** First drawing row that belongs to the front half of a seat. */
  cut?: number;
  /** Sitters' dx counts from the drawing's LEFT edge here. */
  sitters?: readonly SitterSpot[];
  frameCount?: number;
  frameMs?: number;
}

/** Draws `draw(surface, frame)` on a surface of w x h; all measures of `options` are in drawing pixels (without the margin). */
export function makeSprite(
  name: string,
  w: number,
  h: number,
  draw: (s: Surface, frame: number) => void,
  options: SpriteOptions = {},
): Sprite {
  const drawFrame = (frame: number): Surface => {
    const drawing = new Surface(w, h);
    draw(drawing, frame);
    const padded = new Surface(w + 2 * MARGIN, h + 2 * MARGIN).blit(drawing, MARGIN, MARGIN);
    const outlined = options.outline === 0 ? padded : padded.outline(options.outline);
    if (options.after) {
      const top = new Surface(w, h);
      options.after(top);
      outlined.blit(top, MARGIN, MARGIN);
    }
    return outlined;
  };
  const frames = Array.from({ length: options.frameCount ?? 1 }, (_, frame) => drawFrame(frame));
  const surface = frames[0] ?? drawFrame(0);
  const middle = Math.floor(w / 2);
  const footprint = (shape: Footprint['shape'], [x, dy, bw, bh]: Box): Footprint => ({ shape, dx: x - middle, dy, w: bw, h: bh });
  const shadows: Footprint[] = (options.shadows ?? []).map((box) => footprint('rect', box));
  if (options.shadow) shadows.push(footprint('rect', options.shadow));
  if (options.roundShadow) shadows.push(footprint('ellipse', options.roundShadow));
  const sprite: Sprite = {
    name,
    surface,
    originX: middle + MARGIN,
    baseY: (options.base ?? h) + MARGIN,
    shadows,
    glows: (options.glows ?? []).map(([x, y, gw, gh]) => ({ x: x + MARGIN, y: y + MARGIN, w: gw, h: gh })),
  };
  if (options.flat) sprite.flat = true;
  if (options.fades) sprite.fades = true;
  if (options.rootedAt !== undefined) sprite.sway = h + MARGIN - options.rootedAt;
  if (options.cut !== undefined) sprite.cut = options.cut + MARGIN;
  if (options.solid) sprite.solid = options.solid.map(([x, dy, bw, bh]) => ({ dx: x - middle, dy, w: bw, h: bh }));
  if (options.sitters) sprite.sitters = options.sitters.map((spot) => ({ ...spot, dx: spot.dx - middle }));
  if (frames.length > 1) {
    sprite.frames = frames;
    sprite.frameMs = options.frameMs ?? 160;
  }
  return sprite;
}

/** The same object seen in a mirror; shadows keep falling to the right. */
export function mirrorSprite(sprite: Sprite, name: string): Sprite {
  const width = sprite.surface.width;
  const mirrored: Sprite = {
    ...sprite,
    name,
    surface: sprite.surface.flip(),
    originX: width - sprite.originX,
    shadows: sprite.shadows.map((f) => ({ ...f, dx: -f.dx - f.w + 3 })),
    glows: sprite.glows.map((g) => ({ ...g, x: width - g.x - g.w })),
  };
  if (sprite.frames) mirrored.frames = sprite.frames.map((frame) => frame.flip());
  if (sprite.solid) mirrored.solid = sprite.solid.map((box) => ({ ...box, dx: -box.dx - box.w }));
  if (sprite.sitters) mirrored.sitters = sprite.sitters.map((spot) => ({ ...spot, dx: -spot.dx }));
  return mirrored;
}
