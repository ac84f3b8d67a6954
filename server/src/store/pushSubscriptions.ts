// The browsers that want to be told of something while their person is not here.
import type { Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export type PushSubscription = Tables['pushSubscriptions'];

export const pushSubscriptions = {
  /** Of more than `most` the oldest ones of this person go. A browser belongs to whoever said so last. */
  add: keep(async (db, { subscription, most }: { subscription: PushSubscription; most: number }) => {
    const { endpoint, ...rest } = subscription;
    await db
      .insertInto('pushSubscriptions')
      .values({ endpoint, ...rest })
      .onConflict((conflict) => conflict.column('endpoint').doUpdateSet(rest))
      .execute();
    const mine = db.selectFrom('pushSubscriptions').select('endpoint').where('personId', '=', rest.personId);
    const kept = await mine.orderBy('atMs', 'desc').orderBy('endpoint').limit(most).execute();
    await db
      .deleteFrom('pushSubscriptions')
      .where('personId', '=', rest.personId)
      .where(
        'endpoint',
        'not in',
        kept.map((one) => one.endpoint),
      )
      .execute();
  }),

  /** @param personId absent: whoever it belongs to; the push service knows it no more */
  remove: write(async (db, { endpoint, personId }: { endpoint: string; personId?: string }) => {
    const some = db.deleteFrom('pushSubscriptions').where('endpoint', '=', endpoint);
    await (personId === undefined ? some : some.where('personId', '=', personId)).execute();
  }),

  of: ask(async (db, { personIds }: { personIds: readonly string[] }): Promise<PushSubscription[]> => {
    if (personIds.length === 0) return [];
    return await db.selectFrom('pushSubscriptions').selectAll().where('personId', 'in', personIds).execute();
  }),

  /** Of those who may let in. */
  ofHosts: ask(async (db, _ask: Record<never, never>): Promise<PushSubscription[]> => {
    return await db
      .selectFrom('pushSubscriptions')
      .innerJoin('persons', 'persons.personId', 'pushSubscriptions.personId')
      .selectAll('pushSubscriptions')
      .where('persons.rank', 'in', ['host', 'admin'])
      .execute();
  }),
};
