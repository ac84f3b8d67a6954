import { expect, it } from 'vitest';
import { cleanJpeg } from './cleanJpeg.ts';

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const START = Buffer.from([0xff, 0xd8]);
const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3])]);
const END = Buffer.from([0xff, 0xd9]);
const SIZE = segment(0xc0, Buffer.from([8, 0, 20, 0, 30, 1, 1, 0x11, 0]));
const JFIF = segment(0xe0, Buffer.from('JFIF\0', 'latin1'));

/** As a camera writes it: turned so, taken there. */
function exif(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  const short = (value: number, at: number) => (isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  tiff.write(isLittle ? 'II' : 'MM', 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(orientation, 18);
  short(0x8825, 22);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('48 51 24 N 2 21 07 E')]));
}

it('[W44] takes out where a photo was taken, and keeps the picture', () => {
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<GPSLatitude>'));
  const comment = segment(0xfe, Buffer.from('GPS of mine'));
  const photo = Buffer.concat([START, JFIF, exif(1, true), xmp, comment, SIZE, SCAN, END, Buffer.from('ftypmp42 GPS in a film behind it')]);
  expect(cleanJpeg(photo)).toEqual({ bytes: Buffer.concat([START, JFIF, SIZE, SCAN, END]), orientation: 1 });
});

it.each([true, false])('[W44] keeps how it is turned (little endian: %s)', (isLittle) => {
  const cleaned = cleanJpeg(Buffer.concat([START, exif(6, isLittle), SIZE, SCAN, END]));
  expect(cleaned?.orientation).toBe(6);
  expect(cleaned?.bytes.includes('48 51')).toBe(false);
  // read again it is turned the same way
  expect(cleaned && cleanJpeg(cleaned.bytes)?.orientation).toBe(6);
});

it('[W44] several scans are one picture', () => {
  const photo = Buffer.concat([START, SIZE, SCAN, segment(0xc4, Buffer.from([0, 1])), SCAN, END]);
  expect(cleanJpeg(photo)?.bytes).toEqual(photo);
});

it.each([
  ['cut off', Buffer.concat([START, SIZE, SCAN])],
  ['a length beyond its end', Buffer.concat([START, Buffer.from([0xff, 0xe1, 0xff, 0xff])])],
  ['nothing', START],
  ['no marker', Buffer.concat([START, Buffer.from('hello there')])],
])('[W44] is no picture: %s', (_what, bytes) => expect(cleanJpeg(bytes)).toBeUndefined());
