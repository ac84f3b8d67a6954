// `npm run bench -- recording`: what it costs the media server to tape one who speaks with a picture, and how long the film takes to be made.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedMedia } from '@comptoir/server/media/EmbeddedMedia';
import { createLog } from '@comptoir/server/ops/log';
import { Recordings } from '@comptoir/server/recording/Recordings';
import { eventually, Synthetic, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { tones } from '../support/media/samples.ts';
import { busySeconds, machineName } from './machine.ts';
import type { Bench } from './run.ts';

const GOALS = { tapeShare: 0.02, madeInShare: 0.1 };
/** 30 pictures a second of three packets, 600 kbit/s; and a voice. */
const CAMERA = { as: 'camera', mark: 'a', packetsPerS: 90, bytes: 833 } as const;
const CALL = 'bench';

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export const recording: Bench = {
  usage: '[--seconds S]',
  async run({ seconds = 30 }, say) {
    const dir = mkdtempSync(join(tmpdir(), 'bench-'));
    const log = createLog('error');
    const media = new EmbeddedMedia({ firstUdpPort: undefined, workers: 1, announcedIp: undefined, isLocal: true }, log);
    const recordings = new Recordings(dir, log);
    const synthetic = new Synthetic();
    let speaker: SyntheticParticipant | undefined;
    try {
      media.openCall(
        CALL,
        { signal: (_personIds, signal) => speaker?.receive(signal), died: () => say('the media worker died') },
        { isHall: true },
      );
      const added = synthetic.add('speaker', (signal) => media.signal(CALL, 'speaker', signal));
      speaker = added;
      media.grant(CALL, 'speaker', { publish: ['camera', 'microphone'], receive: 'all' });
      added.publish({ as: 'microphone', mark: 'a', packetsPerS: 50, bytes: 0, samples: await tones([{ hz: 300, ms: 1000 }]) });
      added.publish(CAMERA);
      await eventually('they are heard', async () => ((await added.sent('camera'))?.packets ?? 0) > 100);
      const cpuShare = async (): Promise<number> => {
        const [before, beganMs] = [await media.stats(), performance.now()];
        await sleep(seconds * 1000);
        return ((await media.stats()).cpuS - before.cpuS) / ((performance.now() - beganMs) / 1000);
      };
      const [busyS, beganMs] = [busySeconds(), performance.now()];
      const without = await cpuShare();
      const taped = performance.now();
      media.record(CALL, recordings.begin(CALL, Date.now()));
      const withTape = await cpuShare();
      const tapedS = (performance.now() - taped) / 1000;
      media.record(CALL, undefined);
      const endedMs = performance.now();
      await recordings.end(CALL);
      const madeS = (performance.now() - endedMs) / 1000;
      const tapes = join(dir, 'recordings', CALL, 'tapes');
      const bytes = readdirSync(tapes).reduce((sum, name) => sum + statSync(join(tapes, name)).size, 0);
      const film = recordings.replayOf(CALL);
      const tapeShare = round(Math.max(0, withTape - without), 4);
      const madeInShare = round(madeS / tapedS, 3);
      return {
        ...{ bench: 'recording', machine: machineName(), date: new Date().toISOString().slice(0, 10) },
        ...{ seconds, cpuShareWithout: round(without, 4), cpuShareWith: round(withTape, 4), tapeShare },
        ...{
          madeInShare,
          tapeMbPerHour: Math.round((bytes / tapedS) * 0.0036),
          filmMbPerHour: Math.round(((film?.bytes ?? 0) / tapedS) * 0.0036),
        },
        audioMbPerHour: Math.round(((film?.audioBytes ?? 0) / tapedS) * 0.0036),
        busyCores: round((busySeconds() - busyS) / ((performance.now() - beganMs) / 1000), 2),
        goals: GOALS,
      };
    } finally {
      await Promise.all([media.close(), recordings.close(), synthetic.close()]);
      rmSync(dir, { recursive: true, force: true });
    }
  },
};
