// Changes the records of a running office as time would: what is looked for is years old at once.
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** @returns rows, of a statement that answers some */
export function onRecords(dataDir: string, statement: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
  const file = new DatabaseSync(join(dataDir, 'comptoir.db'), { timeout: 5000 });
  try {
    return file.prepare(statement).all(...values);
  } finally {
    file.close();
  }
}
