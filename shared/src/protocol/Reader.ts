// Reads bytes of the binary protocol front to back.

/** Reads a frame front to back; broken once anything was asked for behind the end. */
export class Reader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  u8(): number {
    return this.bytes[this.at++] ?? 0;
  }

  isBroken(): boolean {
    return this.at > this.bytes.length;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  count(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.u8();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    this.at = this.bytes.length + 1;
    return 0;
  }
}
