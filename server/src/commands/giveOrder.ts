// Orders to an office that runs: written into its records, and waited for until its room says what became of them.
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../ops/identity.ts';
import { type Order, type OrderDone, type OrderOutcome, orders } from '../store/orders.ts';
import type { Db } from '../store/tables.ts';
import type { RecordSettings } from './openRecords.ts';

/** A room looks every two seconds; under load its store may take its time. */
const TAKEN_WITHIN_MS = 8000;
const ANSWERED_WITHIN_MS = 5000;
const LOOK_EVERY_MS = 100;

/** notTaken: no room of this office looked, and none ever will. noAnswer: one took it, and ended before it said more. */
export type Given = OrderOutcome | { refused: 'notTaken' | 'noAnswer' };

export async function giveOrder(db: Db, office: string, order: Order): Promise<Given> {
  const orderId = newId();
  await orders.add.run(db, { orderId, office, order, atMs: Date.now() });
  const outcome = await outcomeWithin(db, orderId, TAKEN_WITHIN_MS);
  if (outcome === undefined && (await orders.withdraw.run(db, { orderId }))) return { refused: 'notTaken' };
  const late = outcome ?? (await outcomeWithin(db, orderId, ANSWERED_WITHIN_MS));
  await orders.remove.run(db, { orderId });
  return late ?? { refused: 'noAnswer' };
}

async function outcomeWithin(db: Db, orderId: string, ms: number): Promise<OrderOutcome | undefined> {
  const untilMs = performance.now() + ms;
  for (;;) {
    const outcome = await orders.outcomeOf.run(db, { orderId });
    if (outcome !== undefined || performance.now() >= untilMs) return outcome;
    await pause(LOOK_EVERY_MS);
  }
}

export const isDone = (given: Given): given is OrderDone => 'ok' in given;

/** Why nothing came of it, as far as that is the same for every order. */
export function refusalSentence(refused: Extract<Given, { refused: unknown }>['refused'], { dataDir }: RecordSettings): string {
  switch (refused) {
    case 'notTaken':
      return `No server runs on ${dataDir}: nobody took the order, and nothing comes of it. Is DATA_DIR that of the server?`;
    case 'noAnswer':
      return 'The server took the order and ended before it said what became of it.';
    case 'unknown':
      return 'The running server does not know this order: it is of another version. Restart it.';
    case 'failed':
      return 'That failed. The log of the server says why.';
    case 'tooMany':
      return 'That was often enough for now: try again in some minutes.';
    default:
      return `That cannot be done now (${refused}).`;
  }
}
