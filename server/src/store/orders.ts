// What commands ask of an office while it runs: written by the command, taken once by the room, which writes what became of it beside it.
import type { Refusal } from '@comptoir/shared/protocol/requests';
import { ask, write } from './verb.ts';

export type Order =
  | { act: 'mute'; personId: string }
  | { act: 'endConversation'; personId: string }
  | { act: 'sendOut'; personId: string; reason: string }
  /** Around somebody who may call people together, or at a place; neither: it ends. */
  | { act: 'gather'; personId?: string; area?: string }
  | { act: 'notice'; text: string };

/** In words of the office; what the command asked with it knows already. */
export interface OrderDone {
  ok: true;
  /** Whose conversation ends. */
  names?: string[];
  /** How many see the notice. */
  people?: number;
}

/** unknown: of a command of another version. failed: the log of the server says why. */
export type OrderOutcome = OrderDone | { refused: Refusal | 'noHost' | 'notTalking' | 'unknown' | 'failed' };

/** Older ones are nobody's wish any more: an office that starts later must not act on them. */
const FRESH_MS = 60_000;

export const orders = {
  add: write(async (db, { orderId, office, order, atMs }: { orderId: string; office: string; order: Order; atMs: number }) => {
    const row = { orderId, office, atMs, order: JSON.stringify(order), takenMs: null, outcome: null };
    await db.insertInto('orders').values(row).execute();
  }),

  /** Each is given once, the oldest first; what nobody took or read in time is deleted. */
  take: write(async (db, { office, nowMs }: { office: string; nowMs: number }): Promise<{ orderId: string; order: Order }[]> => {
    await db
      .deleteFrom('orders')
      .where('atMs', '<', nowMs - FRESH_MS)
      .execute();
    const mine = db.updateTable('orders').set({ takenMs: nowMs }).where('office', '=', office).where('takenMs', 'is', null);
    const rows = await mine.returning(['orderId', 'order', 'atMs']).execute();
    return rows
      .toSorted((one, other) => one.atMs - other.atMs)
      .map(({ orderId, order }) => ({ orderId, order: JSON.parse(order) as Order }));
  }),

  answer: write(async (db, { orderId, outcome }: { orderId: string; outcome: OrderOutcome }) => {
    const row = { outcome: JSON.stringify(outcome) };
    await db.updateTable('orders').set(row).where('orderId', '=', orderId).execute();
  }),

  /** Undefined: not yet. */
  outcomeOf: ask(async (db, { orderId }: { orderId: string }): Promise<OrderOutcome | undefined> => {
    const row = await db.selectFrom('orders').select('outcome').where('orderId', '=', orderId).executeTakeFirst();
    return row?.outcome == null ? undefined : (JSON.parse(row.outcome) as OrderOutcome);
  }),

  /** @returns whether nobody had taken it: then it never will be carried out */
  withdraw: write(async (db, { orderId }: { orderId: string }): Promise<boolean> => {
    const waiting = db.deleteFrom('orders').where('orderId', '=', orderId).where('takenMs', 'is', null);
    return (await waiting.returning('orderId').executeTakeFirst()) !== undefined;
  }),

  remove: write(async (db, { orderId }: { orderId: string }) => {
    await db.deleteFrom('orders').where('orderId', '=', orderId).execute();
  }),
};
