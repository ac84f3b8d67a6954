// Who has met whom, by pair of personIds in their order.
import { ask, write } from './verb.ts';

interface Pair {
  oneId: string;
  otherId: string;
}

export const met = {
  /** `oneId` sorts before `otherId`. */
  add: write(async (db, { atMs, ...pair }: Pair & { atMs: number }) => {
    await db
      .insertInto('met')
      .values({ ...pair, firstMs: atMs, latestMs: atMs })
      .onConflict((conflict) => conflict.columns(['oneId', 'otherId']).doUpdateSet({ latestMs: atMs }))
      .execute();
  }),

  /** Of these people, those whom somebody has met. */
  among: ask(async (db, { personId, others }: { personId: string; others: readonly string[] }): Promise<string[]> => {
    if (others.length === 0) return [];
    const rows = await db
      .selectFrom('met')
      .select(['oneId', 'otherId'])
      .where((is) =>
        is.or([
          is.and([is('oneId', '=', personId), is('otherId', 'in', others)]),
          is.and([is('otherId', '=', personId), is('oneId', 'in', others)]),
        ]),
      )
      .execute();
    return rows.map(({ oneId, otherId }) => (oneId === personId ? otherId : oneId));
  }),
};
