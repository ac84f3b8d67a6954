import type { Line } from '@comptoir/shared/protocol/talk';
import { expect, test } from 'vitest';
import { en } from '../../../i18n/en.ts';
import { translate } from '../../../i18n/translate.ts';
import type { Say } from '../../Ui.ts';
import { excerptOf, kindOf, pictureSize, reactionWords, sizeWords, spokenLine } from './lineWords.ts';

const t: Say = (key, words) => translate(en, 'en', key, words);
const NAMES: Record<string, string> = { n: 'Noor', l: 'Lou' };
const nameOf = (id: string): string | undefined => NAMES[id];

test('[U134] a line is read out with what it answers, its files, whether it was edited, and who reacted', () => {
  const line: Line = {
    ...{ id: '1', from: 'n', name: 'Noor', to: { kind: 'office' }, text: 'Tuesday', atMs: Date.UTC(2026, 0, 5, 12), mentions: [] },
    replyTo: { id: '0', from: 'l', name: 'Lou', text: 'When?' },
    files: [{ id: 'f', name: 'plan.pdf', type: 'application/pdf', bytes: 9 }],
    editedMs: 1,
    reactions: [{ emoji: '👍', people: ['l', 'x'] }],
  };
  const spoken = spokenLine(line, 'Noor', nameOf, 'en', t);
  expect(spoken).toMatch(/^Noor, .+: Tuesday\. In reply to Lou: When\?\. plan\.pdf\. edited\. 👍 Lou, Somebody$/);
});

test('[U134] of many who reacted six are named', () => {
  const people = ['n', 'l', ...Array.from({ length: 8 }, (_, i) => `p${i}`)];
  expect(reactionWords(people, nameOf, t)).toBe('Noor, Lou, Somebody, Somebody, Somebody, Somebody and 4 more');
});

test('[U136] files are told by kind and size in the language, pictures fit without being enlarged', () => {
  expect([800, 12_345, 1_234_567].map((bytes) => sizeWords(bytes, 'en'))).toEqual(['800 byte', '12 kB', '1.2 MB']);
  expect(sizeWords(1_234_567, 'fr')).toMatch(/^1,2\sMo$/u);
  expect([kindOf({ name: 'Plan du lieu.pdf' }), kindOf({ name: 'README' })]).toEqual(['PDF', undefined]);
  expect(pictureSize(1000, 500, { width: 250, height: 240 })).toEqual({ width: 250, height: 125 });
  expect(pictureSize(100, 4000, { width: 250, height: 240 })).toEqual({ width: 6, height: 240 });
  expect(pictureSize(16, 16, { width: 250, height: 240 })).toEqual({ width: 16, height: 16 });
});

test('[U134] a line of files alone is called by them', () => {
  expect(excerptOf({ text: ' ', files: [{ id: 'f', name: 'oak.png', type: 'image/png', bytes: 1 }] })).toBe('oak.png');
});
