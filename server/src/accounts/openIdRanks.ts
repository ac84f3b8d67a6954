// Which rank an OpenID provider gives: what its claim says, and what becomes of the rank that somebody has here. Pure.
import { RANKS, type Rank } from '@comptoir/shared/people';

/** What the claim may say -> rank here. */
export type RankOf = ReadonlyMap<string, Rank>;

const levelOf = (rank: Rank): number => RANKS.indexOf(rank);
const highest = (ranks: readonly Rank[]): Rank => ranks.reduce((a, b) => (levelOf(a) >= levelOf(b) ? a : b), 'visitor');

/** The highest that the claim gives; undefined when the provider says nothing of it. A claim is one word, words with spaces, or a list. */
export function givenRank(claim: unknown, rankOf: RankOf): Rank | undefined {
  if (claim === undefined || claim === null) return undefined;
  const words = typeof claim === 'string' ? claim.split(/[\s,]+/) : Array.isArray(claim) ? claim.map(String) : [];
  return highest(words.flatMap((word) => rankOf.get(word) ?? []));
}

/** A claim inside of another is written with dots: `realm_access.roles`. A claim whose own name has dots or slashes is found first. */
export function claimAt(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((at, part) => {
    return typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Record<string, unknown>)[part] : undefined;
  }, claims);
}

/**
 * P87: what the provider gave it also takes away; what was given here stays.
 * @param own the rank they have here
 * @param before what the provider gave the last time
 */
export function rankAfter(own: Rank, before: Rank | undefined, given: Rank | undefined): Rank {
  if (given === undefined) return own;
  const isFromProvider = before !== undefined && own === before;
  return isFromProvider || levelOf(given) > levelOf(own) ? given : own;
}
