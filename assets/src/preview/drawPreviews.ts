// Draws assets/maps/office.tmj as pictures to look at: the whole map and every place at twice the size, by day and in the evening.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { encodePng } from '../build/encodePng.ts';
import type { Surface } from '../pixels/Surface.ts';
import type { Hour } from './lightMap.ts';
import { readmePicture } from './readmePicture.ts';
import { readWrittenMap } from './readWrittenMap.ts';
import { renderMap } from './renderMap.ts';
import { samplePeople } from './samplePeople.ts';

const assets = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Places as [name, left, top, width, height] in tiles. */
const CROPS = [
  ['library', 0, 0, 27, 16],
  ['meetings', 25, 0, 34, 17],
  ['green-room', 56, 0, 24, 15],
  ['hall', 56, 6, 24, 24],
  ['after-talk', 55, 26, 25, 14],
  ['desks', 0, 15, 24, 23],
  ['canteen', 21, 14, 25, 16],
  ['lounge', 42, 14, 18, 16],
  ['square', 21, 19, 38, 20],
  ['terrace', 20, 34, 40, 12],
  ['garden-west', 0, 36, 42, 20],
  ['garden-east', 38, 36, 42, 20],
] as const;

function writePng(path: string, surface: Surface, scale = 1): void {
  const png = new PNG({ width: surface.width * scale, height: surface.height * scale });
  for (let y = 0; y < png.height; y++) {
    for (let x = 0; x < png.width; x++) {
      const from = (Math.floor(y / scale) * surface.width + Math.floor(x / scale)) * 4;
      png.data.set(surface.data.subarray(from, from + 4), (y * png.width + x) * 4);
    }
  }
  writeFileSync(path, PNG.sync.write(png, { colorType: 2 }));
}

interface Wanted {
  hours: readonly Hour[];
  /** Names of crops; all of them when empty. */
  places: readonly string[];
  /** Where the README's pictures go; none are written without it. */
  readmeDir?: string;
}

/** `mapPath` is a .tmj with its pictures beside it. */
export function drawPreviews(mapPath: string, outDir: string, { hours, places, readmeDir }: Wanted): void {
  const map = readWrittenMap(mapPath);
  const people = samplePeople(map);
  mkdirSync(outDir, { recursive: true });
  for (const hour of hours) {
    const picture = renderMap(map, hour, people);
    writePng(join(outDir, `office_${hour}_1x.png`), picture);
    if (readmeDir) {
      const { name, surface } = readmePicture(picture, hour);
      mkdirSync(readmeDir, { recursive: true });
      writeFileSync(join(readmeDir, name), encodePng(surface));
    }
    for (const [name, x, y, w, h] of CROPS) {
      if (places.length && !places.includes(name)) continue;
      writePng(join(outDir, `${name}_${hour}_2x.png`), picture.crop(x * map.tilePx, y * map.tilePx, w * map.tilePx, h * map.tilePx), 2);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const hours = (['day', 'evening'] as const).filter((hour) => wanted.includes(hour));
  const places = wanted.filter((word) => word !== 'day' && word !== 'evening');
  drawPreviews(join(assets, 'maps', 'office.tmj'), join(assets, 'preview'), { hours: hours.length ? hours : ['day', 'evening'], places });
}
