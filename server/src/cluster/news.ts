// What one process tells all others. Everything that matters is in the database before: who misses news reads it there.
import { RANKS } from '@comptoir/shared/people';
import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(200));

export const newsSchema = v.variant('kind', [
  /** A message for the pages of somebody. */
  v.strictObject({ kind: v.literal('tell'), personId: id, type: v.pipe(v.string(), v.maxLength(40)), message: v.unknown() }),
  /** Somebody has read on, on another page. */
  v.strictObject({ kind: v.literal('marks'), personId: id }),
  v.strictObject({ kind: v.literal('rank'), personId: id, rank: v.picklist(RANKS) }),
  /** Somebody was banned, or a ban was lifted. */
  v.strictObject({ kind: v.literal('bans') }),
  /** Somebody was signed out. */
  v.strictObject({ kind: v.literal('sessions') }),
  v.strictObject({ kind: v.literal('blocks'), personId: id, other: id }),
  /** Somebody is being erased: first without `lines` and `who`, then with what they wrote of late, and as whom they answered. */
  v.strictObject({ kind: v.literal('erased'), personId: id, lines: v.array(id), who: v.array(id) }),
]);
export type News = v.InferOutput<typeof newsSchema>;

export const envelope = v.strictObject({ from: id, news: newsSchema });
