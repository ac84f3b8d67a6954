import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rewriter } from './Rewriter.ts';
import { sequenceDiff, timestampDiff } from './rtp.ts';

const PER_MS = 90;

/** Switches in, then sends `packets` in order, 20 ms apart. */
function play(rewriter: Rewriter, from: { sequence: number; timestamp: number; atMs: number; moment?: number }, packets: number) {
  rewriter.switchTo(from.sequence, from.timestamp, from.atMs, from.moment);
  return Array.from({ length: packets }, (_, n) => {
    const sequence = rewriter.sequence((from.sequence + n) & 0xffff);
    const timestamp = rewriter.timestamp((from.timestamp + n * 20 * PER_MS) >>> 0);
    rewriter.sent(sequence, timestamp, from.atMs + n * 20, from.moment === undefined ? undefined : from.moment + n * 20);
    return { sequence, timestamp };
  });
}

const source = fc.record({ sequence: fc.nat(65_535), timestamp: fc.nat(2 ** 32 - 1), packets: fc.integer({ min: 1, max: 60 }) });

describe('rewriting', () => {
  it('[K7] whatever is switched in, the sequence goes on by one and time goes on', () => {
    fc.assert(
      fc.property(fc.nat(65_535), fc.nat(2 ** 32 - 1), fc.array(source, { minLength: 1, maxLength: 8 }), (first, start, sources) => {
        const rewriter = new Rewriter(PER_MS, first, start);
        let atMs = 1000;
        const sent = sources.flatMap(({ packets, ...from }) => {
          const out = play(rewriter, { ...from, atMs }, packets);
          atMs += packets * 20 + 30;
          return out;
        });
        expect(sent[0]?.sequence).toBe(first);
        for (let n = 1; n < sent.length; n++) {
          expect(sequenceDiff(sent[n]?.sequence ?? 0, sent[n - 1]?.sequence ?? 0)).toBe(1);
          expect(timestampDiff(sent[n]?.timestamp ?? 0, sent[n - 1]?.timestamp ?? 0)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('[K7] what went out is found again by its number, unless it was of an earlier source', () => {
    fc.assert(
      fc.property(source, source, (one, two) => {
        const rewriter = new Rewriter(PER_MS, 65_530, 0);
        const before = play(rewriter, { ...one, atMs: 0 }, one.packets);
        const after = play(rewriter, { ...two, atMs: 5000 }, two.packets);
        for (const { sequence } of before) expect(rewriter.sequenceBefore(sequence)).toBeUndefined();
        after.forEach(({ sequence }, n) => {
          expect(rewriter.sequenceBefore(sequence)).toBe((two.sequence + n) & 0xffff);
        });
      }),
    );
  });

  it('[K7] between two sources with known clocks it is their clocks that count, not when packets came', () => {
    const rewriter = new Rewriter(PER_MS, 0, 0);
    const [, last] = play(rewriter, { sequence: 5, timestamp: 9, atMs: 0, moment: 50_000 }, 2);
    // taken 40 ms after the last one, came 90 ms after
    const [first] = play(rewriter, { sequence: 900, timestamp: 77, atMs: 110, moment: 50_060 }, 1);
    expect(timestampDiff(first?.timestamp ?? 0, last?.timestamp ?? 0)).toBe(40 * PER_MS);
  });

  it.each([-5000, 3_600_000])('[K7] a clock that jumps by %i ms is not believed', (jump) => {
    const rewriter = new Rewriter(PER_MS, 0, 0);
    const [last] = play(rewriter, { sequence: 5, timestamp: 9, atMs: 0, moment: 50_000 }, 1);
    const [first] = play(rewriter, { sequence: 900, timestamp: 77, atMs: 100, moment: 50_000 + jump }, 1);
    expect(timestampDiff(first?.timestamp ?? 0, last?.timestamp ?? 0)).toBe(100 * PER_MS);
  });

  it('[K7] late packets from before the switch are left out', () => {
    const rewriter = new Rewriter(PER_MS, 0, 0);
    play(rewriter, { sequence: 3, timestamp: 0, atMs: 0 }, 1);
    expect(rewriter.belongs(2)).toBe(false);
    expect(rewriter.belongs(65_000)).toBe(false);
    expect(rewriter.belongs(4)).toBe(true);
  });

  it('[K7] says what time it is in what it sends', () => {
    const rewriter = new Rewriter(PER_MS, 0, 1000);
    expect(rewriter.now(0)).toBeUndefined();
    const [sent] = play(rewriter, { sequence: 3, timestamp: 0, atMs: 500, moment: 70_000 }, 1);
    expect(rewriter.now(510)).toEqual({ timestamp: (sent?.timestamp ?? 0) + 900, moment: 70_010 });
  });
});
