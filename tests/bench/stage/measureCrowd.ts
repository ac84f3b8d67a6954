// What a media server spends on a talk, while a crowd decrypts and counts every packet of it.
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineCount } from '../../support/media/syntheticMessages.ts';
import { quantile } from '../lateness.ts';
import { busySeconds, cpuSecondsOf, goFirst, residentMb } from '../machine.ts';
import { Hall, PACKETS_PER_S } from './Hall.ts';

/** Where there is no taskset, or one core, nothing is pinned. */
function pin(pid: number | undefined, core: number): void {
  if (pid === undefined) return;
  try {
    execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' });
  } catch {
    // shown by foreignCpu and lateMs
  }
  goFirst(pid);
}

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));
/** Keyframes and switches of the beginning are over. */
const SETTLE_MS = 3000;

/** @param workers how many share the listeners */
export async function measureCrowd(listeners: number, seconds: number, workers: number, say: (line: string) => void) {
  // all publishers and an equal part of the listeners at each
  const hall = new Hall(workers, Math.ceil((listeners + 1) / workers), say);
  const { media, synthetic, crowd } = hall;
  try {
    hall.speak();
    await sleep(2000);
    pin(synthetic.pid, 1);
    const memory = (): number => media.pids().reduce((sum, pid) => sum + residentMb(pid), 0);
    await hall.fill(1);
    const emptyMb = memory();
    await hall.fill(listeners);
    for (const pid of media.pids()) pin(pid, 0);
    say(`${listeners} listen, by ${media.pids().length} workers`);
    await sleep(SETTLE_MS);
    const lates: number[] = [];
    const looking = setInterval(() => lates.push(Math.max(...media.loads().map(({ lateMs }) => lateMs))), 1000);
    const ownS = (): number => (synthetic.pid === undefined ? 0 : cpuSecondsOf(synthetic.pid));
    const look = async () => {
      const [stats, counts] = [await media.stats(), await synthetic.counts()];
      const lines: LineCount[] = crowd.flatMap(({ id }) => Object.values(counts.received[id] ?? {}));
      const sum = (of: 'packets' | 'lost' | 'jumps'): number => lines.reduce((total, line) => total + line[of], 0);
      return {
        ...{ stats, arrived: sum('packets'), lost: sum('lost') + sum('jumps') },
        ...{ busyS: busySeconds(), atMs: performance.now(), crowdS: ownS(), parentS: cpuSecondsOf(process.pid) },
      };
    };
    const before = await look();
    await sleep(seconds * 1000);
    const after = await look();
    clearInterval(looking);
    const passedS = (after.atMs - before.atMs) / 1000;
    const cpuS = after.stats.cpuS - before.stats.cpuS;
    const parentS = after.parentS - before.parentS;
    const sent = after.stats.packetsOut - before.stats.packetsOut;
    return {
      ...{ workers: media.pids().length, seated: media.loads().map(({ seated }) => seated) },
      packetsPerS: Math.round(sent / passedS),
      usPerPacket: round((cpuS * 1e6) / Math.max(1, sent), 1),
      cpu: round(cpuS / passedS, 2),
      // of the process that would be the office: it hands packets from worker to worker
      parentCpu: round(parentS / passedS, 3),
      lateP99Ms: round(
        quantile(
          lates.toSorted((a, b) => a - b),
          0.95,
        ),
        0,
      ),
      lost: after.lost - before.lost,
      // below 1, with nothing lost, the crowd's own process was behind
      arrivedShare: round((after.arrived - before.arrived) / Math.max(1, sent), 4),
      // below 1 the synthetic speaker was late itself
      sentShare: round(sent / (listeners * PACKETS_PER_S * passedS), 3),
      // with more workers their own memory is in it
      ...(workers === 1 ? { mbPerListener: round((memory() - emptyMb) / Math.max(1, listeners - 1), 2) } : {}),
      foreignCpu: round((after.busyS - before.busyS - cpuS - parentS - (after.crowdS - before.crowdS)) / passedS, 2),
    };
  } finally {
    await hall.close();
  }
}
