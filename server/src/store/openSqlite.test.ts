import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import { openStore, type Store } from './openStore.ts';

let dataDir: string;
let store: Store | undefined;
const log = createLog('silent');
const open = async (): Promise<Store> => {
  store = await openStore({ dataDir, log, metrics: createMetrics() });
  return store;
};

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'comptoir-store-'));
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

test('[P2] the database, with the key of every ticket, is readable by its owner only', async () => {
  await open();
  expect(statSync(join(dataDir, 'comptoir.db')).mode & 0o077).toBe(0);
});

test('[O1] a data folder that cannot be used stops the start with a sentence naming it', async () => {
  writeFileSync(join(dataDir, 'file'), '');
  const inFile = openStore({ dataDir: join(dataDir, 'file', 'data'), log, metrics: createMetrics() });
  await expect(inFile).rejects.toThrow(/^DATA_DIR cannot be used: .*\.$/);
  writeFileSync(join(dataDir, 'comptoir.db'), 'this is not a database'.repeat(100));
  await expect(open()).rejects.toThrow(/^The database in DATA_DIR .* cannot be opened: .*\.$/);
});

test('[O1] a database of a newer version stops the start with a sentence', async () => {
  await (await open()).close();
  const file = new DatabaseSync(join(dataDir, 'comptoir.db'));
  file.exec("insert into kysely_migration (name, timestamp) values ('9999 from the future', '')");
  file.close();
  await expect(open()).rejects.toThrow(/^The database in DATA_DIR .* cannot be opened: .*9999 from the future.*\.$/);
});
