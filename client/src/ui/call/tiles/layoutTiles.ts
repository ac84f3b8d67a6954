// How a call is laid out: small tiles beside the place, faces that fill the window, or one screen or face large; and how large tiles become.
import type { Quality } from '@comptoir/shared/protocol/talk';
import { keyOfTile, type TileOf } from './orderTiles.ts';

export const LAYOUTS = ['place', 'faces', 'screen'] as const;
export type Layout = (typeof LAYOUTS)[number];

export interface Wish {
  /** Chosen by hand; undefined: as it comes. */
  layout: Layout | undefined;
  /** Shown large by hand. */
  focus: string | undefined;
}

export interface Laid {
  layout: Layout;
  /** What is large in layout 'screen'. */
  large: TileOf | undefined;
}

/**
 * Slides, or a screen, that somebody begins to show are large by themselves, until one chooses otherwise; what is gone can not be large.
 * @param active T55: to the audience of a talk, whoever speaks is large where nothing is shown
 */
export function layTiles(tiles: readonly TileOf[], { layout, focus }: Wish, active?: string): Laid {
  const focused = tiles.find((tile) => keyOfTile(tile) === focus);
  const screen = tiles.find(({ as }) => as !== 'camera');
  const speaker = active === undefined ? undefined : (tiles.find(({ personId }) => personId === active) ?? tiles[0]);
  const wanted = layout ?? (focused || screen || speaker ? 'screen' : 'place');
  if (wanted !== 'screen') return { layout: tiles.length === 0 ? 'place' : wanted, large: undefined };
  const large = focused ?? screen ?? speaker ?? tiles[0];
  return large ? { layout: 'screen', large } : { layout: 'place', large: undefined };
}

export interface Grid {
  columns: number;
  rows: number;
  /** CSS px of one tile, 16:9. */
  width: number;
  height: number;
}

/** The grid in which `n` tiles of 16:9 become as large as the box allows. All in CSS px. */
export function gridOf(n: number, boxWidth: number, boxHeight: number, gap: number): Grid {
  let best: Grid = { columns: 1, rows: Math.max(1, n), width: 0, height: 0 };
  for (let columns = 1; columns <= Math.max(1, n); columns++) {
    const rows = Math.ceil(Math.max(1, n) / columns);
    const fits = Math.min((boxWidth - gap * (columns - 1)) / columns, ((boxHeight - gap * (rows - 1)) / rows) * (16 / 9));
    const width = Math.max(0, Math.floor(fits));
    if (width > best.width) best = { columns, rows, width, height: Math.floor((width * 9) / 16) };
  }
  return best;
}

/** Real pixels of height up to which a quality is enough: 180p for small tiles, 360p for faces. */
const LOW_PX = 200;
const MEDIUM_PX = 440;

/** @param heightCss what it is shown at; @param ratio device pixels per CSS px, of which video gains little beyond 1.5 */
export function qualityOf(heightCss: number, ratio: number): Quality {
  const px = heightCss * Math.min(1.5, ratio);
  if (px <= LOW_PX) return 'low';
  return px <= MEDIUM_PX ? 'medium' : 'high';
}
