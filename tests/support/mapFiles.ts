// Files for the folder of maps of an office.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of MAPS_DIR by their path in it. */
export type MapFiles = Record<string, string | Uint8Array | object>;

export function writeMaps(mapsDir: string, files: MapFiles): void {
  mkdirSync(mapsDir, { recursive: true });
  for (const [path, content] of Object.entries(files))
    writeFileSync(join(mapsDir, path), typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
}
