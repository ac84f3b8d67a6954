// Starts one PostgreSQL for all tests of the store; they make a database each. Without one its tests are left out, and it is said why.
// its word for what is provided
import type {} from '@comptoir/server/store/testDatabases';
import type { TestProject } from 'vitest/node';
import { Postgres } from './Postgres.ts';

export default async function provideDatabases(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const problem = Postgres.problem();
  if (problem !== undefined) {
    process.stdout.write(`The store is not tested on PostgreSQL: ${problem}\n`);
    project.provide('postgresUrl', '');
    return undefined;
  }
  const postgres = await Postgres.start();
  project.provide('postgresUrl', postgres.urlOf('postgres'));
  return () => postgres.remove();
}
