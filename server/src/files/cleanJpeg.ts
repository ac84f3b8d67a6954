// A photo without what the camera wrote into it: where it was taken, by what, when. How it is to be turned stays.

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END = 0xd9;
const ORIENTATION = 0x0112;

export interface CleanJpeg {
  bytes: Buffer;
  /** 1 to 8 as Exif has it; from 5 on width and height are swapped when it is shown. */
  orientation: number;
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Colours are wrong without: JFIF, colour profiles, Adobe's transform. */
function isNeeded(file: Buffer, marker: number, at: number): boolean {
  if (marker === APP2) return file.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
  return marker === APP0 || marker === APP14 || !((marker >= APP1 && marker <= APP15) || marker === COMMENT);
}

/** @returns undefined when it is no whole JPEG */
export function cleanJpeg(file: Buffer): CleanJpeg | undefined {
  const parts: Buffer[] = [file.subarray(0, 2)];
  let orientation = 1;
  for (let at = 2; ; ) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at++;
    const marker = file[at + 1];
    if (file[at] !== 0xff || marker === undefined || at + 4 > file.length) return undefined;
    const next = at + 2 + file.readUInt16BE(at + 2);
    if (next > file.length) return undefined;
    if (marker === APP1 && file.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      orientation = orientationOf(file.subarray(at + 10, next));
    if (marker === START_OF_SCAN) {
      const end = endOf(file, next);
      if (end === undefined) return undefined;
      const turned = orientation === 1 ? [] : [exifOf(orientation)];
      return { bytes: Buffer.concat([...parts.slice(0, 1), ...turned, ...parts.slice(1), file.subarray(at, end)]), orientation };
    }
    if (isNeeded(file, marker, at)) parts.push(file.subarray(at, next));
    at = next;
  }
}

/** Behind the end there may be a film that says where it was taken. */
function endOf(file: Buffer, from: number): number | undefined {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; ) {
    const marker = file[at + 1] ?? 0;
    if (marker === END) return at + 2;
    // within a scan: a byte of its data, or a place to begin anew
    if (marker === 0 || marker === 0xff || isRestart(marker)) at = file.indexOf(0xff, at + (marker === 0xff ? 1 : 2));
    else if (at + 4 > file.length) return undefined;
    else at = file.indexOf(0xff, at + 2 + file.readUInt16BE(at + 2));
  }
  return undefined;
}

/** Of the TIFF inside; 1 when it says nothing that exists. */
function orientationOf(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (at + 4 > tiff.length ? tiff.length : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  for (let n = 0, count = short(directory); n < count; n++) {
    const entry = directory + 2 + n * 12;
    if (short(entry) !== ORIENTATION) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** The least that tells how to turn a picture. */
function exifOf(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
