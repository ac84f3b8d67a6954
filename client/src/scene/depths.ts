// The order things are drawn in: floor, marks on it, the world sorted by base line, what hangs above, light, and words over all.

/** Depth of avatars and sorted sprites is the y (px of the map) of their base line, so they all lie between `marks` and `above`. */
export const DEPTH = {
  ground: -1_000_000,
  /** Animated tiles of the ground. */
  groundTiles: -900_000,
  /** Below shadows: people stand in a ring. */
  rings: -850_000,
  shadows: -800_000,
  marks: -700_000,
  above: 1_000_000,
  aboveTiles: 1_100_000,
  light: 2_000_000,
  dots: 2_500_000,
  tags: 3_000_000,
  emotes: 3_100_000,
  speech: 3_200_000,
} as const;

/** Standing exactly on a thing's base line is standing before it. Whole rows of px: everybody on one is drawn at once. */
export const avatarDepth = (feetY: number): number => Math.floor(feetY) + 0.5;

/** Base line of a sorted sprite. @param bottomY px of the map @param baseline px, negative = above the bottom edge */
export const spriteDepth = (bottomY: number, baseline: number | undefined, depth: number | undefined): number =>
  depth ?? bottomY + (baseline ?? 0);
