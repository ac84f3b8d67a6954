// Pushes overlapping name tags apart, along the side where less is needed.

/** Left, top and size in any one unit; x and y are changed. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** 0 = never moved, 1 = gives way like everybody. */
  gives: number;
}

/** Where many stand close no number of rounds makes all readable. */
const PASSES = 30;
const PASSES_IN_A_CROWD = 8;
const CROWD = 40;
const GAP = 2;

function pushApart(a: Box, b: Box): boolean {
  const overlapX = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + GAP;
  const overlapY = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + GAP;
  const gives = a.gives + b.gives;
  if (overlapX <= 0 || overlapY <= 0 || gives === 0) return false;
  const axis = overlapX < overlapY ? 'x' : 'y';
  const size = axis === 'x' ? 'width' : 'height';
  const aFirst = a[axis] + a[size] / 2 <= b[axis] + b[size] / 2;
  const push = (axis === 'x' ? overlapX : overlapY) * (aFirst ? 1 : -1);
  a[axis] -= (push * a.gives) / gives;
  b[axis] += (push * b.gives) / gives;
  return true;
}

/** Some rounds; stops as soon as nothing overlaps. Changes the boxes in place. */
export function spreadTags(boxes: readonly Box[]): void {
  const sorted = [...boxes].sort((a, b) => a.x - b.x);
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0);
  for (let pass = boxes.length > CROWD ? PASSES_IN_A_CROWD : PASSES; pass > 0; pass--) if (!spreadOnce(sorted, widest)) return;
}

/** Pushing disturbs the order a little, so the search goes on a little farther than the widest box. */
function spreadOnce(sorted: readonly Box[], widest: number): boolean {
  let pushed = false;
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i];
    if (!a) continue;
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (!b || b.x > a.x + 2 * widest) break;
      if (pushApart(a, b)) pushed = true;
    }
  }
  return pushed;
}
