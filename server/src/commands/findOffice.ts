// The office that a command names, by its map: as the server would open it, also before its first start.

import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { findMaps } from '../maps/findMaps.ts';
import { FolderReader } from '../maps/MapReader.ts';
import { readMapFile } from '../maps/readMapFile.ts';

export interface MapSettings {
  mapsDir: string;
  builtInMapsDir: string;
}

/** @returns its map, or why there is none, in a sentence */
export function findOffice({ mapsDir, builtInMapsDir }: MapSettings, office: string): OfficeMap | string {
  const known: string[] = [];
  for (const folder of [mapsDir, builtInMapsDir]) {
    const found = findMaps(folder, new FolderReader(folder, '/maps/'));
    const [path] = found.get(office) ?? [];
    known.push(...found.keys());
    if (path === undefined) continue;
    const { map } = readMapFile({ folder, urlPrefix: '/maps/', path });
    return map ?? `The map of ${office} is broken: npm run map:check -- ${folder}/${path} says where.`;
  }
  return `There is no office "${office}". There are: ${[...new Set(known)].join(', ')}.`;
}
