// `npm run bench -- store`: what people are told was kept, on SQLite and on PostgreSQL: how much of it in a second, how late, and how soon a killed server is back.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '@comptoir/server/ops/log';
import { createMetrics } from '@comptoir/server/ops/metrics';
import { officeChannel } from '@comptoir/server/store/channelKeys';
import { openStore } from '@comptoir/server/store/openStore';
import { FrontDoor } from '../../bots/FrontDoor.ts';
import { Postgres } from '../../support/Postgres.ts';
import { busySeconds, cpuSecondsOf, machineName } from '../machine.ts';
import type { Bench } from '../run.ts';
import { startServer } from '../startServer.ts';
import { type Acknowledged, Chatter } from './Chatter.ts';
import { measureSearch } from './search.ts';
import { round, spread } from './spread.ts';

/** As fast as a person may say lines for long. */
const EVERY_MS = 1500;
const WARM_UP_MS = 1500;

interface Place {
  dataDir: string;
  databaseUrl: string | undefined;
}

/** So many who each say the next line as soon as they are told that the last one was kept: what the store can do. */
async function measureStore({ dataDir, databaseUrl }: Place, n: number, seconds: number) {
  const store = await openStore({ dataDir, databaseUrl, log: createLog('warn'), metrics: createMetrics() });
  const ackMs: number[] = [];
  let said = 0;
  const endMs = performance.now() + seconds * 1000;
  const chat = async (writer: number): Promise<void> => {
    while (performance.now() < endMs) {
      const askedMs = performance.now();
      const line = {
        ...{ lineId: `line-${++said}`, office: 'office', channel: officeChannel('office'), fromId: `writer-${writer}`, toId: null },
        ...{ name: 'Somebody', text: 'what somebody has to say about what the others said', mentions: [], atMs: Date.now() },
        ...{ replyToId: null, replyFrom: null, replyName: null, replyText: null, hiddenFrom: null },
      };
      await store.lines.keep({ line, files: [] });
      ackMs.push(performance.now() - askedMs);
    }
  };
  await Promise.all(Array.from({ length: n }, (_, writer) => chat(writer)));
  await store.close();
  return { perS: Math.round(ackMs.length / seconds), ...spread(ackMs) };
}

/** A whole server with so many people in one office, who chat as fast as they may, and read one another. */
async function measureOffice({ dataDir, databaseUrl }: Place, n: number, seconds: number, say: (line: string) => void) {
  const env = { DATA_DIR: dataDir, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
  const server = await startServer({ core: 0, env });
  const door = new FrontDoor(server.url);
  const book: Acknowledged = { ackMs: [], refused: 0 };
  const chatters: Chatter[] = [];
  const { roomId } = await door.facts('office');
  for (let number = 0; number < n; number++) chatters.push(await Chatter.enter(door, roomId, number, book));
  chatters.forEach((chatter, number) => void chatter.chat(EVERY_MS, (number / n) * EVERY_MS));
  await sleep(WARM_UP_MS);
  book.ackMs.length = 0;
  const [cpuS, busyS, beganMs] = [cpuSecondsOf(server.pid), busySeconds(), performance.now()];
  await sleep(seconds * 1000);
  const passedS = (performance.now() - beganMs) / 1000;
  const measured = {
    ...{ perS: Math.round(book.ackMs.length / passedS), ...spread(book.ackMs), refused: book.refused },
    ...{ cpu: round((cpuSecondsOf(server.pid) - cpuS) / passedS, 2), busy: round((busySeconds() - busyS) / passedS, 2) },
  };
  const killed = new Promise((resolve) => server.process.once('exit', resolve));
  server.process.kill('SIGKILL');
  await killed;
  for (const chatter of chatters) chatter.leave();
  door.close();
  say(`${measured.perS} lines a second, p99 ${measured.p99Ms} ms`);
  const startedMs = performance.now();
  const again = await startServer({ core: 0, env });
  const startMs = Math.round(performance.now() - startedMs);
  await again.stop();
  return { ...measured, startAfterKillMs: startMs };
}

export const store: Bench = {
  usage: '--n N [--seconds S] [--lines N] [--only sqlite|postgres]; with --lines: searches among so many lines instead of people',
  async run({ n = 200, seconds = 10, lines, only }, say) {
    const result: Record<string, unknown> = {
      bench: 'store',
      machine: machineName(),
      date: new Date().toISOString().slice(0, 10),
      n,
      seconds,
    };
    const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-bench-store-'));
    const problem = only === 'sqlite' ? 'not asked for' : Postgres.problem();
    const postgres = problem === undefined ? await Postgres.start({ isSafe: true }) : undefined;
    const measure = async (database: 'sqlite' | 'postgres'): Promise<unknown> => {
      const place = async (name: string): Promise<Place> => {
        const folder = join(dataDir, database, name);
        mkdirSync(folder, { recursive: true });
        return { dataDir: folder, databaseUrl: database === 'postgres' ? await postgres?.createDatabase() : undefined };
      };
      say(`${database}: ${lines === undefined ? 'the store alone' : `filling in ${lines} lines`}`);
      if (lines !== undefined) return { search: await measureSearch(await place('search'), lines) };
      const alone = await measureStore(await place('alone'), n, seconds / 2);
      say(`${database}: ${alone.perS} lines a second, p99 ${alone.p99Ms} ms; now ${n} people in an office`);
      return { store: alone, office: await measureOffice(await place('office'), n, seconds, say) };
    };
    try {
      for (const database of ['sqlite', 'postgres'] as const)
        if (only === undefined || only === database)
          result[database] = database === 'postgres' && !postgres ? problem : await measure(database);
      return { ...result, goals: { startAfterKillMs: 3000, searchP95Ms: 100 } };
    } finally {
      await postgres?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
