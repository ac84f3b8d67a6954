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

const PASSES = 30;
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

/** At most 30 rounds; stops as soon as nothing overlaps. Changes the boxes in place. */
export function spreadTags(boxes: readonly Box[]): void {
  for (let pass = 0; pass < PASSES; pass++) {
    const sorted = [...boxes].sort((a, b) => a.x - b.x);
    let pushed = false;
    sorted.forEach((a, i) => {
      for (let j = i + 1; j < sorted.length; j++) {
        const b = sorted[j];
        if (!b || b.x > a.x + a.width + GAP) break;
        pushed = pushApart(a, b) || pushed;
      }
    });
    if (!pushed) return;
  }
}
