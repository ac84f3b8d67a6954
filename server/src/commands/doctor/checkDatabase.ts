// The PostgreSQL that the settings name: it answers, and is new enough.
import { askDatabase } from '../../store/askDatabase.ts';
import { type Finding, ok, problem } from './Finding.ts';

const OLDEST = 14;

export async function checkDatabase(databaseUrl: string | undefined): Promise<Finding[]> {
  if (databaseUrl === undefined) return [];
  const asked = await askDatabase(databaseUrl);
  if ('problem' in asked) return [problem('database', asked.problem)];
  const { version } = asked;
  if (Number.parseInt(version, 10) < OLDEST)
    return [problem('database', `PostgreSQL ${version} is too old: Comptoir needs ${OLDEST} or newer.`)];
  return [ok('database', `PostgreSQL ${version} answers.`)];
}
