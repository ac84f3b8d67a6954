// Between two states of a text field: the one piece that was changed, and where a caret goes when somebody else changes the text.

export interface TextChange {
  at: number;
  removed: number;
  inserted: string;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * The smallest piece that makes `after` of `before`; undefined when they are the same. Never half of a character.
 * @param caret where it stands after the change: of "aa" + "a" it says which one is new
 */
export function textChange(before: string, after: string, caret = after.length): TextChange | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  // what stands behind the caret was there before, as far as it is the same
  let tail = 0;
  const tailMost = Math.min(most, after.length - caret);
  while (tail < tailMost && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head++;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (head > 0 && isHigh(before.charCodeAt(head - 1))) head--;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return { at: head, removed: before.length - head - tail, inserted: after.slice(head, after.length - tail) };
}

/** A change of somebody else, in the order of the text: keep so many units, insert, delete. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** Where the caret goes so that it stands between the same characters as before. */
export function moveCaret(caret: number, delta: Delta): number {
  let at = 0;
  let moved = caret;
  for (const piece of delta) {
    if (piece.retain !== undefined) at += piece.retain;
    else if (typeof piece.insert === 'string') {
      if (at < moved) moved += piece.insert.length;
      at += piece.insert.length;
    } else if (piece.delete !== undefined && at < moved) moved -= Math.min(piece.delete, moved - at);
  }
  return moved;
}
