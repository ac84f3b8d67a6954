// Between whom nothing may be heard or read: somebody blocks the other. Both are in the room, and neither reaches the other.

/** What is known of somebody who is here and has to do with blocks. */
export interface Blocks {
  /** Whom they block. */
  mine: Set<string>;
  /** Who blocks them. */
  ofMe: Set<string>;
}

/** By personId; whoever has nothing to do with blocks is not in it. */
export type Apart = Map<string, Blocks>;

/** P37: neither hears or reads the other, whoever of them wants it so. */
export const areApart = (apart: Apart, one: string, other: string): boolean =>
  apart.size > 0 && (keepsFrom(apart, one, other) || keepsFrom(apart, other, one));

function keepsFrom(apart: Apart, one: string, other: string): boolean {
  const blocks = apart.get(one);
  return blocks !== undefined && (blocks.mine.has(other) || blocks.ofMe.has(other));
}

/** As somebody comes in. */
export function knowBlocks(apart: Apart, personId: string, { mine, ofMe }: { mine: readonly string[]; ofMe: readonly string[] }): void {
  if (mine.length > 0 || ofMe.length > 0) apart.set(personId, { mine: new Set(mine), ofMe: new Set(ofMe) });
}

export function forgetBlocks(apart: Apart, personId: string): void {
  apart.delete(personId);
}

/** Does somebody who is here block somebody? */
export const blocks = (apart: Apart, one: string, other: string): boolean => apart.get(one)?.mine.has(other) === true;

/** @param personId of somebody who is here @param isHere whether the other one is, too */
export function setBlock(apart: Apart, personId: string, other: string, blocked: boolean, isHere: boolean): void {
  const of = (id: string): Blocks => {
    const known = apart.get(id) ?? { mine: new Set(), ofMe: new Set() };
    apart.set(id, known);
    return known;
  };
  if (blocked) {
    of(personId).mine.add(other);
    if (isHere) of(other).ofMe.add(personId);
  } else {
    of(personId).mine.delete(other);
    apart.get(other)?.ofMe.delete(personId);
  }
  for (const [id, { mine, ofMe }] of apart) if (mine.size + ofMe.size === 0) apart.delete(id);
}
