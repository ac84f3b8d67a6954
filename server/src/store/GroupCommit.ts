// Many writes, one transaction: a commit costs the disk, a statement does not.
import { isCollision } from './faults.ts';
import { Outage } from './Outage.ts';
import { StoreProblem } from './StoreProblem.ts';
import type { Db } from './tables.ts';
import { type Transact, transactOn } from './transact.ts';
import type { Kind } from './verb.ts';

export type Job = (db: Db) => Promise<unknown>;

interface Waiting {
  kind: Kind;
  job: Job;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

export interface CommitSettings {
  /** A write waits at most so long for others to share its transaction. */
  writeMs: number;
  /** The same for a write that somebody waits for. */
  keepMs: number;
  /** Told when the database stops taking writes, with why, and when it works again. */
  onOutage?: (sentence: string | undefined) => void;
}

/** Writes that nobody waits for outlive an outage, up to so many. */
const MOST_HELD = 2000;
const RETRY_MS = 1000;
const COLLISIONS = 3;

/** Runs jobs in the order asked; writes that were asked one after the other share a transaction. */
export class GroupCommit {
  readonly #db: Db;
  readonly #transact: Transact;
  readonly #settings: CommitSettings;
  readonly #outage: Outage;
  #queue: Waiting[] = [];
  /** Nobody waits for these, and the database did not take them. */
  #held: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #timerMs = Number.POSITIVE_INFINITY;
  #retryMs = 0;
  #draining: Promise<void> | undefined;
  #isClosing = false;

  constructor(db: Db, settings: CommitSettings) {
    this.#db = db;
    this.#transact = transactOn(db);
    this.#settings = settings;
    this.#outage = new Outage((sentence) => settings.onOutage?.(sentence));
  }

  /** Answers when the write is committed. A failing write does not take the others along. */
  write(job: Job): Promise<unknown> {
    return this.#add('write', job, this.#settings.writeMs);
  }

  /** Answers when the write is on the disk for good: whoever is told so can rely on it. */
  keep(job: Job): Promise<unknown> {
    return this.#add('keep', job, this.#settings.keepMs);
  }

  /** Sees every write asked for before it. */
  ask(job: Job): Promise<unknown> {
    return this.#add('ask', job, 0);
  }

  /** Commits what waits; never rejects: each write's own promise tells. */
  async flush(): Promise<void> {
    await this.ask(async () => undefined).catch(() => undefined);
  }

  /** What is still held is given up: its promises tell. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#outage.end();
    await this.flush();
    if (this.#held.length > 0) await this.#commit([]);
    clearTimeout(this.#timer);
    for (const { reject } of this.#held.splice(0)) reject(new StoreProblem('The database does not work, and the server ends.'));
  }

  #add(kind: Kind, job: Job, withinMs: number): Promise<unknown> {
    const answer = new Promise((resolve, reject) => this.#queue.push({ kind, job, resolve, reject }));
    if (withinMs === 0) this.#drain();
    else this.#drainWithin(withinMs);
    return answer;
  }

  #drainWithin(ms: number): void {
    const dueMs = performance.now() + ms;
    if (dueMs >= this.#timerMs) return;
    clearTimeout(this.#timer);
    this.#timerMs = dueMs;
    this.#timer = setTimeout(() => this.#drain(), ms);
  }

  #drain(): void {
    clearTimeout(this.#timer);
    this.#timerMs = Number.POSITIVE_INFINITY;
    this.#draining ??= this.#drainAll().finally(() => {
      this.#draining = undefined;
      if (this.#queue.length > 0) this.#drain();
    });
  }

  async #drainAll(): Promise<void> {
    if (this.#outage.isOn && performance.now() >= this.#retryMs) await this.#commit([]);
    while (this.#queue.length > 0) {
      const asked = this.#queue.findIndex(({ kind }) => kind === 'ask');
      if (asked === 0) {
        const [{ job, resolve, reject }] = this.#queue.splice(0, 1) as [Waiting];
        await this.#outage.through(() => job(this.#db), false).then(resolve, reject);
      } else await this.#commit(this.#queue.splice(0, asked < 0 ? this.#queue.length : asked));
    }
    if (!this.#outage.isOn || this.#isClosing) return;
    this.#retryMs = performance.now() + RETRY_MS;
    this.#drainWithin(RETRY_MS);
  }

  /** Never rejects. */
  async #commit(asked: readonly Waiting[]): Promise<void> {
    const batch = [...this.#held.splice(0), ...asked];
    const isForGood = asked.some(({ kind }) => kind === 'keep');
    const answers: unknown[] = [];
    const together = (): Promise<void> =>
      this.#transact(isForGood, async (on) => {
        answers.length = 0;
        for (const { job } of batch) answers.push(await job(on));
        if (batch.length === 0) await proveWritable(on);
      });
    try {
      await this.#outage.through(together, true);
      for (const [n, { resolve }] of batch.entries()) resolve(answers[n]);
    } catch (reason) {
      if (reason instanceof StoreProblem) this.#hold(batch, reason);
      else if (batch.length === 1 && !isCollision(reason)) batch[0]?.reject(reason);
      else for (const waiting of batch) await this.#commitAlone(waiting);
    }
  }

  /** One of a batch failed, and nobody knows which: each has a transaction of its own then. */
  async #commitAlone(waiting: Waiting): Promise<void> {
    const { kind, job, resolve, reject } = waiting;
    for (let collisions = 0; ; collisions++) {
      let answer: unknown;
      const alone = (): Promise<void> =>
        this.#transact(kind === 'keep', async (on) => {
          answer = await job(on);
        });
      try {
        await this.#outage.through(alone, true);
        return resolve(answer);
      } catch (reason) {
        if (reason instanceof StoreProblem) return this.#hold([waiting], reason);
        if (!isCollision(reason) || collisions >= COLLISIONS) return reject(reason);
      }
    }
  }

  #hold(batch: readonly Waiting[], reason: StoreProblem): void {
    for (const waiting of batch) {
      if (waiting.kind === 'write' && this.#held.length < MOST_HELD && !this.#isClosing) this.#held.push(waiting);
      else waiting.reject(reason);
    }
  }
}

/** Only a write proves that there is room again. */
async function proveWritable(on: Db): Promise<void> {
  const row = { name: 'last outage', value: String(Date.now()) };
  await on
    .insertInto('secrets')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}
