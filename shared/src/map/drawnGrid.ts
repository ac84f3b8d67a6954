// A walk grid from an ASCII drawing: the fixture of tests, where the picture says more than numbers.
import type { WalkGrid } from '../movement.ts';
import { SOLID } from '../movement.ts';

/**
 * One line a row of tiles, all of the same length: `#` nobody, `1` to `3` that rank level or higher, anything else everybody.
 * Blank lines around and the indentation of the first line are ignored.
 */
export function drawnGrid(drawing: string): WalkGrid {
  const lines = drawing.split('\n').filter((line) => line.trim() !== '');
  const indent = lines[0]?.search(/\S/) ?? 0;
  const rows = lines.map((line) => line.slice(indent).trimEnd());
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = new Uint8Array(width * rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x++) {
      const tile = row[x] ?? '.';
      cells[y * width + x] = tile === '#' ? SOLID : '123'.includes(tile) ? Number(tile) : 0;
    }
  });
  return { width, height: rows.length, cells };
}
