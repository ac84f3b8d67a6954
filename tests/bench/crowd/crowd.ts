// `npm run bench -- crowd`: our crowd relay and a plain schema broadcast under the same seeded workload, alternating, median of three.
import { frameRateFor } from '@comptoir/server/crowd/Crowd';
import { machineName } from '../machine.ts';
import type { Bench } from '../run.ts';
import { type CrowdRun, measureCrowd } from './measureCrowd.ts';
import { startOurs, startPlain } from './subject.ts';

const SERVER_CORE = 0;
/** Who beside the crowd have something kept. */
const SAVERS = 200;
/** Below this share of the rate it was asked for, a broadcast has failed. */
const KEEPS_RATE = 0.95;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number): number => Number(value.toPrecision(4));

function medianRun(runs: readonly CrowdRun[]): CrowdRun {
  const [first] = runs;
  if (!first) throw new Error('nothing was measured');
  const fields = Object.keys(first) as (keyof CrowdRun)[];
  return Object.fromEntries(fields.map((field) => [field, rounded(median(runs.map((run) => run[field] ?? 0)))])) as unknown as CrowdRun;
}

export const crowd: Bench = {
  usage: '--n N [--seconds S] [--runs R] [--auditorium] [--conversations] [--with-store-load] [--only ours|plain]',
  async run({ n = 1000, seconds = 4, runs = 3, auditorium: isAuditorium = false, conversations = false, storeLoad = false, only }, say) {
    const hz = frameRateFor(n);
    const measured: Record<'ours' | 'plain', CrowdRun[]> = { ours: [], plain: [] };
    for (let round = 0; round < runs; round++)
      for (const variant of ['ours', 'plain'] as const) {
        if (only !== undefined && only !== variant) continue;
        const subject =
          variant === 'ours' ? await startOurs(n, SERVER_CORE, conversations) : await startPlain(hz, SERVER_CORE, isAuditorium);
        try {
          const run = await measureCrowd(subject, {
            n,
            seconds,
            isAuditorium,
            variant,
            savers: storeLoad && variant === 'ours' ? SAVERS : 0,
          });
          measured[variant].push(run);
          say(
            `${round + 1}/${runs} ${variant} ${JSON.stringify(Object.fromEntries(Object.entries(run).map(([k, v]) => [k, rounded(v)])))}`,
          );
        } finally {
          await subject.stop();
        }
      }
    const shared = {
      bench: 'crowd',
      machine: machineName(),
      date: new Date().toISOString().slice(0, 10),
      seconds,
      runs,
      auditorium: isAuditorium,
      conversations,
    };
    const ours = measured.ours.length > 0 ? medianRun(measured.ours) : undefined;
    const median = measured.plain.length > 0 ? medianRun(measured.plain) : undefined;
    const plain = median && { ...median, failed: median.hz < hz * KEEPS_RATE || median.joined < n || median.lost > 0 };
    const ratio = ours &&
      plain && { cpu: rounded(ours.cpu / plain.cpu), bytes: rounded(ours.bytesPerClientPerS / plain.bytesPerClientPerS) };
    return { ...shared, ...(ours && { ours }), ...(plain && { plain }), ...(ratio && { ratio }) };
  },
};
