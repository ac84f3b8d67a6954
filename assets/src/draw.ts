// `npm run art`: draws the default map into assets/maps, the app's icons into client/public, and contact sheets and previews to look at into assets/preview.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawContactSheets } from './avatar/contactSheet.ts';
import { contactSheet, enlarge } from './build/contactSheet.ts';
import { drawMapFiles } from './build/drawMapFiles.ts';
import { encodePng } from './build/encodePng.ts';
import { seatSheet } from './build/seatSheet.ts';
import { catalogue } from './furniture/catalogue.ts';
import { drawIcons } from './icons/drawIcons.ts';
import { drawPreviews } from './preview/drawPreviews.ts';
import { readWrittenMap } from './preview/readWrittenMap.ts';
import { sharePicture } from './preview/sharePicture.ts';

const folder = (name: string): string => {
  const path = join(import.meta.dirname, '..', name);
  mkdirSync(path, { recursive: true });
  return path;
};

const maps = folder('maps');
const preview = folder('preview');

const { tmj, pictures } = drawMapFiles();
const tmjPath = join(maps, 'office.tmj');
writeFileSync(tmjPath, tmj);
const pngs = [...pictures].map(([name, surface]) => [name, encodePng(surface)] as const);
for (const [name, png] of pngs) writeFileSync(join(maps, name), png);
const kilobytes = Math.ceil(pngs.reduce((sum, [, png]) => sum + png.length, 0) / 1024);
console.log(`assets/maps: office.tmj and ${pngs.length} pictures of ${kilobytes} kB together`);

const icons = drawIcons();
const published = folder('../client/public');
folder('../client/public/icons');
for (const [path, surface] of icons) writeFileSync(join(published, path), encodePng(surface));
writeFileSync(join(published, 'share.png'), encodePng(sharePicture(readWrittenMap(tmjPath))));
console.log(`client/public: ${icons.size} icons and the picture that goes with links`);

writeFileSync(join(preview, 'sheet.png'), encodePng(enlarge(contactSheet(catalogue()), 3)));
writeFileSync(join(preview, 'seats.png'), encodePng(enlarge(seatSheet(), 2)));
for (const { name, surface, scale } of drawContactSheets()) writeFileSync(join(preview, `${name}.png`), encodePng(enlarge(surface, scale)));
drawPreviews(tmjPath, preview, {
  hours: ['day', 'evening'],
  places: [],
  readmeDir: join(import.meta.dirname, '..', '..', 'docs', 'pictures'),
});
console.log('assets/preview: contact sheets and the map by day and in the evening');
