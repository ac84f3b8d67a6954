// The contact sheet: every sample of the catalogue on the floor it belongs to, with its shadow, to look at three times as large.
import { checkerFloor, deskCarpet, hallCarpet, oakFloor, stoneFloor } from '../floors/indoorFloors.ts';
import { fillFloor } from '../floors/macroTile.ts';
import { lawn } from '../floors/outdoorFloors.ts';
import type { CatalogueTheme } from '../furniture/outdoorCatalogue.ts';
import type { Sprite } from '../furniture/Sprite.ts';
import { INK, P } from '../pixels/palette.ts';
import { Surface } from '../pixels/Surface.ts';

const GAP_PX = 10;

function floorOf(title: string): Surface {
  switch (title) {
    case 'auditorium':
      return hallCarpet();
    case 'desks':
      return deskCarpet();
    case 'kitchen':
    case 'tables':
      return checkerFloor();
    case 'garden':
    case 'outside':
    case 'trees':
    case 'animals':
      return lawn();
    case 'walls':
    case 'boards and pictures':
      return new Surface(32, 32).rect(0, 0, 32, 32, P.cream[3]);
    case 'shelves':
    case 'rugs':
    case 'sofas and armchairs':
      return oakFloor();
    default:
      return stoneFloor();
  }
}

interface Spot {
  sprite: Sprite;
  left: number;
  base: number;
}

function arrange(sprites: readonly Sprite[], widthPx: number): { spots: Spot[]; height: number } {
  const spots: Spot[] = [];
  let row: Sprite[] = [];
  let x = GAP_PX;
  let y = GAP_PX;
  const endRow = () => {
    const rise = Math.max(...row.map((sprite) => sprite.baseY));
    const drop = Math.max(...row.map((sprite) => sprite.surface.height - sprite.baseY));
    let left = GAP_PX;
    for (const sprite of row) {
      spots.push({ sprite, left, base: y + rise });
      left += sprite.surface.width + GAP_PX;
    }
    y += rise + drop + GAP_PX;
    row = [];
    x = GAP_PX;
  };
  for (const sprite of sprites) {
    if (row.length && x + sprite.surface.width + GAP_PX > widthPx) endRow();
    row.push(sprite);
    x += sprite.surface.width + GAP_PX;
  }
  endRow();
  return { spots, height: y + 4 };
}

/** One strip per theme, `widthPx` wide, stacked. */
export function contactSheet(themes: readonly CatalogueTheme[], widthPx = 820): Surface {
  const strips = themes.map(({ title, sprites }) => ({ floor: floorOf(title), ...arrange(sprites, widthPx) }));
  const sheet = new Surface(
    widthPx,
    strips.reduce((sum, { height }) => sum + height, 0),
  );
  let top = 0;
  for (const { floor, spots, height } of strips) {
    fillFloor(sheet, floor, 0, top, widthPx, top + height);
    for (const { sprite, left, base } of spots) {
      for (const { shape, dx, dy, w, h } of sprite.shadows) {
        const x = left + sprite.originX + dx;
        const y = top + base + dy;
        if (shape === 'ellipse') sheet.ell(x + w / 2, y + h / 2, w / 2, h / 2, INK, 0.26);
        else sheet.rr(x, y, w, h, 2, INK, 0.26);
      }
    }
    for (const { sprite, left, base } of spots) sheet.blit(sprite.surface, left, top + base - sprite.baseY);
    top += height;
  }
  return sheet;
}

/** Each pixel as a block of `factor` x `factor`. */
export function enlarge(source: Surface, factor: number): Surface {
  const big = new Surface(source.width * factor, source.height * factor);
  for (let y = 0; y < big.height; y++) {
    for (let x = 0; x < big.width; x++) {
      const from = (Math.floor(y / factor) * source.width + Math.floor(x / factor)) * 4;
      big.data.set(source.data.subarray(from, from + 4), (y * big.width + x) * 4);
    }
  }
  return big;
}
