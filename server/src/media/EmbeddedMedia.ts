// The media router that comes with the server: calls are spread over a few worker processes, started when the first one needs them.
import type { ClientMediaSignal } from '@comptoir/shared/protocol/talk';
import type { Log } from '../ops/log.ts';
import type { MediaCallEvents, MediaCallOptions, MediaRights, MediaRouter, MediaStats } from './MediaRouter.ts';
import type { TapeOrder } from './tapeFormat.ts';
import { type WordOfCall, WorkerProcess } from './WorkerProcess.ts';
import type { WorkerSettings } from './workerMessages.ts';

export interface EmbeddedMediaSettings extends Omit<WorkerSettings, 'udpPort'> {
  /** The first of as many consecutive ports as there are workers; undefined: any free ones. */
  firstUdpPort: number | undefined;
  workers: number;
  /** More listeners of a hall go to another worker. */
  listenersPerWorker?: number;
}

/** What one core carries of one speaker with a picture: 35,000 packets a second are 250 listeners. */
const LISTENERS_PER_WORKER = 250;
const PACKETS_PER_S = 35_000;
/** Late for so long, and not just when many came at once. */
const LATE_S = 10;

interface Seat {
  /** By which they receive. */
  worker: WorkerProcess;
  rights: MediaRights;
  /** Receives elsewhere, but is known where people publish. */
  isAtHome: boolean;
}

interface OpenCall {
  events: MediaCallEvents;
  isHall: boolean;
  /** Carries everybody who publishes. */
  home: WorkerProcess;
  seats: Map<string, Seat>;
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

  openCall(callId: string, events: MediaCallEvents, { isHall = false }: MediaCallOptions = {}): void {
    const home = this.#freest();
    this.#calls.set(callId, { events, isHall, home, seats: new Map() });
    home.carry(callId, isHall ? 'stage' : 'whole');
  }

  closeCall(callId: string): void {
    const call = this.#calls.get(callId);
    if (!call) return;
    this.#forget(callId, call);
    call.home.drop(callId);
  }

  grant(callId: string, personId: string, rights: MediaRights): void {
    const call = this.#calls.get(callId);
    if (!call) return;
    const seat = call.seats.get(personId) ?? this.#seat(callId, call, personId, rights);
    seat.rights = rights;
    this.#grant(callId, call, personId, seat);
  }

  revoke(callId: string, personId: string): void {
    const call = this.#calls.get(callId);
    const seat = call?.seats.get(personId);
    if (!call || !seat) return;
    call.seats.delete(personId);
    seat.worker.seated--;
    for (const worker of new Set([seat.worker, call.home])) worker.tell({ do: 'revoke', callId, personId });
    if (seat.worker !== call.home && !this.#isRelay(call, seat.worker)) this.#endRelay(callId, call, seat.worker);
  }

  signal(callId: string, personId: string, signal: ClientMediaSignal): void {
    const call = this.#calls.get(callId);
    const seat = call?.seats.get(personId);
    if (!call || !seat) return;
    const isSent = signal.kind === 'publish' || signal.kind === 'unpublish';
    if (isSent && seat.worker !== call.home && !seat.isAtHome) {
      // the word that they may may still be on its way
      seat.isAtHome = true;
      this.#grant(callId, call, personId, seat);
    }
    (isSent ? call.home : seat.worker).tell({ do: 'signal', callId, personId, signal });
  }

  present(callId: string, personId: string | undefined): void {
    this.#calls.get(callId)?.home.tell({ do: 'present', callId, personId });
  }

  record(callId: string, order: TapeOrder | undefined): void {
    this.#calls.get(callId)?.home.tell({ do: 'record', callId, order });
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

  /** How many receive by each worker, and the 99th percentile of how late its event loop was in the last second. */
  loads(): { seated: number; lateMs: number }[] {
    return this.#workers.map(({ seated, load }) => ({ seated, lateMs: load.lateMs }));
  }

  async close(): Promise<void> {
    this.#calls.clear();
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  /** K48: publishers where the call is; listeners of a hall there too, until that worker has enough to do. */
  #seat(callId: string, call: OpenCall, personId: string, { publish, receive }: MediaRights): Seat {
    const isListener = call.isHall && publish.length === 0 && receive !== 'all';
    const worker = isListener ? this.#workerForListener(call) : call.home;
    if (worker !== call.home && !this.#isRelay(call, worker)) this.#beginRelay(callId, call, worker);
    const seat: Seat = { worker, rights: { publish, receive }, isAtHome: worker === call.home };
    call.seats.set(personId, seat);
    worker.seated++;
    return seat;
  }

  #grant(callId: string, { home }: OpenCall, personId: string, seat: Seat): void {
    const { worker, rights } = seat;
    if (worker === home) return home.tell({ do: 'grant', callId, personId, rights });
    worker.tell({ do: 'grant', callId, personId, rights: { ...rights, publish: [] } });
    seat.isAtHome ||= rights.publish.length > 0;
    if (seat.isAtHome) home.tell({ do: 'grant', callId, personId, rights: { publish: rights.publish, receive: 'nothing' } });
  }

  #workerForListener(call: OpenCall): WorkerProcess {
    const relays = this.#workers.filter((worker) => this.#isRelay(call, worker));
    const others = this.#workers.toSorted((a, b) => Number(b.isAlive) - Number(a.isAlive) || a.seated - b.seated);
    const free = [call.home, ...relays, ...others].find((worker) => !this.#isFull(worker));
    if (free) return free;
    if (this.#workers.length < this.#settings.workers) return this.#startAnother();
    return others[0] ?? call.home;
  }

  #isFull({ seated, load, lateS }: WorkerProcess): boolean {
    const { listenersPerWorker = LISTENERS_PER_WORKER } = this.#settings;
    return seated >= listenersPerWorker || load.packetsPerS > PACKETS_PER_S || lateS >= LATE_S;
  }

  #isRelay({ seats, home }: OpenCall, worker: WorkerProcess): boolean {
    return worker !== home && [...seats.values()].some((seat) => seat.worker === worker);
  }

  #beginRelay(callId: string, { home }: OpenCall, worker: WorkerProcess): void {
    worker.carry(callId, 'listeners');
    home.tell({ do: 'relay', callId, to: worker.number, on: true });
  }

  #endRelay(callId: string, { home }: OpenCall, worker: WorkerProcess): void {
    worker.drop(callId);
    home.tell({ do: 'relay', callId, to: worker.number, on: false });
  }

  /** The call is over; what carried listeners of it ends. */
  #forget(callId: string, call: OpenCall): void {
    this.#calls.delete(callId);
    for (const { worker } of call.seats.values()) worker.seated--;
    for (const worker of this.#workers) if (this.#isRelay(call, worker)) worker.drop(callId);
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
      onWord: (word) => this.#hear(worker, word),
      onDied: (callIds) => {
        for (const callId of callIds) this.#died(callId, worker);
      },
    });
    this.#workers.push(worker);
    return worker;
  }

  #hear(from: WorkerProcess, word: WordOfCall): void {
    const { callId } = word;
    const call = this.#calls.get(callId);
    if (!call) return;
    switch (word.say) {
      case 'signal':
        return call.events.signal(word.personIds, word.signal);
      case 'toRelay':
        return this.#workers[word.to]?.tell({ do: 'fromHome', callId, word: word.word });
      case 'toHome':
        return call.home.tell({ do: 'fromRelay', callId, from: from.number, word: word.word });
      case 'voices':
        return call.events.voices?.(word.spoken);
      case 'links':
        return call.events.links?.(word.links);
      case 'tapeProblem':
        return call.events.tapeStopped?.(word.problem);
    }
  }

  /** K6, K48: with the publishers' worker the call is over; with another one its listeners begin anew. */
  #died(callId: string, worker: WorkerProcess): void {
    const call = this.#calls.get(callId);
    if (!call) return;
    if (call.home === worker) {
      this.#forget(callId, call);
      return call.events.died();
    }
    if (!this.#isRelay(call, worker)) return;
    this.#beginRelay(callId, call, worker);
    const seated = [...call.seats].filter(([, seat]) => seat.worker === worker);
    for (const [personId, seat] of seated) this.#grant(callId, call, personId, seat);
    call.events.signal(
      seated.map(([personId]) => personId),
      { kind: 'closed', what: 'subscribe' },
    );
  }
}
