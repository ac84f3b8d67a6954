import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginsVp8Keyframe,
  findExtension,
  isRtcp,
  isWellFormed,
  payloadStart,
  payloadTypeOf,
  sequenceDiff,
  setPayloadType,
  ssrcOf,
  timestampDiff,
  withoutExtensions,
} from './rtp.ts';

interface Made {
  sources?: number;
  /** id -> value */
  extensions?: [number, number[]][];
  twoBytes?: boolean;
  payload?: number[];
  padding?: number;
}

function make({ sources = 0, extensions, twoBytes = false, payload = [], padding = 0 }: Made): Buffer {
  const header = Buffer.alloc(12 + sources * 4, 7);
  header[0] = 0x80 | (extensions ? 0x10 : 0) | (padding > 0 ? 0x20 : 0) | sources;
  header[1] = 0x80 | 96;
  header.writeUInt32BE(0xabcdef01, 8);
  const values = (extensions ?? []).flatMap(([id, value]) => [
    ...(twoBytes ? [id, value.length] : [(id << 4) | (value.length - 1)]),
    ...value,
  ]);
  while (values.length % 4 !== 0) values.push(0);
  const profile = twoBytes ? [0x10, 0] : [0xbe, 0xde];
  const block = extensions ? [...profile, values.length >> 10, values.length >> 2, ...values] : [];
  const tail = padding > 0 ? [...Array<number>(padding - 1).fill(0), padding] : [];
  return Buffer.concat([header, Buffer.from([...block, ...payload, ...tail])]);
}

describe('packets', () => {
  it.each([false, true])('[K7] extensions are found by id (two-byte form: %s)', (twoBytes) => {
    const packet = make({
      sources: 2,
      twoBytes,
      extensions: [
        [3, [1, 2, 3]],
        [5, [42]],
      ],
      payload: [9],
    });
    const found = findExtension(packet, 5);
    expect(found && packet[found.at]).toBe(42);
    expect(findExtension(packet, 3)?.length).toBe(3);
    expect(findExtension(packet, 4)).toBeUndefined();
    expect(findExtension(make({ payload: [1] }), 5)).toBeUndefined();
  });

  it('[K7] without extensions and padding the rest is the same', () => {
    const shape = fc.record({
      sources: fc.integer({ min: 0, max: 15 }),
      extensions: fc.option(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.nat(255), { minLength: 1, maxLength: 16 })), {
          selector: ([id]) => id,
          maxLength: 6,
        }),
        { nil: undefined },
      ),
      payload: fc.array(fc.nat(255), { maxLength: 40 }),
      padding: fc.integer({ min: 0, max: 255 }),
      twoBytes: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, ({ extensions, ...more }) => {
        const packet = make({ ...more, ...(extensions ? { extensions } : {}) });
        expect(isWellFormed(packet)).toBe(true);
        const bare = withoutExtensions(packet);
        expect(bare).toEqual(make({ sources: more.sources, payload: more.payload }));
        expect(ssrcOf(bare)).toBe(0xabcdef01);
        expect(payloadStart(bare)).toBe(12 + 4 * more.sources);
      }),
    );
  });

  it('[K7] whatever comes, reading it stays within it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(255), (bytes, id) => {
        const packet = Buffer.from(bytes);
        if (!isWellFormed(packet)) return;
        const found = findExtension(packet, id);
        if (found) expect(found.at + found.length).toBeLessThanOrEqual(packet.length);
        const bare = withoutExtensions(packet);
        beginsVp8Keyframe(bare, payloadStart(bare));
        expect(bare.length).toBeGreaterThanOrEqual(payloadStart(bare));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [1, 0, 1],
    [0, 65_535, 1],
    [65_535, 0, -1],
    [32_767, 0, 32_767],
    [10, 65_500, 46],
  ])('[K7] %i is %i + %i, through the wrap', (a, b, ahead) => {
    expect(sequenceDiff(a, b)).toBe(ahead);
  });

  it('[K7] timestamps wrap too', () => {
    expect(timestampDiff(5, 2 ** 32 - 5)).toBe(10);
    expect(timestampDiff(2 ** 32 - 5, 5)).toBe(-10);
  });

  it('[K7] the marker survives another payload type', () => {
    const packet = make({ payload: [1] });
    setPayloadType(packet, 111);
    expect(payloadTypeOf(packet)).toBe(111);
    expect((packet[1] ?? 0) & 0x80).toBe(0x80);
    expect(isRtcp(Buffer.from([0x80, 200, 0, 0]))).toBe(true);
  });

  it.each([
    ['plain, key', [0x10, 0x00], true],
    ['plain, delta', [0x10, 0x01], false],
    ['not the start', [0x00, 0x00], false],
    ['second partition', [0x11, 0x00], false],
    ['with a long picture id, key', [0x90, 0x80, 0x81, 0x02, 0x00], true],
    ['with everything, delta', [0x90, 0xf0, 0x01, 0x02, 0x03, 0x01], false],
    ['cut short', [0x90], false],
    ['empty', [], false],
  ])('[K7] VP8 %s', (_what, payload, isKey) => {
    const packet = make({ payload });
    expect(beginsVp8Keyframe(packet, payloadStart(packet))).toBe(isKey);
  });
});
