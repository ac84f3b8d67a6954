// The default map as files, in memory: the Tiled map and the pictures beside it.
import { buildOfficeMap } from '../map/buildOfficeMap.ts';
import { formatTiled } from '../map/formatTiled.ts';
import type { Surface } from '../pixels/Surface.ts';
import { quantise } from './quantise.ts';

export interface MapFiles {
  /** The text of office.tmj. */
  tmj: string;
  /** Pictures by file name, already reduced to 256 colours. */
  pictures: ReadonlyMap<string, Surface>;
}

/** Draws everything anew, about three seconds; the same bytes on every run. */
export function drawMapFiles(): MapFiles {
  const { tmj, pngs } = buildOfficeMap();
  return {
    tmj: `${formatTiled(tmj)}\n`,
    pictures: new Map([...pngs].map(([name, surface]) => [name, quantise(surface)])),
  };
}
