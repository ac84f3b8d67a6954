// Many writes, one transaction: a commit costs the disk, a statement does not.
import type { Db } from './tables.ts';

export type Job = (db: Db) => Promise<unknown>;

interface Waiting {
  job: Job;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

/** Runs jobs one after the other in the order asked. Writes asked within `intervalMs` of the first share a transaction. */
export class GroupCommit {
  readonly #db: Db;
  readonly #intervalMs: number;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: Db, intervalMs: number) {
    this.#db = db;
    this.#intervalMs = intervalMs;
  }

  /** Answers when the write is on disk. A failing write does not take the others along. */
  write(job: Job): Promise<unknown> {
    this.#timer ??= setTimeout(() => void this.flush(), this.#intervalMs);
    return new Promise((resolve, reject) => this.#waiting.push({ job, resolve, reject }));
  }

  /** Sees every write asked for before it. */
  ask(job: Job): Promise<unknown> {
    void this.flush();
    return this.#next(() => job(this.#db));
  }

  /** Commits what waits; never rejects: each write's own promise tells. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return this.#last.then(ignore, ignore);
    return this.#next(() => this.#commit(batch)).catch((reason: unknown) => {
      for (const { reject } of batch) reject(reason);
    });
  }

  #next<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step, step);
    this.#last = result.catch(ignore);
    return result;
  }

  async #commit(batch: Waiting[]): Promise<void> {
    const settle: (() => void)[] = [];
    await this.#db.transaction().execute(async (transaction) => {
      for (const { job, resolve, reject } of batch) {
        await job(transaction).then(
          (answer) => settle.push(() => resolve(answer)),
          (reason: unknown) => settle.push(() => reject(reason)),
        );
      }
    });
    for (const tell of settle) tell();
  }
}

const ignore = (): void => undefined;
