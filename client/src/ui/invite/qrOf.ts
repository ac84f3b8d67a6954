// A QR code as the path of an SVG, with the empty edge that scanners need. Fetched when one is looked at.
import { encode } from 'uqr';

export interface QrPicture {
  /** Modules on each side, the empty edge with them. */
  size: number;
  /** Of everything black, one module to the unit. */
  path: string;
}

/** As the standard wants it, modules. */
const EDGE = 4;

export function qrOf(text: string): QrPicture {
  // M: readable from a screen with reflections, and not much finer
  const { size, data } = encode(text, { ecc: 'M', border: EDGE });
  return { size, path: data.map(rowPath).join('') };
}

/** Each run of black modules is one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `M${from} ${y}h${x + 1 - from}v1H${from}z`;
  }
  return path;
}
