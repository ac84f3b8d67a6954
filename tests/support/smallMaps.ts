// Small offices made by code, with real pictures and sounds beside them: to be put into the maps folder of a running server.
import { drawnTiled, objectLayer, tiledProperties } from '@comptoir/server/maps/drawnTiled';
import { PNG } from 'pngjs';
import type { MapFiles } from './openOffice.ts';

const TILE = 32;

interface Box {
  /** Tiles. */
  x: number;
  y: number;
  width?: number;
  height?: number;
}

type PropertyValues = Parameters<typeof tiledProperties>[0];

/** An area over whole tiles. */
export const areaAt = (name: string, { x, y, width = 1, height = 1 }: Box, values: PropertyValues) => ({
  ...{ type: 'area', name, x: x * TILE, y: y * TILE, width: width * TILE, height: height * TILE },
  properties: tiledProperties(values),
});

export const seatAt = (name: string, { x, y }: Box, facing: string, values: PropertyValues = {}) => ({
  ...{ type: 'seat', name, x: x * TILE, y: y * TILE, width: TILE, height: TILE },
  properties: tiledProperties({ facing, ...values }),
});

/** The middle of a tile, px. */
export const tilePx = (x: number, y: number): { x: number; y: number } => ({ x: (x + 0.5) * TILE, y: (y + 0.5) * TILE });

/** A hall of free floor with a wall around it. */
export function drawHall(width: number, height: number): string {
  const inner = `#${'.'.repeat(width - 2)}#`;
  return ['#'.repeat(width), ...Array.from({ length: height - 2 }, () => inner), '#'.repeat(width)].join('\n');
}

export const mapOf = (drawing: string, objects: Parameters<typeof objectLayer>[1]) =>
  drawnTiled(drawing, [objectLayer('objects', objects)]);

/** The sixteen tiles that drawn maps use: plain colours, each with a dark line at its left and upper edge. */
function tilesPicture(): Uint8Array {
  const picture = new PNG({ width: 4 * TILE, height: 4 * TILE });
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) {
      const isWall = Math.floor(x / TILE) === 1 && y < TILE;
      const isEdge = x % TILE === 0 || y % TILE === 0;
      picture.data.writeUInt32BE(isWall || isEdge ? 0x5a4632ff : 0xd9c7a6ff, 4 * (y * picture.width + x));
    }
  return PNG.sync.write(picture);
}

/** A second of a quiet tone: 8 kHz, 8 bit, mono. */
export function toneFile(): Uint8Array {
  const samples = 8000;
  const wav = Buffer.alloc(44 + samples);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples, 40);
  for (let n = 0; n < samples; n++) wav[44 + n] = 128 + Math.round(20 * Math.sin((2 * Math.PI * 220 * n) / 8000));
  return wav;
}

/** The maps with the picture of their tiles. */
export const withTiles = (files: MapFiles): MapFiles => ({ 'tiles.png': tilesPicture(), ...files });
