// The server is killed again and again while people chat, change who they are and host: nothing that they were told was done is lost.
import { afterEach, expect, it } from 'vitest';
import { CrashLoad } from '../support/CrashLoad.ts';
import { Postgres } from '../support/Postgres.ts';
import { seededRandom } from '../support/seededRandom.ts';

const ROUNDS = 20;
const PEOPLE = 10;
/** Half of the starts, beside ten people who come back and whatever else the machine does. */
const START_MS = 3000;

const opened: { load?: CrashLoad; postgres?: Postgres } = {};
afterEach(async () => {
  await opened.load?.end();
  await opened.postgres?.remove();
});

const problem = Postgres.problem();
if (problem) process.stdout.write(`Crashes are not tested on PostgreSQL: ${problem}\n`);

it.each(problem === undefined ? ['SQLite', 'PostgreSQL'] : ['SQLite'])(
  `[O66] killed ${ROUNDS} times under load on %s the server loses nothing of what people were told was done`,
  async (database) => {
    if (database === 'PostgreSQL') opened.postgres = await Postgres.start();
    const load = await CrashLoad.start(PEOPLE, await opened.postgres?.createDatabase());
    opened.load = load;
    const random = seededRandom(6);
    const startsMs: number[] = [];
    let told = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const crashed = await load.killAndLook(random());
      told += crashed.told;
      startsMs.push(crashed.startMs);
    }
    process.stdout.write(`${database}: ${told} told, none lost; started within ${Math.round(Math.max(...startsMs))} ms at most\n`);
    expect(startsMs.toSorted((a, b) => a - b)[ROUNDS / 2]).toBeLessThan(START_MS);
  },
);
