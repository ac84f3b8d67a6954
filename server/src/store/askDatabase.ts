// Looks whether a PostgreSQL answers, and changes nothing in it.
import { sql } from 'kysely';
import { openingSentence } from './faults.ts';
import { openPostgres } from './openPostgres.ts';

/** @returns its version, or why it does not answer, in a sentence */
export async function askDatabase(url: string): Promise<{ version: string } | { problem: string }> {
  const db = openPostgres(url);
  try {
    const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
    return { version: rows[0]?.server_version.split(' ')[0] ?? '' };
  } catch (err) {
    return { problem: openingSentence({ url }, err) };
  } finally {
    await db.destroy();
  }
}
