// All bots of one run of the crowd bench, in a process of its own: joins them, walks them, measures what they receive.
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../lateness.ts';
import { ourCrowd } from './ourCrowd.ts';
import { plainCrowd } from './plainCrowd.ts';
import { PROBE_PERIOD_MS, probe } from './probes.ts';

export interface BotsSettings {
  variant: 'ours' | 'plain';
  url: string;
  roomId: string;
  n: number;
  hz: number;
  isAuditorium: boolean;
  joinForMostS: number;
}

export interface BotsReport {
  bytesPerClientPerS: number;
  messagesPerClientPerS: number;
  latencyP50Ms: number;
  latencyP99Ms: number;
  samples: number;
  missed: number;
  lost: number;
  putBacks: number;
  cpu: number;
}

/** A crowd of bots of either kind. */
export interface BotCrowd {
  /** Brings in bot `number`. @returns how long it took; undefined when it was refused */
  join(number: number): Promise<number | undefined>;
  /** Walks everybody; called every 10 ms or so. */
  tick(nowMs: number): void;
  /** The probe's sender shows its next change. @returns the mark receivers look for */
  show(): number;
  onSeen(saw: (receiver: number, mark: number) => void): void;
  totals(): { received: number; messages: number; lost: number; putBacks: number };
}

const AT_ONCE = 16;
const GATHER_MS = 2;
const settings = JSON.parse(process.argv[2] ?? '') as BotsSettings;
const crowd = settings.variant === 'ours' ? ourCrowd(settings) : plainCrowd(settings);
let next = 0;
let joined = 0;
const joinsMs: number[] = [];
const giveUpMs = performance.now() + settings.joinForMostS * 1000;

setInterval(() => crowd.tick(performance.now()), 10);

async function bringIn(): Promise<void> {
  while (next < settings.n && performance.now() < giveUpMs) {
    const tookMs = await crowd.join(next++);
    if (tookMs === undefined) continue;
    joined++;
    joinsMs.push(tookMs);
  }
}
// the probe's sender first: its number is looked for
await crowd.join(next++);
joined++;
await Promise.all(Array.from({ length: AT_ONCE }, bringIn));
gatherReads();
process.send?.({
  joined,
  joinMsP99: quantile(
    joinsMs.toSorted((a, b) => a - b),
    0.99,
  ),
});

/**
 * From now on this process looks at its sockets every GATHER_MS only, as a network card gathers packets. On one machine each
 * write to a sleeping reader is charged with waking it, which is several times the write and which no office on a network pays.
 */
function gatherReads(): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const look = (): void => {
    Atomics.wait(pause, 0, 0, GATHER_MS);
    setImmediate(look);
  };
  setImmediate(look);
}

async function measure(seconds: number): Promise<BotsReport> {
  const probing = probe();
  crowd.onSeen((receiver, mark) => probing.saw(receiver, mark, performance.now()));
  const showing = setInterval(() => {
    const nowMs = performance.now();
    probing.sent(crowd.show(), nowMs);
  }, PROBE_PERIOD_MS);
  const before = crowd.totals();
  const cpuBefore = process.cpuUsage();
  const beganMs = performance.now();
  await sleep(seconds * 1000);
  const passedS = (performance.now() - beganMs) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const after = crowd.totals();
  clearInterval(showing);
  await sleep(600);
  const { latenciesMs, missed } = probing.report();
  return {
    bytesPerClientPerS: (after.received - before.received) / passedS / Math.max(1, joined - after.lost),
    messagesPerClientPerS: (after.messages - before.messages) / passedS / Math.max(1, joined - after.lost),
    latencyP50Ms: quantile(latenciesMs, 0.5),
    latencyP99Ms: quantile(latenciesMs, 0.99),
    samples: latenciesMs.length,
    missed,
    lost: after.lost,
    putBacks: after.putBacks - before.putBacks,
    cpu: (cpu.user + cpu.system) / 1e6 / passedS,
  };
}

process.on('message', (message: { measureS: number }) => {
  void measure(message.measureS).then((report) => process.send?.(report));
});
// a bench that was stopped leaves nobody behind
process.on('disconnect', () => process.exit(1));
