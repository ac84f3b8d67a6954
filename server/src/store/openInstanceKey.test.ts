import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import { fingerprintOf, keyFileOf, readInstanceKey } from '../ops/sealText.ts';
import { openInstanceKey } from './openInstanceKey.ts';
import { openStore, type Store } from './openStore.ts';

let dataDir: string;
let store: Store;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'comptoir-key-'));
  store = await openStore({ dataDir, log: createLog('silent'), metrics: createMetrics() });
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('[O60] another key than the first one, or none, stops the start with a sentence instead of making texts unreadable', async () => {
  const first = await openInstanceKey(store, { dataDir, instanceKey: undefined });
  expect(fingerprintOf(await openInstanceKey(store, { dataDir, instanceKey: undefined }))).toBe(fingerprintOf(first));
  const other = readInstanceKey('c'.repeat(64));
  await expect(openInstanceKey(store, { dataDir, instanceKey: other })).rejects.toThrow(/^INSTANCE_KEY is not the key .*\.$/);
  rmSync(keyFileOf(dataDir));
  await expect(openInstanceKey(store, { dataDir, instanceKey: undefined })).rejects.toThrow(/^The key of private texts is missing: .*\.$/);
  expect(fingerprintOf(await openInstanceKey(store, { dataDir, instanceKey: first }))).toBe(fingerprintOf(first));
});

test('[O60] a given key needs no file', async () => {
  const instanceKey = readInstanceKey('d'.repeat(64));
  const opened = await openInstanceKey(store, { dataDir, instanceKey });
  expect(instanceKey && fingerprintOf(opened)).toBe(instanceKey && fingerprintOf(instanceKey));
  await expect(openInstanceKey(store, { dataDir, instanceKey: undefined })).rejects.toThrow(/missing/);
});
