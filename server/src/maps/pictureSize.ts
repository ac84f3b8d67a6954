// Width and height of a picture file, read from its first bytes (PNG, GIF, JPEG) or its attributes (SVG).

export interface PictureSize {
  width: number;
  height: number;
}

function sizeOfJpeg(bytes: DataView): PictureSize | undefined {
  for (let at = 2; at + 9 < bytes.byteLength; ) {
    if (bytes.getUint8(at) !== 0xff) return undefined;
    const marker = bytes.getUint8(at + 1);
    // SOF0-SOF15 without the tables DHT, JPG, DAC (ISO/IEC 10918-1 table B.1)
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) };
    at += 2 + bytes.getUint16(at + 2);
  }
  return undefined;
}

/** Lengths in px; other units and percentages are left to the viewBox. */
function sizeOfSvg(text: string): PictureSize | undefined {
  const tag = /<svg\b[^>]*>/i.exec(text)?.[0];
  if (!tag) return undefined;
  const length = (name: string): number | undefined => {
    const value = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([0-9.]+)(?:px)?\\s*["']`, 'i').exec(tag)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const box = /\sviewBox\s*=\s*["']\s*([-0-9.eE\s,]+)["']/i
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = length('width') ?? box?.[2];
  const height = length('height') ?? box?.[3];
  return width && height ? { width, height } : undefined;
}

/** px; undefined for a format or a file that is not understood. */
export function pictureSize(file: Uint8Array): PictureSize | undefined {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length > 24 && bytes.getUint32(0) === 0x89504e47) return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  if (file.length > 10 && bytes.getUint32(0) === 0x47494638) return { width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) };
  if (file.length > 10 && bytes.getUint16(0) === 0xffd8) return sizeOfJpeg(bytes);
  return sizeOfSvg(new TextDecoder().decode(file.subarray(0, 4096)));
}
