import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PictureFrame, PictureFrames } from './PictureFrames.ts';

interface Made {
  /** Bytes of each packet's part of the picture, the first byte of the first says whether it is a keyframe. */
  parts: Buffer[];
  isKey: boolean;
}

const makeFrame = (n: number, isKey: boolean, sizes: readonly number[]): Made => ({
  isKey,
  parts: sizes.map((size, part) => {
    const bytes = Buffer.alloc(size + 3, n & 0xff);
    if (part === 0) bytes[0] = isKey ? 0 : 1;
    return bytes;
  }),
});

function packetsOf(frames: readonly Made[], firstSequence: number): Buffer[] {
  let sequence = firstSequence;
  return frames.flatMap(({ parts }, frame) =>
    parts.map((part, n) => {
      const header = Buffer.alloc(12);
      header[0] = 0x80;
      header[1] = (n === parts.length - 1 ? 0x80 : 0) | 96;
      header.writeUInt16BE(sequence, 2);
      sequence = (sequence + 1) & 0xffff;
      header.writeUInt32BE(frame * 3000, 4);
      return Buffer.concat([header, Buffer.from([n === 0 ? 0x10 : 0x00]), part]);
    }),
  );
}

const feed = (packets: readonly Buffer[]): PictureFrame[] => {
  const frames = new PictureFrames();
  return packets.flatMap((packet) => frames.take(packet, packet.readUInt32BE(4)));
};
const bytesOf = ({ parts }: Made): string => Buffer.concat(parts).toString('hex');

const film = fc
  .array(fc.record({ isKey: fc.boolean(), sizes: fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }) }), { minLength: 1, maxLength: 40 })
  .map((frames) => frames.map(({ isKey, sizes }, n) => makeFrame(n, n === 0 || isKey, sizes)));
const sequence = fc.oneof(fc.nat(65_535), fc.integer({ min: 65_480, max: 65_535 }));

describe('pictures of packets', () => {
  it('[K62] come whole and in order, through the wrap of their numbers, and however they overtook each other', () => {
    fc.assert(
      fc.property(film, sequence, fc.array(fc.nat(20)), (frames, first, swaps) => {
        const packets = packetsOf(frames, first);
        // the first packet says where they begin
        for (const [n, by] of swaps.entries()) {
          const [a, b] = [n + 1, n + 1 + by];
          const [one, other] = [packets[a], packets[b]];
          if (one && other) [packets[a], packets[b]] = [other, one];
        }
        expect(feed(packets).map(({ bytes }) => bytes.toString('hex'))).toEqual(frames.map(bytesOf));
      }),
    );
  });

  it('[K62] behind a loss nothing comes before the next keyframe, and nothing is put together of halves', () => {
    fc.assert(
      fc.property(film, sequence, fc.array(fc.nat(150), { minLength: 1, maxLength: 4 }), (frames, first, losses) => {
        const filler = Array.from({ length: 70 }, (_, n) => makeFrame(100 + n, n === 0, [2]));
        const all = [...frames, ...filler];
        const packets = packetsOf(all, first);
        const lost = new Set(losses.map((n) => n % packetsOf(frames, first).length));
        const got = feed(packets.filter((_, n) => !lost.has(n)));
        const known = new Map(all.map((frame, n) => [bytesOf(frame), n]));
        let before = -1;
        for (const { bytes, isKey } of got) {
          const n = known.get(bytes.toString('hex')) ?? Number.NaN;
          expect(n).toBeGreaterThan(before);
          if (n !== before + 1) expect(isKey).toBe(true);
          before = n;
        }
        expect(got.at(-1)?.bytes.toString('hex')).toBe(bytesOf(all.at(-1) as Made));
      }),
    );
  });

  it('[K62] whoever was not let through for a while begins with a keyframe', () => {
    const frames = new PictureFrames();
    const [before, far, key] = [
      packetsOf([makeFrame(0, true, [1])], 10),
      packetsOf([makeFrame(1, false, [1])], 9000),
      packetsOf([makeFrame(2, true, [1])], 9001),
    ];
    expect(before.flatMap((packet) => frames.take(packet, 0))).toHaveLength(1);
    expect(far.flatMap((packet) => frames.take(packet, 0))).toHaveLength(0);
    expect(frames.needsKeyframe).toBe(true);
    expect(key.flatMap((packet) => frames.take(packet, 0))).toHaveLength(1);
  });

  it('[K62] a picture that does not end is given up, and the next keyframe is a beginning', () => {
    const frames = new PictureFrames();
    const endless = packetsOf(
      [
        makeFrame(
          1,
          true,
          Array.from({ length: 1700 }, () => 1400),
        ),
        makeFrame(2, true, [1]),
      ],
      65_000,
    );
    const whole = endless.flatMap((packet) => frames.take(packet, 0));
    expect(whole.map(({ bytes }) => bytes.length)).toEqual([4]);
  });

  it('[K62] a packet without a picture is a number and nothing else', () => {
    const packets = packetsOf([makeFrame(0, true, [1]), makeFrame(1, false, [1]), makeFrame(2, false, [1])], 0);
    packets[1] = (packets[1] as Buffer).subarray(0, 12);
    expect(feed(packets)).toHaveLength(2);
  });
});
