// The little MessagePack that bots need: reads what the server says, writes one number in an object. https://msgpack.org

/** @throws RangeError or TypeError on what is cut or of a kind that the server does not send */
export function readMessagePack(bytes: Buffer): unknown {
  let at = 0;
  const text = (length: number): string => {
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  const list = (length: number): unknown[] => Array.from({ length }, () => value());
  const table = (length: number): Record<string, unknown> => Object.fromEntries(Array.from({ length }, () => [String(value()), value()]));
  const number = (read: (offset: number) => number | bigint, length: number): number => {
    const found = Number(read.call(bytes, at));
    at += length;
    return found;
  };
  function value(): unknown {
    const kind = bytes.readUInt8(at++);
    if (kind < 0x80) return kind;
    if (kind < 0x90) return table(kind & 15);
    if (kind < 0xa0) return list(kind & 15);
    if (kind < 0xc0) return text(kind & 31);
    if (kind >= 0xe0) return kind - 256;
    switch (kind) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xca:
        return number(bytes.readFloatBE, 4);
      case 0xcb:
        return number(bytes.readDoubleBE, 8);
      case 0xcc:
        return number(bytes.readUInt8, 1);
      case 0xcd:
        return number(bytes.readUInt16BE, 2);
      case 0xce:
        return number(bytes.readUInt32BE, 4);
      case 0xcf:
        return number(bytes.readBigUInt64BE, 8);
      case 0xd0:
        return number(bytes.readInt8, 1);
      case 0xd1:
        return number(bytes.readInt16BE, 2);
      case 0xd2:
        return number(bytes.readInt32BE, 4);
      case 0xd3:
        return number(bytes.readBigInt64BE, 8);
      case 0xd9:
        return text(number(bytes.readUInt8, 1));
      case 0xda:
        return text(number(bytes.readUInt16BE, 2));
      case 0xdc:
        return list(number(bytes.readUInt16BE, 2));
      case 0xde:
        return table(number(bytes.readUInt16BE, 2));
      default:
        throw new TypeError(`MessagePack kind ${kind} is not read here`);
    }
  }
  return value();
}

/** `{ [key]: number }`, the number as a double. Keys up to 31 letters. */
export function packNumber(key: string, number: number): Buffer {
  const bytes = Buffer.alloc(2 + key.length + 9);
  bytes[0] = 0x81;
  bytes[1] = 0xa0 | key.length;
  bytes.write(key, 2, 'latin1');
  bytes[2 + key.length] = 0xcb;
  bytes.writeDoubleBE(number, 3 + key.length);
  return bytes;
}
