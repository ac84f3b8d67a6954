// One run of the crowd bench: starts server and bots on different cores, lets them settle, measures a window.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { busySeconds, cpuSecondsOf, goFirst, nodeOnCore, residentMb } from '../machine.ts';
import type { BotsReport, BotsSettings } from './botsProcess.ts';
import { StoreLoad } from './StoreLoad.ts';
import type { Subject } from './subject.ts';

const BOTS = fileURLToPath(new URL('./botsProcess.ts', import.meta.url));
const SETTLE_MS = 2000;
/** Longer than this nobody waits at the door. */
const JOIN_FOR_MOST_S = 120;

export interface CrowdRun {
  n: number;
  joined: number;
  hz: number;
  cpu: number;
  latencyP50Ms: number;
  latencyP99Ms: number;
  tickLateP99Ms: number;
  bytesPerClientPerS: number;
  messagesPerClientPerS: number;
  rssMb: number;
  joinMsP99: number;
  /** Of the probe's changes, how many were never seen, in percent. */
  missedPercent: number;
  putBacks: number;
  lost: number;
  /** Cores that other work on this machine took meanwhile: above 0.3, latency and lateness are upper bounds. */
  foreignCpu: number;
  /** What the savers had kept in a second, and how late they were told; absent without any. */
  keptPerS?: number;
  keptP99Ms?: number;
}

export interface CrowdSettings {
  n: number;
  seconds: number;
  isAuditorium: boolean;
  variant: 'ours' | 'plain';
  /** Beside them, people who have something kept on the disk every so often. */
  savers?: number;
}

export async function measureCrowd(subject: Subject, { n, seconds, isAuditorium, variant, savers = 0 }: CrowdSettings): Promise<CrowdRun> {
  const { command, args } = nodeOnCore(1);
  const settings: BotsSettings = {
    ...{ variant, n, isAuditorium, url: subject.url, roomId: subject.roomId, hz: subject.hz },
    joinForMostS: JOIN_FOR_MOST_S,
  };
  const bots = fork(BOTS, [JSON.stringify(settings)], {
    execPath: command,
    execArgv: args,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  goFirst(bots.pid ?? 0);
  try {
    const [{ joined, joinMsP99 }] = (await once(bots, 'message')) as [{ joined: number; joinMsP99: number }];
    const load = savers > 0 ? await StoreLoad.begin(subject, savers) : undefined;
    await sleep(SETTLE_MS);
    load?.restart();
    await subject.lateness();
    const cpuBefore = cpuSecondsOf(subject.pid);
    const busyBefore = busySeconds();
    const beganMs = performance.now();
    const botsBefore = cpuSecondsOf(bots.pid ?? 0);
    bots.send({ measureS: seconds });
    await sleep(seconds * 1000);
    const passedS = (performance.now() - beganMs) / 1000;
    const cpu = (cpuSecondsOf(subject.pid) - cpuBefore) / passedS;
    const botsCpu = (cpuSecondsOf(bots.pid ?? 0) - botsBefore) / passedS;
    const foreignCpu = (busySeconds() - busyBefore) / passedS - cpu - botsCpu;
    const late = await subject.lateness();
    const lateS = (performance.now() - beganMs) / 1000;
    const [report] = (await once(bots, 'message')) as [BotsReport];
    const kept = load?.end(passedS);
    return {
      ...{ n, joined, joinMsP99, cpu, rssMb: residentMb(subject.pid), foreignCpu: Math.max(0, foreignCpu) },
      hz: (subject.hz * late.count) / lateS / subject.beginningsPerS,
      tickLateP99Ms: late.p99Ms,
      latencyP50Ms: report.latencyP50Ms,
      latencyP99Ms: report.latencyP99Ms,
      bytesPerClientPerS: report.bytesPerClientPerS,
      messagesPerClientPerS: report.messagesPerClientPerS,
      missedPercent: (100 * report.missed) / Math.max(1, report.samples + report.missed),
      putBacks: report.putBacks,
      lost: report.lost,
      ...kept,
    };
  } finally {
    const ended = once(bots, 'exit');
    bots.kill('SIGKILL');
    await ended;
  }
}
