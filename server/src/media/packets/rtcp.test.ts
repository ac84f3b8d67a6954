import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRtcp, writeBitrate, writeNack, writePli, writeReceiverReport, writeSenderReport } from './rtcp.ts';

const ssrc = fc.nat(2 ** 32 - 1);

describe('RTCP', () => {
  it('[K7] what is asked for again is asked for exactly', () => {
    const gaps = fc.tuple(fc.nat(65_535), fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }));
    fc.assert(
      fc.property(ssrc, gaps, (source, [first, steps]) => {
        let at = first;
        const sequences = [first, ...steps.map((step) => (at = (at + step) & 0xffff))];
        expect(readRtcp(writeNack(source, sequences))).toEqual([{ kind: 'nack', ssrc: source, sequences }]);
      }),
    );
  });

  it('[K7] a keyframe is asked for by PLI, and FIR is understood', () => {
    expect(readRtcp(writePli(77))).toEqual([{ kind: 'keyframe', ssrc: 77 }]);
    const fir = Buffer.from([0x84, 206, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 78, 1, 0, 0, 0]);
    expect(readRtcp(fir)).toEqual([{ kind: 'keyframe', ssrc: 78 }]);
  });

  it('[K8] a bitrate is kept to 18 bits', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.array(ssrc, { maxLength: 3 }), (bitsPerS, sources) => {
        const [item] = readRtcp(writeBitrate(bitsPerS, sources));
        const read = item?.kind === 'bitrate' ? item.bitsPerS : Number.NaN;
        expect(read).toBeLessThanOrEqual(bitsPerS);
        expect(bitsPerS - read).toBeLessThanOrEqual(bitsPerS / 2 ** 17);
      }),
    );
  });

  it('[K7] sender reports keep time to a hundredth of a millisecond', () => {
    const moment = fc.double({ min: 3.9e12, max: 4.2e12, noNaN: true });
    fc.assert(
      fc.property(ssrc, moment, ssrc, (source, ntpMs, timestamp) => {
        const [item] = readRtcp(writeSenderReport({ ssrc: source, ntpMs, timestamp, packets: 5, bytes: 2 ** 33 }));
        if (item?.kind !== 'senderReport') throw new Error('not read');
        expect(item).toMatchObject({ ssrc: source, timestamp });
        expect(Math.abs(item.ntpMs - ntpMs)).toBeLessThan(0.01);
      }),
    );
  });

  it('[K7] losses are reported', () => {
    const report = { ssrc: 9, lossShare: 0.25, lostInAll: 70_000, highestSequence: 200_000, jitter: 3, lastReport: 4, sinceLastReport: 5 };
    expect(readRtcp(writeReceiverReport([report, { ...report, ssrc: 10 }]))).toEqual([
      { kind: 'received', report },
      { kind: 'received', report: { ...report, ssrc: 10 } },
    ]);
  });

  it('[K7] compound packets are read to the end, and what is cut short ends them', () => {
    const compound = Buffer.concat([writeReceiverReport([]), writePli(1), writeBitrate(5000, [1])]);
    expect(readRtcp(compound).map(({ kind }) => kind)).toEqual(['keyframe', 'bitrate']);
    expect(readRtcp(compound.subarray(0, compound.length - 4)).map(({ kind }) => kind)).toEqual(['keyframe']);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => Array.isArray(readRtcp(Buffer.from(bytes)))),
      { numRuns: 2000 },
    );
  });
});
