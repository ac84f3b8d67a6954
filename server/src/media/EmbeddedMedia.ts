// The media router that comes with the server: calls are spread over a few worker processes, started when the first one needs them.
import type { ClientMediaSignal } from '@comptoir/shared/protocol/talk';
import type { Log } from '../ops/log.ts';
import type { MediaCallEvents, MediaRights, MediaRouter, MediaStats } from './MediaRouter.ts';
import { WorkerProcess } from './WorkerProcess.ts';
import type { WorkerSettings } from './workerMessages.ts';

export interface EmbeddedMediaSettings extends Omit<WorkerSettings, 'udpPort'> {
  /** The first of as many consecutive ports as there are workers; undefined: any free ones. */
  firstUdpPort: number | undefined;
  workers: number;
}

interface OpenCall {
  events: MediaCallEvents;
  worker: WorkerProcess;
}

export class EmbeddedMedia implements MediaRouter {
  readonly #settings: EmbeddedMediaSettings;
  readonly #log: Log;
  readonly #workers: WorkerProcess[] = [];
  readonly #calls = new Map<string, OpenCall>();

  constructor(settings: EmbeddedMediaSettings, log: Log) {
    this.#settings = settings;
    this.#log = log;
  }

  openCall(callId: string, events: MediaCallEvents): void {
    const worker = this.#freest();
    this.#calls.set(callId, { events, worker });
    worker.carry(callId);
  }

  closeCall(callId: string): void {
    const worker = this.#calls.get(callId)?.worker;
    if (!worker) return;
    this.#calls.delete(callId);
    worker.drop(callId);
  }

  grant(callId: string, personId: string, rights: MediaRights): void {
    this.#calls.get(callId)?.worker.tell({ do: 'grant', callId, personId, rights });
  }

  revoke(callId: string, personId: string): void {
    this.#calls.get(callId)?.worker.tell({ do: 'revoke', callId, personId });
  }

  signal(callId: string, personId: string, signal: ClientMediaSignal): void {
    this.#calls.get(callId)?.worker.tell({ do: 'signal', callId, personId, signal });
  }

  async stats(): Promise<MediaStats> {
    const counts = await Promise.all(this.#workers.map((worker) => worker.counts()));
    const sum = (of: 'people' | 'packetsIn' | 'packetsOut' | 'cpuS'): number => counts.reduce((total, each) => total + each[of], 0);
    return {
      ...{ workers: this.#workers.length, calls: this.#calls.size, people: sum('people') },
      ...{ packetsIn: sum('packetsIn'), packetsOut: sum('packetsOut'), cpuS: sum('cpuS') },
      lateMs: Math.max(0, ...counts.map(({ lateMs }) => lateMs)),
    };
  }

  /** Of the processes that run now. */
  pids(): number[] {
    return this.#workers.map(({ pid }) => pid).filter((pid) => pid !== undefined);
  }

  async close(): Promise<void> {
    this.#calls.clear();
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  /** An idle one, else another, else the one with the fewest calls. */
  #freest(): WorkerProcess {
    const fewest = this.#workers.toSorted((a, b) => Number(b.isAlive) - Number(a.isAlive) || a.calls.size - b.calls.size)[0];
    if (fewest && (fewest.calls.size === 0 || this.#workers.length >= this.#settings.workers)) return fewest;
    return this.#startAnother();
  }

  #startAnother(): WorkerProcess {
    const number = this.#workers.length;
    const { firstUdpPort, announcedIp, isLocal } = this.#settings;
    const worker = new WorkerProcess({
      number,
      settings: { announcedIp, isLocal, udpPort: firstUdpPort === undefined ? undefined : firstUdpPort + number },
      log: this.#log,
      onSignal: (callId, personId, signal) => this.#calls.get(callId)?.events.signal(personId, signal),
      onDied: (callIds) => {
        for (const callId of callIds) {
          const { events } = this.#calls.get(callId) ?? {};
          this.#calls.delete(callId);
          events?.died();
        }
      },
    });
    this.#workers.push(worker);
    return worker;
  }
}
