import { describe, expect, it } from 'vitest';
import { type Carrying, carriesAll, chooseLayer, nextCarrying } from './chooseLayer.ts';

const layers = (...rids: string[]) => rids.map((rid) => ({ rid }));
const all = { rank: 2 };

describe('the layer', () => {
  it.each([
    ['low', 2, ['h', 'l', 'm'], 'l'],
    ['medium', 2, ['h', 'l', 'm'], 'm'],
    ['high', 2, ['h', 'l', 'm'], 'h'],
    ['high', 1, ['h', 'l', 'm'], 'm'],
    ['high', 0, ['h', 'l', 'm'], 'l'],
    ['high', 2, ['l', 'm'], 'm'],
    ['low', 2, ['m', 'h'], 'm'],
    ['medium', 2, ['l', 'h'], 'l'],
  ] as const)('[K8] shown %s over a network that carries %i, of %j it is %s', (quality, rank, rids, rid) => {
    expect(chooseLayer(layers(...rids), quality, { rank })?.rid).toBe(rid);
  });

  it('[K8] of one stream there is no choice, of none neither', () => {
    expect(chooseLayer([{ rid: undefined }], 'low', all)).toEqual({ rid: undefined });
    expect(chooseLayer([], 'low', all)).toBeUndefined();
  });
});

describe('what a network carries', () => {
  const good = { sentBitsPerS: 900_000, estimateBitsPerS: 1_000_000, lossShare: 0 };
  const short = { ...good, estimateBitsPerS: 400_000 };
  const lossy = { ...good, lossShare: 0.2 };
  const carriedAfter = (seen: (typeof good)[], from: Carrying = carriesAll(), fromMs = 0): Carrying =>
    seen.reduce((carrying, each, n) => nextCarrying(carrying, each, fromMs + n * 1000), from);

  it('[K8] less at once when much is lost', () => {
    expect(carriedAfter([lossy]).rank).toBe(1);
    expect(carriedAfter([lossy, lossy]).rank).toBe(0);
    expect(carriedAfter([lossy, lossy, lossy]).rank).toBe(0);
  });

  it('[K8] less when for three seconds less than half gets through', () => {
    expect(carriedAfter([short, short]).rank).toBe(2);
    expect(carriedAfter([short, short, good, short, short]).rank).toBe(2);
    expect(carriedAfter([short, short, short]).rank).toBe(1);
    expect(carriedAfter(Array(6).fill(short)).rank).toBe(0);
  });

  it('[K8] nothing is concluded from an estimate while little is sent, from one that is a little low, or from none', () => {
    for (const seen of [
      { sentBitsPerS: 140_000, estimateBitsPerS: 10_000, lossShare: 0 },
      { ...good, estimateBitsPerS: 500_000 },
      { ...good, estimateBitsPerS: undefined },
    ])
      expect(
        Array<typeof seen>(9)
          .fill(seen)
          .reduce((carrying, each, n) => nextCarrying(carrying, each, n * 1000), carriesAll()).rank,
      ).toBe(2);
  });

  it('[K8] more again after five quiet seconds, one step at a time', () => {
    const down = carriedAfter([lossy, lossy]);
    expect(carriedAfter([good, good, good, good], down, 2000).rank).toBe(0);
    expect(carriedAfter([good, good, good, good, good], down, 2000).rank).toBe(1);
    expect(carriedAfter(Array(10).fill(good), down, 2000).rank).toBe(2);
  });

  it('[K8] a raise that fails doubles the wait', () => {
    const down = carriedAfter([lossy]);
    const raised = nextCarrying(down, good, 5000);
    expect(raised.rank).toBe(2);
    const again = nextCarrying(raised, lossy, 6000);
    expect(again.rank).toBe(1);
    expect(nextCarrying(again, good, 15_000).rank).toBe(1);
    expect(nextCarrying(again, good, 16_000).rank).toBe(2);
  });
});
