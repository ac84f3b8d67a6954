// The global tile ids of a tile layer, whichever way Tiled wrote them down.
import { gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import type { Findings } from './Findings.ts';
import type { TiledLayer } from './tiledSchema.ts';

/** The three flip bits of Tiled (31 horizontal, 30 vertical, 29 diagonal) and the id below them; bit 28 is for hexagons. */
export const FLIP_BITS = 0xe000_0000;
export const ID_BITS = 0x0fff_ffff;

const UNPACK: Readonly<Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  '': (packed) => packed,
  zlib: inflateSync,
  gzip: gunzipSync,
  zstd: zstdDecompressSync,
};

/**
 * width x height ids with flip bits, row-major; undefined, with a sentence in `findings`, when the data is not exactly that.
 * Nothing larger than the layer is ever unpacked.
 */
export function layerTiles(layer: TiledLayer, place: string, findings: Findings): Uint32Array | undefined {
  const { data } = layer;
  const needed = layer.width * layer.height;
  if (data === undefined) return findings.refuse(place, 'has no tiles; is the map "infinite"? Switch that off in its properties.');
  if (typeof data !== 'string') {
    if (data.length !== needed)
      return findings.refuse(place, `holds ${data.length} tiles, but ${layer.width} x ${layer.height} are needed.`);
    return Uint32Array.from(data);
  }
  if (layer.encoding !== 'base64')
    return findings.refuse(place, `its data is text in the unknown encoding "${layer.encoding.slice(0, 40)}".`);
  const unpack = Object.hasOwn(UNPACK, layer.compression) ? UNPACK[layer.compression] : undefined;
  if (!unpack)
    return findings.refuse(place, `its compression "${layer.compression.slice(0, 40)}" is unknown; use CSV, zlib, gzip or zstd.`);
  let bytes: Buffer;
  try {
    bytes = unpack(Buffer.from(data, 'base64'), { maxOutputLength: Math.max(1, needed * 4) });
  } catch {
    return findings.refuse(place, `its data cannot be unpacked (${layer.compression || 'base64'}), or holds more than ${needed} tiles.`);
  }
  if (bytes.length !== needed * 4)
    return findings.refuse(place, `holds ${bytes.length / 4} tiles, but ${layer.width} x ${layer.height} are needed.`);
  const tiles = new Uint32Array(needed);
  for (let i = 0; i < needed; i++) tiles[i] = bytes.readUInt32LE(i * 4);
  return tiles;
}
