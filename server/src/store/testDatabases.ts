// For tests: an empty store on each of the two databases, SQLite and the PostgreSQL that the test run has started.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { createLog } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import { openPostgres } from './openPostgres.ts';
import { openStore, type Store } from './openStore.ts';
import type { PlaceSettings } from './place.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** '' where there is none, which the test run has said. */
    postgresUrl: string;
  }
}

export type DatabaseKind = 'SQLite' | 'PostgreSQL';

export interface StoreUnderTest {
  readonly kind: DatabaseKind;
  /** Of the test that runs: an empty folder, or an empty database. */
  readonly settings: PlaceSettings;
  /** Closed after the test; what was there is there again. */
  open(): Promise<Store>;
}

/** @returns the address of a new empty database beside that of `url` */
export async function createDatabase(url: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const db = openPostgres(url);
  await sql`create database ${sql.id(name)}`.execute(db);
  await db.destroy();
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

/** The same tests on both. */
export function onEachDatabase(tests: (under: StoreUnderTest) => void): void {
  describe('on SQLite', () => tests(useStore('SQLite')));
  describe.skipIf(inject('postgresUrl') === '')('on PostgreSQL', () => tests(useStore('PostgreSQL')));
}

function useStore(kind: DatabaseKind): StoreUnderTest {
  let settings: PlaceSettings = { dataDir: '' };
  const opened: Store[] = [];
  beforeEach(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-store-'));
    settings = { dataDir, databaseUrl: kind === 'SQLite' ? undefined : await createDatabase(inject('postgresUrl')) };
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    rmSync(settings.dataDir, { recursive: true, force: true });
  });
  return {
    kind,
    get settings() {
      return settings;
    },
    async open() {
      const store = await openStore({ ...settings, log: createLog('silent'), metrics: createMetrics() });
      opened.push(store);
      return store;
    },
  };
}
