// Who wants nothing to do with whom.
import { ask, keep } from './verb.ts';

interface Pair {
  personId: string;
  blockedId: string;
}

export const blocks = {
  add: keep(async (db, block: Pair & { atMs: number }) => {
    await db
      .insertInto('blocks')
      .values(block)
      .onConflict((conflict) => conflict.columns(['personId', 'blockedId']).doNothing())
      .execute();
  }),

  lift: keep(async (db, { personId, blockedId }: Pair) => {
    await db.deleteFrom('blocks').where('personId', '=', personId).where('blockedId', '=', blockedId).execute();
  }),

  /** Whom somebody blocks, and who blocks them. */
  of: ask(async (db, { personId }: { personId: string }): Promise<{ mine: string[]; ofMe: string[] }> => {
    const rows = await db
      .selectFrom('blocks')
      .select(['personId', 'blockedId'])
      .where((is) => is.or([is('personId', '=', personId), is('blockedId', '=', personId)]))
      .execute();
    return {
      mine: rows.filter((row) => row.personId === personId).map(({ blockedId }) => blockedId),
      ofMe: rows.filter(({ blockedId }) => blockedId === personId).map((row) => row.personId),
    };
  }),
};
