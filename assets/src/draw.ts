// `npm run art`: draws the default map and its pictures into assets/maps, and the contact sheet into assets/preview.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contactSheet, enlarge } from './build/contactSheet.ts';
import { encodePng } from './build/encodePng.ts';
import { seatSheet } from './build/seatSheet.ts';
import { catalogue } from './furniture/catalogue.ts';

const folder = (name: string): string => {
  const path = join(import.meta.dirname, '..', name);
  mkdirSync(path, { recursive: true });
  return path;
};

const preview = folder('preview');
writeFileSync(join(preview, 'sheet.png'), encodePng(enlarge(contactSheet(catalogue()), 3)));
writeFileSync(join(preview, 'seats.png'), encodePng(enlarge(seatSheet(), 2)));
