// MessagePack as whoever likes may write it: every value that a test can think of, and bytes that only look like it. https://msgpack.org

const EMPTY = 0xc1;

function head(kinds: readonly [fix: number, most: number, u8: number, u16: number, u32: number], length: number): Buffer {
  const [fix, most, u8, u16, u32] = kinds;
  if (length <= most) return Buffer.of(fix | length);
  if (length < 256 && u8 !== EMPTY) return Buffer.of(u8, length);
  const bytes = Buffer.alloc(length < 65_536 ? 3 : 5);
  bytes[0] = length < 65_536 ? u16 : u32;
  if (length < 65_536) bytes.writeUInt16BE(length, 1);
  else bytes.writeUInt32BE(length, 1);
  return bytes;
}

function packNumber(value: number): Buffer {
  if (Number.isInteger(value) && value >= 0 && value < 128 && !Object.is(value, -0)) return Buffer.of(value);
  const bytes = Buffer.alloc(9);
  bytes[0] = 0xcb;
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

/** Half of a pair of surrogates is written as its three bytes, which no text may have. */
function packText(text: string): Buffer {
  const parts = Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code >= 0xd800 && code < 0xe000
      ? Buffer.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
      : Buffer.from(sign);
  });
  const bytes = /[\ud800-\udfff]/u.test(text) ? Buffer.concat(parts) : Buffer.from(text);
  return Buffer.concat([head([0xa0, 31, 0xd9, 0xda, 0xdb], bytes.length), bytes]);
}

export function packMessage(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.of(0xc0);
  if (typeof value === 'boolean') return Buffer.of(value ? 0xc3 : 0xc2);
  if (typeof value === 'number') return packNumber(value);
  if (typeof value === 'string') return packText(value);
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return Buffer.concat([head([0, -1, 0xc4, 0xc5, 0xc6], bytes.length), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([head([0x90, 15, EMPTY, 0xdc, 0xdd], value.length), ...value.map(packMessage)]);
  const entries = Object.entries(value as object);
  return Buffer.concat([
    head([0x80, 15, EMPTY, 0xde, 0xdf], entries.length),
    ...entries.flatMap(([name, inner]) => [packText(name), packMessage(inner)]),
  ]);
}

/** More is promised than comes, kinds that do not exist, and nesting that no stack holds. */
export const CROOKED: readonly Buffer[] = [
  ...[
    'dd7fffffff',
    'ddffffffff',
    'dfffffffff',
    'dbffffffff',
    'c6ffffffff',
    'c9ffffffff01',
    'deffff',
    'dcffffc0',
    'c1',
    'd9',
    '81a161',
    '81',
    'd40000',
  ].map((hex) => Buffer.from(hex, 'hex')),
  ...[
    'd6ff00000000',
    'c70cff0000000000000000000000ff',
    'd70072000000000000',
    'c7ff01',
    'd4720140',
    'd5654041',
    'd6690000000191',
    '81c3c3',
    '8192c0c0c0',
    '81cb7ff8000000000000c0',
  ].map((hex) => Buffer.from(hex, 'hex')),
  Buffer.alloc(0),
  Buffer.alloc(50_000, 0x91),
  Buffer.alloc(60_000, 0x81),
  Buffer.concat([Buffer.alloc(3000, 0x91), Buffer.of(0xc0)]),
  Buffer.concat([Buffer.of(0x81, 0xa9), Buffer.from('__proto__'), Buffer.of(0x81, 0xa2), Buffer.from('ok'), Buffer.of(0xc3)]),
];
