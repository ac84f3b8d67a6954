// What a file is, by its content: names and what its sender says are not believed.

const ascii = (head: Uint8Array, from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
const begins = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);

const BRANDS: Readonly<Record<string, string>> = {
  'M4A ': 'audio/mp4',
  'M4B ': 'audio/mp4',
  'qt  ': 'video/quicktime',
  avif: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  mif1: 'image/heic',
};
/** Matroska's own type says so within its first elements. */
const WEBM_WITHIN = 64;

/** Bytes that have to be there for `typeOf`. */
export const HEAD_BYTES = 64;

/** Undefined: nothing that is known by its first bytes; it may still be text. */
export function typeOf(head: Uint8Array): string | undefined {
  if (begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (/^GIF8[79]a$/.test(ascii(head, 0, 6))) return 'image/gif';
  if (ascii(head, 0, 4) === 'RIFF') {
    const form = ascii(head, 8, 12);
    return form === 'WEBP' ? 'image/webp' : form === 'WAVE' ? 'audio/wav' : undefined;
  }
  if (ascii(head, 0, 5) === '%PDF-') return 'application/pdf';
  if (ascii(head, 4, 8) === 'ftyp') return BRANDS[ascii(head, 8, 12)] ?? 'video/mp4';
  if (begins(head, [0x1a, 0x45, 0xdf, 0xa3])) return ascii(head, 4, WEBM_WITHIN).includes('webm') ? 'video/webm' : undefined;
  if (ascii(head, 0, 4) === 'OggS') return 'audio/ogg';
  if (ascii(head, 0, 4) === 'fLaC') return 'audio/flac';
  if (ascii(head, 0, 3) === 'ID3' || isMp3Frame(head)) return 'audio/mpeg';
  if (begins(head, [0x50, 0x4b, 0x03, 0x04]) || begins(head, [0x50, 0x4b, 0x05, 0x06])) return 'application/zip';
  return undefined;
}

/** MPEG audio layer III with a bitrate and a rate that exist. */
function isMp3Frame([sync, version = 0, rates = 0xff]: Uint8Array): boolean {
  return (
    sync === 0xff &&
    (version & 0xe6) === 0xe2 &&
    (version & 0x18) !== 0x08 &&
    rates >> 4 !== 0 &&
    rates >> 4 !== 15 &&
    (rates & 0x0c) !== 0x0c
  );
}

/** Shown by browsers without running anything of it; everything else is only ever saved. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp|avif)|audio\/[\w-]+|video\/(?:mp4|webm)|application\/pdf)$/;
export const isShown = (type: string): boolean => SHOWN.test(type);

/** What a card may show. */
export const isPicture = (type: string): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type);

/** Follows a text as it comes: UTF-8, and nothing that no text holds. */
export class TextCheck {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isText = true;

  add(chunk: Uint8Array): void {
    if (!this.#isText) return;
    this.#isText = !chunk.some(isControl) && this.#decodes(chunk, true);
  }

  /** Was all of it text? */
  end(): boolean {
    return this.#isText && this.#decodes(new Uint8Array(), false);
  }

  #decodes(chunk: Uint8Array, stream: boolean): boolean {
    try {
      this.#decoder.decode(chunk, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

/** But for tab, new lines and form feed. */
const isControl = (byte: number): boolean => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13;
