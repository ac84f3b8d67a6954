import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeDigest, encodeDigest } from './digests.ts';

const size = fc.record({ widthTiles: fc.integer({ min: 1, max: 512 }), heightTiles: fc.integer({ min: 1, max: 512 }) });
const crowd = fc.uniqueArray(
  fc.record({
    avatarNumber: fc.integer({ min: 0, max: 3000 }),
    area: fc.option(fc.integer({ min: 0, max: 254 }), { nil: undefined }),
    across: fc.double({ min: 0, max: 0.999, noNaN: true }),
    down: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  { selector: (person) => person.avatarNumber, maxLength: 60 },
);

test('[L1] the list learns the area of everybody who is in one', () => {
  fc.assert(
    fc.property(crowd, size, (people, map) => {
      const decoded = decodeDigest(
        encodeDigest(
          'areas',
          people.map((p) => ({ ...p, tileX: 0, tileY: 0 })),
          map,
        ),
      );
      const expected = people.flatMap((p) => (p.area === undefined || p.area === 255 ? [] : [[p.avatarNumber, p.area] as const]));
      expect(decoded).toEqual({ kind: 'areas', areas: new Map(expected) });
    }),
  );
});

test('[L1] the overview learns where everybody is to within two tiles', () => {
  fc.assert(
    fc.property(crowd, size, (people, map) => {
      const placed = people.map((p) => ({
        avatarNumber: p.avatarNumber,
        tileX: Math.floor(p.across * map.widthTiles),
        tileY: Math.floor(p.down * map.heightTiles),
      }));
      const decoded = decodeDigest(encodeDigest('overview', placed, map));
      if (decoded?.kind !== 'overview') throw new Error('not an overview');
      expect(decoded.tiles.size).toBe(placed.length);
      for (const { avatarNumber, tileX, tileY } of placed) {
        const told = decoded.tiles.get(avatarNumber);
        expect(Math.abs((told?.x ?? Number.NaN) - (tileX + 0.5))).toBeLessThanOrEqual(2);
        expect(Math.abs((told?.y ?? Number.NaN) - (tileY + 0.5))).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test('[L1] random bytes are a digest or undefined, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(['areas', 'overview', undefined]).toContain(decodeDigest(bytes)?.kind);
    }),
    { numRuns: 2000 },
  );
});

test('[L1] the last tile of the largest map is somewhere too', () => {
  const size512 = { widthTiles: 512, heightTiles: 512 };
  const decoded = decodeDigest(encodeDigest('overview', [{ avatarNumber: 3, tileX: 511, tileY: 511 }], size512));
  expect(decoded).toEqual({ kind: 'overview', tiles: new Map([[3, { x: 510, y: 510 }]]) });
});
