// Small lossless PNG: indexed when 256 colours are enough; the same pixels always give the same bytes.
import { crc32, deflateSync } from 'node:zlib';
import type { Surface } from '../pixels/Surface.ts';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const INDEXED = 3;
const RGB = 2;
const RGBA = 6;

function chunk(type: string, body: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

/** Every RGBA value of the picture as one number, invisible pixels all alike, rarely used colours last; undefined beyond 256. */
function palette(words: Uint32Array): number[] | undefined {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size > 256) return undefined;
  // Translucent colours first: the tRNS chunk then ends early.
  return [...counts.keys()].sort((a, b) => Number((a & 255) === 255) - Number((b & 255) === 255) || (a >>> 0) - (b >>> 0));
}

function pixelWords(s: Surface): Uint32Array {
  const words = new Uint32Array(s.width * s.height);
  const d = s.data;
  for (let i = 0; i < words.length; i++) {
    const a = d[i * 4 + 3] ?? 0;
    words[i] = a === 0 ? 0 : (((d[i * 4] ?? 0) << 24) | ((d[i * 4 + 1] ?? 0) << 16) | ((d[i * 4 + 2] ?? 0) << 8) | a) >>> 0;
  }
  return words;
}

const deflate = (raw: Buffer): Buffer => deflateSync(raw, { level: 9, memLevel: 9 });

/** PNG rows with filter 0, or each row filtered with "up" (2): whichever deflates smaller. */
function smallestStream(rows: Buffer, rowBytes: number): Buffer {
  const count = rows.length / rowBytes;
  const plain = Buffer.alloc(rows.length + count);
  const up = Buffer.alloc(rows.length + count);
  for (let y = 0; y < count; y++) {
    const to = y * (rowBytes + 1);
    rows.copy(plain, to + 1, y * rowBytes, (y + 1) * rowBytes);
    up[to] = 2;
    for (let i = 0; i < rowBytes; i++) up[to + 1 + i] = (rows[y * rowBytes + i] ?? 0) - (y ? (rows[(y - 1) * rowBytes + i] ?? 0) : 0);
  }
  const a = deflate(plain);
  const b = deflate(up);
  return b.length < a.length ? b : a;
}

/** The PNG file of a surface. Colours under fully transparent pixels are dropped. */
export function encodePng(s: Surface): Buffer {
  const words = pixelWords(s);
  const colours = palette(words);
  const isOpaque = words.every((word) => (word & 255) === 255);
  const type = colours ? INDEXED : isOpaque ? RGB : RGBA;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(s.width, 0);
  header.writeUInt32BE(s.height, 4);
  header[8] = 8;
  header[9] = type;
  const chunks = [SIGNATURE, chunk('IHDR', header)];
  const channels = type === INDEXED ? 1 : type === RGB ? 3 : 4;
  const rows = Buffer.alloc(words.length * channels);
  if (colours) {
    const indexOf = new Map(colours.map((word, index) => [word, index]));
    words.forEach((word, i) => {
      rows[i] = indexOf.get(word) ?? 0;
    });
    chunks.push(chunk('PLTE', Buffer.from(colours.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255]))));
    const alphas = colours.map((word) => word & 255).filter((alpha) => alpha < 255);
    if (alphas.length) chunks.push(chunk('tRNS', Buffer.from(alphas)));
  } else {
    words.forEach((word, i) => {
      for (let k = 0; k < channels; k++) rows[i * channels + k] = (word >>> (24 - 8 * k)) & 255;
    });
  }
  chunks.push(chunk('IDAT', smallestStream(rows, s.width * channels)), chunk('IEND', Buffer.alloc(0)));
  return Buffer.concat(chunks);
}
