// The store as the rest of the server sees it: functions that answer later, over a thread that owns the database.
import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { StartProblem } from '../ops/StartProblem.ts';
import { aggregates, type Outside } from './aggregates.ts';
import { type DatabasePlace, type PlaceSettings, placeOf } from './place.ts';
import type { StoredPosition } from './positions.ts';
import { StoreProblem } from './StoreProblem.ts';
import type { FromThread, ToThread } from './threadMessages.ts';

/** Positions are gathered this long, the last one of each person winning; longer would make bursts that a shared core feels. */
const GATHER_MS = 100;
const OUTAGE_MS = 500;
const CLOSE_MS = 5000;

export interface Store extends Outside {
  /** To be called at every change; on disk within a second. */
  rememberPosition(position: StoredPosition): void;
  /** Why nothing can be kept now, in one sentence; undefined when it can. */
  problem(): string | undefined;
  /** Answers when everything asked for so far is on disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

interface StoreParts extends PlaceSettings {
  log: Log;
  metrics: Pick<Metrics, 'storeFailures' | 'storeOutage'>;
}

const startThread = (place: DatabasePlace): Worker =>
  new Worker(new URL('./databaseThread.ts', import.meta.url), { workerData: { place }, execArgv: [], name: 'database' });

/** Throws a StartProblem when the folder or the database cannot be used. */
export async function openStore({ dataDir, databaseUrl, log, metrics }: StoreParts): Promise<Store> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (err) {
    throw new StartProblem(`DATA_DIR cannot be used: ${err instanceof Error ? err.message : err}.`);
  }
  const thread = startThread(placeOf({ dataDir, databaseUrl }));
  await new Promise<void>((resolve, reject) => {
    thread.once('message', (message: FromThread) => ('problem' in message ? reject(new StartProblem(message.problem)) : resolve()));
    thread.once('error', reject);
  });
  thread.removeAllListeners('error');
  return connect(thread, log, metrics);
}

interface Pending {
  resolve(answer: unknown): void;
  reject(reason: Error): void;
}

function connect(thread: Worker, log: Log, metrics: StoreParts['metrics']): Store {
  const pending = new Map<number, Pending>();
  let gathered = new Map<string, StoredPosition>();
  let lastNumber = 0;
  let hasEnded = false;
  let outage: string | undefined;
  let gathering: NodeJS.Timeout | undefined;

  const call = (ask: ToThread['ask']): Promise<unknown> => {
    const promise = new Promise<unknown>((resolve, reject) => {
      if (hasEnded) return reject(new Error('the database thread has ended'));
      const number = ++lastNumber;
      pending.set(number, { resolve, reject });
      thread.postMessage({ number, ask } satisfies ToThread);
    });
    // Most writes are asked for and forgotten: their failures are told here, not as rejections nobody handles.
    promise.catch((err: unknown) => {
      metrics.storeFailures.inc();
      log.error({ err }, 'the store failed');
    });
    return promise;
  };

  const sendGathered = (): void => {
    clearTimeout(gathering);
    gathering = undefined;
    if (gathered.size === 0) return;
    if (outage !== undefined) {
      // only the last place of each counts: when it works again
      gathering = setTimeout(sendGathered, OUTAGE_MS);
      return;
    }
    void call({ aggregate: 'positions', verb: 'save', ask: [...gathered.values()] });
    // not cleared: what an old table once held would outlive the young collections (V8 chains it to its successors)
    gathered = new Map();
  };

  thread.on('message', (message: FromThread) => {
    if ('outage' in message) {
      outage = message.outage ?? undefined;
      metrics.storeOutage.set(outage === undefined ? 0 : 1);
      if (outage === undefined) log.info('the database works again');
      else log.error({ problem: outage }, 'the database does not work');
    }
    if (!('number' in message)) return;
    const waiting = pending.get(message.number);
    pending.delete(message.number);
    if ('failure' in message) waiting?.reject(message.isOutage ? new StoreProblem(message.failure) : new Error(message.failure));
    else waiting?.resolve(message.answer);
  });
  thread.on('error', (err) => log.error({ err }, 'the database thread broke'));
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      hasEnded = true;
      for (const { reject } of pending.values()) reject(new Error('the database thread has ended'));
      pending.clear();
      resolve();
    });
  });

  const outside = Object.fromEntries(
    Object.entries(aggregates).map(([aggregate, verbs]) => [
      aggregate,
      Object.fromEntries(
        Object.entries(verbs).map(([verb, { kind }]) => [
          verb,
          (ask: unknown) => {
            // What is asked now must see what was remembered before.
            if (kind === 'ask') sendGathered();
            return call({ aggregate, verb, ask });
          },
        ]),
      ),
    ]),
  ) as unknown as Outside;

  return {
    ...outside,
    rememberPosition(position) {
      gathered.set(`${position.personId} ${position.office}`, position);
      gathering ??= setTimeout(sendGathered, GATHER_MS);
    },
    problem: () => (hasEnded ? 'The database has stopped.' : outage),
    async flush() {
      sendGathered();
      await call('flush');
    },
    async close() {
      if (hasEnded) return;
      outage = undefined;
      sendGathered();
      const tooLong = setTimeout(() => void thread.terminate(), CLOSE_MS);
      await call('close').catch(() => undefined);
      await ended;
      clearTimeout(tooLong);
    },
  };
}
