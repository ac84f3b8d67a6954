// How large a picture is shown, from its first bytes.
import { pictureSize } from '../maps/pictureSize.ts';

interface Facts {
  /** px; absent when they are not understood. */
  width?: number;
  height?: number;
}

/** Pictures that claim more are not believed. */
const MOST_PX = 32_768;
/** From there on Exif turns a picture by a quarter. */
const TURNED = 5;

function sizeOfWebp(head: Buffer): Facts {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return head.length < 30 ? {} : { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      if (head.length < 25) return {};
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return head.length < 30 ? {} : { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    default:
      return {};
  }
}

/** @param orientation of Exif */
export function pictureFacts(head: Buffer, orientation = 1): Facts {
  const isWebp = head.toString('latin1', 0, 4) === 'RIFF';
  const { width, height }: Facts = isWebp ? sizeOfWebp(head) : (pictureSize(head) ?? {});
  if (!width || !height || width > MOST_PX || height > MOST_PX) return {};
  return orientation >= TURNED ? { width: height, height: width } : { width, height };
}
