// One media worker as the server sees it: started when needed, started again when it dies, later each time it dies young.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Log } from '../ops/log.ts';
import type { CallPart, FromWorker, ToWorker, WorkerCounts, WorkerLoad, WorkerSettings } from './workerMessages.ts';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;
/** Whoever lived this long died of something else than the start. */
const OLD_MS = 30_000;
const COUNT_MS = 2000;
/** p99 of its event loop, above which it has enough to do. */
const MOST_LATE_MS = 50;
const IDLE: Readonly<WorkerLoad> = { packetsPerS: 0, lateMs: 0 };
const NOTHING: Readonly<WorkerCounts> = { people: 0, packetsIn: 0, packetsOut: 0, cpuS: 0, lateMs: 0 };

export type WordOfCall = Extract<FromWorker, { say: 'signal' | 'toRelay' | 'toHome' | 'voices' | 'links' | 'tapeProblem' }>;

export interface WorkerProcessParts {
  number: number;
  settings: WorkerSettings;
  log: Log;
  /** A word about a call. */
  onWord(word: WordOfCall): void;
  /** Once the next one is ready: what it carried can begin anew. */
  onDied(callIds: readonly string[]): void;
}

export class WorkerProcess {
  /** Open in it. */
  readonly calls = new Set<string>();
  /** Persons who receive by it. */
  seated = 0;
  load: WorkerLoad = IDLE;
  /** For so many seconds it has been late. */
  lateS = 0;
  readonly #parts: WorkerProcessParts;
  readonly #questions = new Map<number, (counts: WorkerCounts | undefined) => void>();
  #process: ChildProcess | undefined;
  #lastQuestion = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #again: NodeJS.Timeout | undefined;
  #isEnding = false;
  #startedMs = 0;
  /** Carried by a process that died, until the next one is ready. */
  #orphans: string[] = [];
  /** Of earlier processes: counters never go back. */
  #ended: WorkerCounts = NOTHING;
  #latest: WorkerCounts = this.#ended;

  constructor(parts: WorkerProcessParts) {
    this.#parts = parts;
    this.#start();
  }

  /** For tests and the curious. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get number(): number {
    return this.#parts.number;
  }

  get isAlive(): boolean {
    return this.#process?.connected === true;
  }

  /** A call that comes between two processes dies with the first, and begins with the second. */
  carry(callId: string, part: CallPart): void {
    this.calls.add(callId);
    if (this.isAlive) this.tell({ do: 'open', callId, part });
    else this.#orphans.push(callId);
  }

  drop(callId: string): void {
    this.calls.delete(callId);
    this.tell({ do: 'close', callId });
  }

  /** Lost while no process is there: what it is about has died too. */
  tell(message: ToWorker): void {
    if (this.#process?.connected) this.#process.send(message);
  }

  /** Since this worker was first started, all its processes together. */
  async counts(): Promise<WorkerCounts> {
    const question = ++this.#lastQuestion;
    const counts = await new Promise<WorkerCounts | undefined>((resolve) => {
      this.#questions.set(question, resolve);
      setTimeout(() => this.#answer(question, undefined), COUNT_MS).unref();
      this.tell({ do: 'count', question });
    });
    if (counts) this.#latest = counts;
    return added(this.#ended, this.#latest);
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#again);
    const ending = this.#process;
    if (!ending || ending.exitCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await gone;
  }

  #start(): void {
    const { settings } = this.#parts;
    this.#startedMs = performance.now();
    const path = fileURLToPath(new URL('./worker/mediaWorker.ts', import.meta.url));
    const started = fork(path, [], { serialization: 'advanced', execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#process = started;
    started.on('message', (message: FromWorker) => this.#hear(message));
    started.on('error', (err) => this.#parts.log.error({ err }, 'a media worker cannot be reached'));
    started.once('exit', (code, signal) => this.#died(started, signal ?? code));
    this.tell({ do: 'begin', settings });
  }

  #hear(message: FromWorker): void {
    const { log, number, onWord, onDied } = this.#parts;
    switch (message.say) {
      case 'ready':
        log.info({ worker: number, udpPort: message.udpPort }, 'a media worker is ready');
        if (this.#orphans.length > 0) onDied(this.#orphans.splice(0));
        return;
      case 'load':
        this.load = message.load;
        this.lateS = message.load.lateMs > MOST_LATE_MS ? this.lateS + 1 : 0;
        return;
      case 'counts':
        return this.#answer(message.question, message.counts);
      case 'problem':
        log.error({ worker: number }, `a media worker cannot start: ${message.sentence}`);
        return;
      default:
        onWord(message);
    }
  }

  #died(dead: ChildProcess, reason: string | number | null): void {
    if (this.#process !== dead) return;
    this.#process = undefined;
    this.#ended = { ...added(this.#ended, this.#latest), people: 0, lateMs: 0 };
    this.#latest = NOTHING;
    this.load = IDLE;
    this.lateS = 0;
    for (const question of [...this.#questions.keys()]) this.#answer(question, undefined);
    if (this.#isEnding) return;
    const { log, number } = this.#parts;
    log.error({ worker: number, reason, calls: this.calls.size }, 'a media worker died');
    this.#orphans.push(...this.calls);
    this.calls.clear();
    if (performance.now() - this.#startedMs > OLD_MS) this.#pauseMs = FIRST_PAUSE_MS;
    this.#again = setTimeout(() => this.#start(), this.#pauseMs);
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
  }

  #answer(question: number, counts: WorkerCounts | undefined): void {
    this.#questions.get(question)?.(counts);
    this.#questions.delete(question);
  }
}

const added = (a: WorkerCounts, b: WorkerCounts): WorkerCounts => ({
  people: a.people + b.people,
  packetsIn: a.packetsIn + b.packetsIn,
  packetsOut: a.packetsOut + b.packetsOut,
  cpuS: a.cpuS + b.cpuS,
  lateMs: Math.max(a.lateMs, b.lateMs),
});
