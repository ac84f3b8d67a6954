// What the crowd bench measures: our server as it is, or the plain broadcast; both answer how late their frames began.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { roomIdOf } from '@comptoir/server/app';
import { frameRateFor } from '@comptoir/server/crowd/Crowd';
import { SLOTS_PER_S } from '@comptoir/server/crowd/startTicking';
import type { Lateness } from '../lateness.ts';
import { goFirst, nodeOnCore } from '../machine.ts';
import { startServer } from '../startServer.ts';
import { benchMapFile, tilePicture } from './benchMap.ts';

export interface Subject {
  pid: number;
  url: string;
  roomId: string;
  /** Frames a second it is meant to send. */
  hz: number;
  /** Beginnings in a second when nothing is late: more than `hz` where clients take turns. */
  beginningsPerS: number;
  /** How late beginnings were since the last call. */
  lateness(): Promise<Lateness>;
  stop(): Promise<void>;
}

const PICTURE = 'bench-walls.png';

export async function startOurs(n: number, core: number, talks: boolean): Promise<Subject> {
  const maps = { 'office.tmj': JSON.stringify(benchMapFile(PICTURE, talks)), [PICTURE]: tilePicture() };
  const server = await startServer({ core, maps });
  let before = await bucketsOf(server.url);
  return {
    ...{ pid: server.pid, url: server.url, roomId: roomIdOf('office'), hz: frameRateFor(n), beginningsPerS: SLOTS_PER_S },
    async lateness() {
      const now = await bucketsOf(server.url);
      const report = between(before, now);
      before = now;
      return report;
    },
    stop: () => server.stop(),
  };
}

/** Upper edge of a bucket (ms) and how many were at most that late, since the server started. */
type Buckets = [number, number][];

async function bucketsOf(url: string): Promise<Buckets> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return [...text.matchAll(/^comptoir_tick_lateness_ms_bucket\{le="([^"]+)"\} (\d+)$/gm)].map(([, edge, count]) => [
    edge === '+Inf' ? Number.POSITIVE_INFINITY : Number(edge),
    Number(count),
  ]);
}

/** The 99th percentile of a histogram: linear inside its bucket. */
function between(before: Buckets, now: Buckets): Lateness {
  const counts = now.map(([edge, count], i): [number, number] => [edge, count - (before[i]?.[1] ?? 0)]);
  const count = counts[counts.length - 1]?.[1] ?? 0;
  const wanted = count * 0.99;
  let below = 0;
  let low = 0;
  for (const [edge, upTo] of counts) {
    if (upTo >= wanted)
      return { count, p99Ms: Number.isFinite(edge) ? low + ((edge - low) * (wanted - below)) / Math.max(1, upTo - below) : low };
    below = upTo;
    low = edge;
  }
  return { count, p99Ms: low };
}

const PLAIN_SERVER = fileURLToPath(new URL('./plainServer.ts', import.meta.url));

export async function startPlain(hz: number, core: number, isAuditorium: boolean): Promise<Subject> {
  const { command, args } = nodeOnCore(core);
  const [execPath = process.execPath, ...execArgv] = [command, ...args];
  // fork inserts the module behind execArgv: taskset then runs node with it
  const server = fork(PLAIN_SERVER, [String(hz), isAuditorium ? 'auditorium' : 'office'], {
    execPath,
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  goFirst(server.pid ?? 0);
  const [opened] = (await once(server, 'message')) as [{ url: string; roomId: string }];
  return {
    ...{ pid: server.pid ?? 0, url: opened.url, roomId: opened.roomId, hz, beginningsPerS: hz },
    async lateness() {
      const answer = once(server, 'message') as Promise<[{ lateness: Lateness }]>;
      server.send('report');
      server.send('clear');
      return (await answer)[0].lateness;
    },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}
