// Rows of small numbers as short text, both ways: run lengths and values as varints, written in base64; no library, no promise.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const left = bytes.length - i;
    parts.push(
      ALPHABET.charAt(a >> 2) +
        ALPHABET.charAt(((a & 3) << 4) | (b >> 4)) +
        (left > 1 ? ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '=') +
        (left > 2 ? ALPHABET.charAt(c & 63) : '='),
    );
  }
  return parts.join('');
}

function fromBase64(text: string): Uint8Array {
  const sextets = new Uint8Array(128);
  for (let i = 0; i < 64; i++) sextets[ALPHABET.charCodeAt(i)] = i;
  const length = text.replace(/=+$/, '').length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  for (let i = 0, at = 0; i < length; i += 4) {
    const bits =
      ((sextets[text.charCodeAt(i)] ?? 0) << 18) |
      ((sextets[text.charCodeAt(i + 1)] ?? 0) << 12) |
      ((sextets[text.charCodeAt(i + 2)] ?? 0) << 6) |
      (sextets[text.charCodeAt(i + 3)] ?? 0);
    bytes[at++] = bits >> 16;
    bytes[at++] = (bits >> 8) & 255;
    bytes[at++] = bits & 255;
  }
  return bytes;
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value >>> 0;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Whole numbers from 0 to 2^32 - 1 as base64 text of (run length, value) pairs of LEB128 varints. */
export function packRuns(values: ArrayLike<number>): string {
  const bytes: number[] = [];
  for (let i = 0; i < values.length; ) {
    const value = values[i] ?? 0;
    let end = i + 1;
    while (end < values.length && values[end] === value) end++;
    pushVarint(bytes, end - i);
    pushVarint(bytes, value);
    i = end;
  }
  return toBase64(bytes);
}

/** What packRuns packed, exactly `count` numbers: missing ones are 0, surplus ones are left out. */
export function unpackRuns(text: string, count: number): Uint32Array {
  const bytes = fromBase64(text);
  const values = new Uint32Array(count);
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length && shift < 35; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  };
  for (let filled = 0; filled < count && at < bytes.length; ) {
    const end = Math.min(count, filled + varint());
    values.fill(varint(), filled, end);
    filled = end;
  }
  return values;
}
