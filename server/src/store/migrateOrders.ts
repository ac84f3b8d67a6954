// The table of what commands ask of a running office.
import type { Kysely } from 'kysely';

export async function addOrders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('orders')
    .addColumn('orderId', 'text', (column) => column.primaryKey())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addColumn('order', 'text', (column) => column.notNull())
    .addColumn('takenMs', 'bigint')
    .addColumn('outcome', 'text')
    .execute();
}
