// Rounds of chance against one office. Each has a seed of its own, told when it fails; which failed once come first for ever.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { en } from '@comptoir/client/i18n/en';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type MailSink, openMailSink } from '../mailSink.ts';
import { type OpenOffice, openOffice } from '../openOffice.ts';
import { anyRound, MOVES_PER_ROUND, type Round } from './moves.ts';
import { Pool } from './Pool.ts';
import { FUZZ_MAPS, type Planted, plant } from './plant.ts';
import { readBack } from './readBack.ts';
import { Troupe } from './Troupe.ts';
import { Watch } from './Watch.ts';

const KNOWN_REFUSALS: ReadonlySet<string> = new Set(Object.keys(en).flatMap((key) => (key.startsWith('refusal.') ? [key.slice(8)] : [])));
const keptSeeds = (): number[] => JSON.parse(readFileSync(new URL('seeds.json', import.meta.url), 'utf8')) as number[];

export interface FuzzedOffice {
  office: OpenOffice;
  watch: Watch;
  planted: Planted;
  /** @param cases moves in all, of so many that the environment says otherwise (FUZZ_RUNS); FUZZ_SEED names the first round */
  fuzz(cases: number): Promise<{ sent: number }>;
  /** Of the heap since people began to try. */
  grownMb(): number;
  /** Those whose things they are look at all of them. */
  readBack(): Promise<void>;
  close(): Promise<void>;
}

function heapMb(): number {
  setFlagsFromString('--expose_gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

export async function openFuzzedOffice(): Promise<FuzzedOffice> {
  const mail: MailSink = await openMailSink();
  const env = {
    SMTP_URL: mail.url,
    TRUST_PROXY: '1',
    PUBLIC_URL: 'http://office.localhost',
    STUN_PORT: 'off',
    LOG_LEVEL: 'error',
    JOIN_RATE_PER_ADDRESS: '1000000',
    MEDIA_WORKERS: '1',
  };
  const office = await openOffice(env, FUZZ_MAPS);
  const watch = new Watch(office, KNOWN_REFUSALS);
  const pool = new Pool();
  const planted = await plant(office, mail, watch, pool);
  const troupe = new Troupe(office, watch, pool, planted);
  const beforeMb = heapMb();
  return {
    ...{ office, watch, planted },
    grownMb: () => heapMb() - beforeMb,
    async fuzz(cases) {
      const most = Number(process.env.FUZZ_RUNS ?? cases);
      const first = process.env.FUZZ_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(process.env.FUZZ_SEED);
      const rounds = Math.ceil(most / MOVES_PER_ROUND);
      const seeds = [
        ...(process.env.FUZZ_SEED === undefined ? keptSeeds() : []),
        ...Array.from({ length: rounds }, (_, n) => (first + n) | 0),
      ];
      process.stdout.write(`fuzzing: ${rounds} rounds of ${MOVES_PER_ROUND}, FUZZ_SEED=${first}\n`);
      for (const seed of seeds) {
        const [round] = fc.sample(anyRound, { seed, numRuns: 1 });
        if (round) await perform(seed, round);
      }
      return { sent: troupe.sent };
    },
    readBack: () => readBack(office, watch, planted),
    async close() {
      await troupe.close();
      watch.end();
      await office.close();
      await mail.close();
    },
  };

  async function perform(seed: number, round: Round): Promise<void> {
    await troupe.perform(round);
    await watch.examine();
    if (watch.problems.length === 0) return;
    const told = [...new Set(watch.problems.splice(0))].slice(0, 8).join('\n');
    throw new Error(`FUZZ_SEED=${seed} FUZZ_RUNS=${MOVES_PER_ROUND} (keep it in tests/support/fuzz/seeds.json):\n${told}`);
  }
}

/** What is kept is bounded, however much is sent. */
export const MOST_GROWN_MB = 150;
/** Fewer kinds of requests were granted: not even the rules behind the schemas were reached. */
const LEAST_GRANTED = 30;

export async function expectUnharmed(fuzzed: FuzzedOffice, cases: number): Promise<void> {
  const { sent } = await fuzzed.fuzz(cases);
  const granted = [...fuzzed.watch.answers.keys()].filter((key) => key.endsWith(' ok'));
  process.stdout.write(`fuzzing: ${sent} sent, ${granted.length} kinds of requests granted, ${Math.round(fuzzed.grownMb())} MB more\n`);
  if (process.env.FUZZ_RUNS !== undefined) return;
  expect(sent).toBeGreaterThanOrEqual(cases);
  expect(granted.length, granted.join()).toBeGreaterThan(LEAST_GRANTED);
}
