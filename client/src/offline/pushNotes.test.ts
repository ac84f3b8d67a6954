import { expect, test } from 'vitest';
import { noteOf, pageFor } from './pushNotes.ts';

const DIRECT = { kind: 'direct', name: 'Noor $&', url: '/o/office#chat=p1', tag: 'direct p1' };

test('[U145] a note says who wrote or knocks, in the language of the browser', () => {
  expect(noteOf(DIRECT, 'fr-FR')).toMatchObject({ title: 'Noor $& t’a écrit', tag: 'direct p1', url: '/o/office#chat=p1' });
  expect(noteOf({ ...DIRECT, kind: 'knock' }, 'de')).toMatchObject({ title: 'Noor $& knocks' });
});

test('[U145] what is no note of this server is not shown', () => {
  for (const data of [undefined, null, 'x', {}, { ...DIRECT, kind: 'other' }, { ...DIRECT, name: 1 }])
    expect(noteOf(data, 'en')).toBeUndefined();
  for (const url of ['https://evil.example/', '//evil.example', '/\\evil.example', 'o/office'])
    expect(noteOf({ ...DIRECT, url }, 'en')).toBeUndefined();
});

test('[U145] a click leads to a page of that office that is open already, to the one looked at first', () => {
  const pages = [
    { url: 'https://a.example/o/other', focused: true },
    { url: 'https://a.example/?name=Ada', focused: false },
    { url: 'https://a.example/o/office/#x', focused: true },
  ];
  expect(pageFor('/o/office#chat=p1', pages, 'https://a.example')).toBe(pages[2]);
  expect(pageFor('/o/office', pages.slice(0, 2), 'https://a.example')).toBe(pages[1]);
  expect(pageFor('/o/third', pages, 'https://a.example')).toBeUndefined();
});
