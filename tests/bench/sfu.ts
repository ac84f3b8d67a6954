// `npm run bench -- sfu`: what the media server spends to pass one camera and one voice on to so many, who decrypt and count every packet.
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedMedia } from '@comptoir/server/media/EmbeddedMedia';
import { createLog } from '@comptoir/server/ops/log';
import { eventually, Synthetic, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import type { LineCount } from '../support/media/syntheticMessages.ts';
import { busySeconds, cpuSecondsOf, goFirst, machineName } from './machine.ts';
import type { Bench } from './run.ts';

const GOALS = { usPerPacket: 20, lost: 0 };
/** 30 pictures a second of three packets, 600 kbit/s; and a voice. */
const CAMERA = { as: 'camera', mark: 'a', packetsPerS: 90, bytes: 833 } as const;
const VOICE = { as: 'microphone', mark: 'a', packetsPerS: 50, bytes: 80 } as const;
const PACKETS_PER_S = CAMERA.packetsPerS + VOICE.packetsPerS;
const AT_ONCE = 10;
const JOIN_MS = 120_000;

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

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export const sfu: Bench = {
  usage: '--n RECEIVERS [--seconds S]',
  async run({ n = 200, seconds = 20 }, say) {
    const media = new EmbeddedMedia({ firstUdpPort: undefined, workers: 1, announcedIp: undefined, isLocal: true }, createLog('error'));
    const synthetic = new Synthetic();
    const participants = new Map<string, SyntheticParticipant>();
    const add = (id: string, publish: readonly ('camera' | 'microphone')[]): SyntheticParticipant => {
      const participant = synthetic.add(id, (signal) => media.signal('bench', id, signal));
      participants.set(id, participant);
      media.grant('bench', id, { publish, receive: 'all' });
      return participant;
    };
    const isUp = ({ states }: SyntheticParticipant): boolean => states.includes('receive connected');
    try {
      media.openCall('bench', {
        signal: (personIds, signal) => {
          for (const personId of personIds) participants.get(personId)?.receive(signal);
        },
        died: () => say('the media worker died'),
      });
      pin(media.pids()[0], 0);
      pin(synthetic.pid, 1);
      const speaker = add('speaker', ['camera', 'microphone']);
      speaker.publish(CAMERA);
      speaker.publish(VOICE);
      const receivers: SyntheticParticipant[] = [];
      while (receivers.length < n) {
        const batch = Array.from({ length: Math.min(AT_ONCE, n - receivers.length) }, (_, k) => add(`r${receivers.length + k}`, []));
        for (const receiver of batch) {
          receiver.subscribe();
          receiver.want([{ personId: 'speaker', as: 'camera', quality: 'high' }]);
        }
        await eventually('ten more are connected', () => batch.every(isUp), JOIN_MS);
        receivers.push(...batch);
      }
      say(`${n} receive`);
      // keyframes and switches of the beginning are over
      await sleep(3000);
      const look = async () => {
        const [stats, counts] = [await media.stats(), await synthetic.counts()];
        const lines: LineCount[] = receivers.flatMap(({ id }) => Object.values(counts.received[id] ?? {}));
        const sum = (of: 'packets' | 'lost' | 'jumps'): number => lines.reduce((total, line) => total + line[of], 0);
        return {
          stats,
          arrived: sum('packets'),
          lost: sum('lost') + sum('jumps'),
          busyS: busySeconds(),
          atMs: performance.now(),
          ownS: ownSeconds(),
        };
      };
      const ownSeconds = (): number =>
        [process.pid, synthetic.pid].reduce<number>((total, pid) => total + (pid === undefined ? 0 : cpuSecondsOf(pid)), 0);
      const before = await look();
      await sleep(seconds * 1000);
      const after = await look();
      const passedS = (after.atMs - before.atMs) / 1000;
      const cpuS = after.stats.cpuS - before.stats.cpuS;
      const sent = after.stats.packetsOut - before.stats.packetsOut;
      const arrived = after.arrived - before.arrived;
      const expected = n * PACKETS_PER_S * passedS;
      return {
        ...{ bench: 'sfu', machine: machineName(), date: new Date().toISOString().slice(0, 10), receivers: n, seconds: round(passedS, 1) },
        packetsPerS: Math.round(sent / passedS),
        usPerPacket: round((cpuS * 1e6) / Math.max(1, sent), 1),
        cpu: round(cpuS / passedS, 2),
        lateMs: round(after.stats.lateMs, 0),
        lost: after.lost - before.lost,
        arrivedShare: round(arrived / Math.max(1, sent), 4),
        // below 1 the synthetic speaker was late itself
        sentShare: round(sent / expected, 3),
        foreignCpu: round((after.busyS - before.busyS - cpuS - (after.ownS - before.ownS)) / passedS, 2),
        goals: GOALS,
      };
    } finally {
      await Promise.all([media.close(), synthetic.close()]);
    }
  },
};
