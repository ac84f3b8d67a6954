// Shelves and plants, which stand in every place: neighbours differ, so that no row looks cloned.
import type { PlantKind, PotColour } from '../furniture/plants.ts';
import { plant } from '../furniture/plants.ts';
import { bookshelf } from '../furniture/shelves.ts';
import { hash, pickFrom } from '../pixels/random.ts';
import type { Layout } from './Layout.ts';
import { put } from './Layout.ts';
import type { Part } from './readPlan.ts';
import { TILE } from './readPlan.ts';
import { isFullWall } from './walls.ts';

const SHELF_HEIGHT_PX = 60;

export function furnishShelves(layout: Layout, parts: readonly Part[]): void {
  for (const shelf of parts.filter(({ glyph }) => glyph === 'k')) {
    const atWall = isFullWall(shelf.x, shelf.y - 1);
    const base = atWall ? shelf.y * TILE + 14 : (shelf.y + shelf.h) * TILE - 6;
    const wood = hash(shelf.x, shelf.y, 21) < 0.3 ? 'oak' : 'walnut';
    for (let column = shelf.x; column < shelf.x + shelf.w; column += 2) {
      const isDouble = column + 1 < shelf.x + shelf.w;
      const x = (column + (isDouble ? 1 : 0.5)) * TILE;
      const line = put(layout, bookshelf({ w: isDouble ? 62 : 30, seed: column * 7 + shelf.y, wood }), x, base);
      // On the north wall there is no height left above.
      if (!isDouble || shelf.y === 2 || hash(column, shelf.y, 3) > 0.45) continue;
      const kind = pickFrom<PlantKind>(['bush', 'fern', 'snake'], column + shelf.y);
      put(layout, plant({ kind, potColour: pickFrom<PotColour>(['clay', 'cream', 'teal'], column) }), x, line - SHELF_HEIGHT_PX + 2, {
        depth: line + 1,
        raised: true,
      });
    }
  }
}

const KINDS: readonly [PlantKind, ...PlantKind[]] = ['monstera', 'olive', 'ficus', 'agave', 'snake', 'palm', 'bush', 'fern'];
const POTS: readonly [PotColour, ...PotColour[]] = ['clay', 'cream', 'blue', 'sage', 'teal', 'ochre'];

export function furnishPlants(layout: Layout, parts: readonly Part[]): void {
  parts
    .filter(({ glyph }) => glyph === 'P')
    .forEach(({ x, y }, index) => {
      const sprite = plant({ kind: pickFrom(KINDS, index), potColour: pickFrom(POTS, index * 5 + Math.floor(index / 8)) });
      put(layout, sprite, (x + 0.5) * TILE + Math.round(hash(x, y, 4) * 6 - 3), (y + 1) * TILE - 3 - Math.round(hash(x, y, 5) * 5));
    });
}
