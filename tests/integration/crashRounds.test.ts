// The server is killed while people chat, change who they are and host: what they were told was done is there. Many more rounds: tests/long.
import { afterEach, describe, expect, it } from 'vitest';
import { CrashLoad } from '../support/CrashLoad.ts';
import { Postgres } from '../support/Postgres.ts';

const problem = Postgres.problem();
if (problem) process.stdout.write(`Crashes are not tested on PostgreSQL: ${problem}\n`);
const ROUNDS = [0.3, 0.8];
/** What a start may take on a machine that does much else meanwhile; `bench -- store` measures it. */
const START_MS = 10_000;

const opened: { load?: CrashLoad; postgres?: Postgres } = {};
afterEach(async () => {
  await opened.load?.end();
  await opened.postgres?.remove();
});

async function crash(databaseUrl?: string): Promise<void> {
  const load = await CrashLoad.start(5, databaseUrl);
  opened.load = load;
  for (const share of ROUNDS) {
    const { told, startMs } = await load.killAndLook(share);
    expect(told).toBeGreaterThanOrEqual(12);
    expect(startMs).toBeLessThan(START_MS);
  }
}

it('[O66] killed under load the server loses nothing of what people were told was done', () => crash());

describe.skipIf(problem !== undefined)('on PostgreSQL', () => {
  it('[O66] killed under load the server loses nothing of what people were told was done', async () => {
    opened.postgres = await Postgres.start();
    await crash(await opened.postgres.createDatabase());
  });
});
