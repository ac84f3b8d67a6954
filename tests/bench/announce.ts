// `npm run bench -- announce`: an announcement to so many, who ask for it within a second: are they connected when the host begins to speak?
import { setTimeout as sleep } from 'node:timers/promises';
import { waitBeforeAsking } from '@comptoir/client/media/announcementRules';
import { EmbeddedMedia } from '@comptoir/server/media/EmbeddedMedia';
import { createLog } from '@comptoir/server/ops/log';
import { tuning } from '@comptoir/shared/tuning';
import { eventually, Synthetic, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { busySeconds, cpuSecondsOf, machineName } from './machine.ts';
import type { Bench } from './run.ts';

const GOALS = { connectedInTimeShare: 1, lost: 0 };
const VOICE = { as: 'microphone', mark: 'a', packetsPerS: 50, bytes: 80 } as const;
const LOOK_MS = 20;
const JOIN_MS = 120_000;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export const announce: Bench = {
  usage: '--n LISTENERS [--seconds S]',
  async run({ n = 200, seconds = 10 }, say) {
    const media = new EmbeddedMedia({ firstUdpPort: undefined, workers: 1, announcedIp: undefined, isLocal: true }, createLog('error'));
    const synthetic = new Synthetic();
    const participants = new Map<string, SyntheticParticipant>();
    const add = (id: string): SyntheticParticipant => {
      const participant = synthetic.add(id, (signal) => media.signal('bench', id, signal));
      participants.set(id, participant);
      media.grant('bench', id, { publish: [], receive: 'nothing' });
      return participant;
    };
    const isUp = ({ states }: SyntheticParticipant): boolean => states.includes('receive connected');
    try {
      const busyS = busySeconds();
      const startMs = performance.now();
      const passedMs = (): number => performance.now() - startMs;
      // the worker starts now, as it does in an office where nobody else needs it
      media.openCall('bench', {
        signal: (personIds, signal) => {
          for (const personId of personIds) participants.get(personId)?.receive(signal);
        },
        died: () => say('the media worker died'),
      });
      const host = add('host');
      host.publish(VOICE);
      const listeners = Array.from({ length: n }, (_, k) => add(`l${k}`));
      // as browsers do
      for (const listener of listeners)
        setTimeout(() => listener.subscribe(), waitBeforeAsking(n, tuning.announceReadyMs - passedMs(), Math.random()));
      const upMs: number[] = [];
      const waiting = new Set(listeners);
      const look = (): void => {
        for (const listener of waiting)
          if (isUp(listener)) {
            waiting.delete(listener);
            upMs.push(passedMs());
          }
      };
      const looking = setInterval(look, LOOK_MS);
      await eventually('all are connected', () => waiting.size === 0, JOIN_MS);
      clearInterval(looking);
      const joined = await media.stats();
      say(`${n} are connected`);
      await sleep(Math.max(0, tuning.announceReadyMs - passedMs()));
      const joinedBusyS = busySeconds() - busyS;
      const joinedMs = passedMs();
      for (const { id } of listeners) media.grant('bench', id, { publish: [], receive: 'sound' });
      media.grant('bench', 'host', { publish: ['microphone'], receive: 'all' });
      await sleep(seconds * 1000);
      const [spoken, { received }] = [await media.stats(), await synthetic.counts()];
      const lines = listeners.map(({ id }) => Object.values(received[id] ?? {}));
      const own = [process.pid, synthetic.pid].reduce<number>((sum, pid) => sum + (pid === undefined ? 0 : cpuSecondsOf(pid)), 0);
      upMs.sort((a, b) => a - b);
      return {
        ...{ bench: 'announce', machine: machineName(), date: new Date().toISOString().slice(0, 10), listeners: n },
        connectedMs: { half: round(upMs[Math.floor(n / 2)] ?? 0, 0), last: round(upMs.at(-1) ?? 0, 0) },
        connectedInTimeShare: round(upMs.filter((ms) => ms <= tuning.announceReadyMs).length / n, 3),
        hostConnected: host.states.includes('microphone connected'),
        refused: listeners.reduce((sum, { closed }) => sum + closed.length, 0),
        joiningCpuS: round(joined.cpuS, 2),
        speakingCpu: round((spoken.cpuS - joined.cpuS) / seconds, 3),
        packetsPerS: Math.round(spoken.packetsOut / seconds),
        hearing: lines.filter((of) => of.some(({ packets }) => packets > 0)).length,
        lost: lines.flat().reduce((sum, line) => sum + line.lost, 0),
        // of all cores, while they joined: synthetic listeners need as much as the server for it
        busyWhileJoining: round((joinedBusyS / joinedMs) * 1000, 2),
        ownCpuS: round(own, 1),
        goals: GOALS,
      };
    } finally {
      await Promise.all([media.close(), synthetic.close()]);
    }
  },
};
