import { expect, it } from 'vitest';
import { isShown, TextCheck, typeOf } from './typeOf.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff\xe1', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav'],
  ['%PDF-1.7', 'application/pdf'],
  ['\0\0\0\x18ftypisom', 'video/mp4'],
  ['\0\0\0\x18ftypM4A ', 'audio/mp4'],
  ['\0\0\0\x18ftypheic', 'image/heic'],
  ['\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x84webm', 'video/webm'],
  ['\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x88matroska', undefined],
  ['OggS\0', 'audio/ogg'],
  ['fLaC', 'audio/flac'],
  ['ID3\x04', 'audio/mpeg'],
  ['\xff\xfb\x90\x64', 'audio/mpeg'],
  ['\xff\xff\xff\xff', undefined],
  ['PK\x03\x04', 'application/zip'],
  ['<html><script>', undefined],
  ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
  ['MZ\x90', undefined],
  ['', undefined],
])('[W42] %j is %s', (head, type) => expect(typeOf(bytes(head))).toBe(type));

it('[W42] knows text by all of it', () => {
  const isText = (...chunks: Uint8Array[]): boolean => {
    const check = new TextCheck();
    for (const chunk of chunks) check.add(chunk);
    return check.end();
  };
  const cafe = new TextEncoder().encode('café\n');
  expect(isText(cafe)).toBe(true);
  expect(isText(cafe.subarray(0, 4), cafe.subarray(4))).toBe(true);
  expect(isText(cafe.subarray(0, 4))).toBe(false);
  expect(isText(cafe, Uint8Array.of(0))).toBe(false);
  expect(isText(Uint8Array.of(0xc3, 0x28))).toBe(false);
});

it('[W42] shows pictures, sound, films and PDFs, never what may hold a script', () => {
  expect(['image/png', 'audio/ogg', 'video/mp4', 'application/pdf'].every(isShown)).toBe(true);
  expect(['text/plain', 'text/html', 'image/svg+xml', 'application/zip', 'image/heic', 'video/quicktime'].some(isShown)).toBe(false);
});
