// Digests of where everybody is, once a second to those who look at the list view or the overview; the index is the avatarNumber.

/** Entry of a number that nobody has, or of a person who is in no area. */
const NOBODY = 255;

/** Where people are: the smallest area under each, or the coarse tile. Key: avatarNumber. */
export type Digest =
  | { kind: 'areas'; areas: Map<number, number> }
  /** Centre of the coarse tile, in tiles of the map. */
  | { kind: 'overview'; tiles: Map<number, { x: number; y: number }> };

export interface WhereSomebodyIs {
  avatarNumber: number;
  /** Index into OfficeMap.areas; undefined = in none. */
  area?: number | undefined;
  tileX: number;
  tileY: number;
}

const KINDS = { areas: 0, overview: 1 } as const;
const HEAD_BYTES = 2;

/** Tiles are sent in steps of 2^shift, so that the widest map fits a byte and leaves NOBODY free. */
const shiftFor = (widthTiles: number, heightTiles: number): number => {
  const longest = Math.max(widthTiles, heightTiles);
  return longest > 2 * NOBODY ? 2 : longest > NOBODY ? 1 : 0;
};

/**
 * One byte a person (`areas`) or two (`overview`), in avatarNumber order. Areas from index 255 on count as none.
 * @param people in any order @param size of the map in tiles
 */
export function encodeDigest(
  kind: Digest['kind'],
  people: readonly WhereSomebodyIs[],
  size: { widthTiles: number; heightTiles: number },
): Uint8Array<ArrayBuffer> {
  const each = kind === 'areas' ? 1 : 2;
  const count = people.reduce((most, person) => Math.max(most, person.avatarNumber + 1), 0);
  const shift = shiftFor(size.widthTiles, size.heightTiles);
  const bytes = new Uint8Array(HEAD_BYTES + count * each).fill(NOBODY);
  bytes[0] = KINDS[kind];
  bytes[1] = shift;
  for (const { avatarNumber, area, tileX, tileY } of people) {
    const at = HEAD_BYTES + avatarNumber * each;
    if (kind === 'areas') bytes[at] = Math.min(area ?? NOBODY, NOBODY);
    else {
      bytes[at] = tileX >> shift;
      bytes[at + 1] = tileY >> shift;
    }
  }
  return bytes;
}

/** @returns undefined when the bytes are no digest */
export function decodeDigest(bytes: Uint8Array): Digest | undefined {
  const [kind, shift = 0] = bytes;
  if (bytes.length < HEAD_BYTES || shift > 2) return undefined;
  if (kind === KINDS.areas) {
    const areas = new Map<number, number>();
    for (let at = HEAD_BYTES; at < bytes.length; at++) {
      const area = bytes[at] ?? NOBODY;
      if (area !== NOBODY) areas.set(at - HEAD_BYTES, area);
    }
    return { kind: 'areas', areas };
  }
  if (kind !== KINDS.overview || bytes.length % 2 !== 0) return undefined;
  const tiles = new Map<number, { x: number; y: number }>();
  const half = (1 << shift) / 2;
  for (let at = HEAD_BYTES; at < bytes.length; at += 2) {
    const x = bytes[at] ?? NOBODY;
    const y = bytes[at + 1] ?? NOBODY;
    if (x !== NOBODY || y !== NOBODY) tiles.set((at - HEAD_BYTES) / 2, { x: (x << shift) + half, y: (y << shift) + half });
  }
  return { kind: 'overview', tiles };
}
