// Who runs which office: a lease for each, in Redis, renewed twice a second and over after six. Whoever holds it runs the office, and nobody else does.
import type { ChainableCommander, Redis } from 'ioredis';
import type { Log } from '../ops/log.ts';
import type { ClusterWork } from './Cluster.ts';
import { type ProcessRecord, readRecord } from './processRecord.ts';
import { type Shares, toGive, toTake } from './share.ts';

const ROUND_MS = 500;
export const LEASE_MS = 6000;
/** Unsure whether others still see our leases: time to ask them before these are over. */
const UNSURE_MS = 3000;
/** Processes that start together see one another before they take anything. */
const FIRST_ROUNDS = 2;
/** An office is given away when nobody has been in it for so long: somebody may be at its entrance. */
const QUIET_ROUNDS = 30;

/** Also after Redis has forgotten everything: what nobody has taken meanwhile stays ours. */
const HOLD = `local held = redis.call('get', KEYS[1])
if held and held ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end
return 1`;

export interface LeaseParts {
  /** Answers at once or fails at once. */
  redis: Redis;
  /** Of all keys of this installation. */
  prefix: string;
  processId: string;
  url: string;
  work: ClusterWork;
  log: Log;
  /** Does this process reach Redis all the time, as it says itself? */
  askSteady(other: ProcessRecord): Promise<boolean>;
}

export class OfficeLeases {
  readonly #parts: LeaseParts;
  readonly #mine = new Set<string>();
  #owners = new Map<string, string>();
  #others: ProcessRecord[] = [];
  #free = new Map<string, number>();
  /** Of offices of ours: for how many rounds nobody is in them. */
  readonly #quiet = new Map<string, number>();
  #rounds = 0;
  #okMs = performance.now();
  /** Since when every round got through. */
  #steadyMs = Number.NEGATIVE_INFINITY;
  #isLost = false;
  #isRunning = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    // also when it was away between two rounds only: it may have forgotten everything
    this.#parts.redis.on('ready', () => {
      this.#steadyMs = performance.now();
    });
    while (!(this.#rounds > FIRST_ROUNDS && this.#isWhole()) && this.#rounds < (2 * LEASE_MS) / ROUND_MS + FIRST_ROUNDS) {
      const opening = await this.#round();
      await Promise.all(opening);
      await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
    }
    this.#timer = setInterval(() => void this.#round(), ROUND_MS);
  }

  /** Is every office open somewhere? */
  #isWhole(): boolean {
    const open = new Set([...this.#mine, ...this.#others.flatMap(({ offices }) => offices.map(({ id }) => id))]);
    return this.#parts.work.offices().every((id) => open.has(id));
  }

  others(): readonly ProcessRecord[] {
    return this.#others;
  }

  ownerOf(officeId: string): ProcessRecord | undefined {
    const owner = this.#mine.has(officeId) ? undefined : this.#owners.get(officeId);
    return owner === undefined ? undefined : this.#others.find(({ processId }) => processId === owner);
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Has nothing failed for as long as a lease holds? */
  get isSteady(): boolean {
    return !this.#isLost && performance.now() - this.#steadyMs >= LEASE_MS - ROUND_MS;
  }

  /** Leases that Redis forgot are their holders' for as long as these need to come back. */
  get #isSettled(): boolean {
    return performance.now() - this.#steadyMs > LEASE_MS;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const { redis, processId } = this.#parts;
    const released = [...this.#mine].map((id) => redis.eval(RELEASE, 1, this.#leaseKey(id), processId));
    await Promise.allSettled([...released, redis.del(this.#processKey(processId)), redis.srem(this.#key('processes'), processId)]);
  }

  /** @returns the offices that open now */
  async #round(): Promise<Promise<void>[]> {
    if (this.#isRunning) return [];
    this.#isRunning = true;
    try {
      await this.#renew();
      await this.#look();
      this.#rounds++;
      if (this.#isLost) this.#found();
      this.#okMs = performance.now();
      return await this.#share();
    } catch (err) {
      await this.#failed(err);
      return [];
    } finally {
      this.#isRunning = false;
    }
  }

  async #renew(): Promise<void> {
    const { redis, processId } = this.#parts;
    const mine = [...this.#mine];
    const asking = redis.pipeline();
    for (const id of mine) asking.eval(HOLD, 1, this.#leaseKey(id), processId, LEASE_MS);
    this.#sayIn(asking);
    asking.sadd(this.#key('processes'), processId);
    const answers = resultsOf(await asking.exec());
    for (const [i, id] of mine.entries()) if (answers[i] === 0) this.#lose(id);
  }

  async #say(): Promise<void> {
    const asking = this.#parts.redis.pipeline();
    this.#sayIn(asking);
    await asking.exec();
  }

  #sayIn(asking: ChainableCommander): void {
    const { processId, url, work } = this.#parts;
    asking.set(this.#processKey(processId), JSON.stringify({ processId, url, ...work.state() }), 'PX', LEASE_MS);
  }

  async #look(): Promise<void> {
    const { redis, processId, work } = this.#parts;
    const ids = (await redis.smembers(this.#key('processes'))).filter((id) => id !== processId);
    const texts = ids.length === 0 ? [] : await redis.mget(ids.map((id) => this.#processKey(id)));
    const gone = ids.filter((_, i) => texts[i] === null);
    if (gone.length > 0) await redis.srem(this.#key('processes'), ...gone);
    const others = texts.flatMap((text) => (text === null || text === undefined ? [] : (readRecord(text) ?? [])));
    // what it forgot the others say again within a round: until then they are where they were
    const forgot = this.#isSettled ? [] : this.#others.filter((other) => !others.some((one) => one.processId === other.processId));
    this.#others = [...others, ...forgot];
    const offices = work.offices();
    const owners = offices.length === 0 ? [] : await redis.mget(offices.map((id) => this.#leaseKey(id)));
    const before = this.#isSettled ? undefined : this.#owners;
    this.#owners = new Map(
      offices.flatMap((id, i) => {
        const owner = owners[i] ?? before?.get(id);
        return owner ? [[id, owner] as const] : [];
      }),
    );
    this.#free = new Map(offices.filter((id) => !this.#owners.has(id)).map((id) => [id, (this.#free.get(id) ?? 0) + 1]));
  }

  async #share(): Promise<Promise<void>[]> {
    if (!this.#isSettled || this.#rounds < FIRST_ROUNDS) return [];
    const { work } = this.#parts;
    for (const id of this.#mine) this.#quiet.set(id, work.isEmpty(id) ? (this.#quiet.get(id) ?? 0) + 1 : 0);
    const shares: Shares = {
      ...{ mine: [...this.#mine], free: this.#free, count: work.offices().length },
      others: this.#others.map(({ processId }) => [...this.#owners.values()].filter((owner) => owner === processId).length),
      isEmpty: (id) => (this.#quiet.get(id) ?? 0) >= QUIET_ROUNDS,
    };
    const known = new Set(work.offices());
    // its map was taken away
    for (const id of shares.mine) if (!known.has(id)) await this.#release(id);
    const opening: Promise<void>[] = [];
    for (const id of toTake(shares)) if (await this.#take(id)) opening.push(this.#open(id));
    const given = toGive(shares);
    if (given !== undefined) await this.#release(given);
    return opening;
  }

  async #take(id: string): Promise<boolean> {
    const { redis, processId } = this.#parts;
    if ((await redis.set(this.#leaseKey(id), processId, 'PX', LEASE_MS, 'NX')) !== 'OK') return false;
    this.#mine.add(id);
    this.#quiet.delete(id);
    this.#owners.set(id, processId);
    this.#free.delete(id);
    return true;
  }

  async #open(id: string): Promise<void> {
    const { work, log } = this.#parts;
    try {
      await work.open(id);
      if (!this.#mine.has(id)) work.close(id);
      // the others hear of it before they look again
      else await this.#say();
    } catch (err) {
      log.error({ err, office: id }, 'an office could not open');
      await this.#release(id).catch(() => undefined);
    }
  }

  async #release(id: string): Promise<void> {
    const { redis, processId, work } = this.#parts;
    this.#mine.delete(id);
    this.#owners.delete(id);
    work.close(id);
    await redis.eval(RELEASE, 1, this.#leaseKey(id), processId);
  }

  #lose(id: string): void {
    const { work, log } = this.#parts;
    log.warn({ office: id }, 'another process runs this office now');
    this.#mine.delete(id);
    work.close(id);
  }

  async #failed(err: unknown): Promise<void> {
    const { log, askSteady } = this.#parts;
    this.#steadyMs = Number.POSITIVE_INFINITY;
    if (!this.#isLost) log.warn({ err }, 'Redis does not answer: offices go on, what passes between processes waits');
    this.#isLost = true;
    if (this.#mine.size === 0 || performance.now() - this.#okMs < UNSURE_MS) return;
    // is it gone, or only out of our reach? Then others take what is ours
    const asked = this.#others.map(async (other) => ((await askSteady(other)) ? true : Promise.reject(new Error('not steady'))));
    if (await Promise.any(asked).catch(() => false)) for (const id of [...this.#mine]) this.#lose(id);
  }

  #found(): void {
    this.#isLost = false;
    this.#steadyMs = performance.now();
    this.#parts.log.info('Redis answers again');
    this.#parts.work.lookAgain();
  }

  #key(name: string): string {
    return `${this.#parts.prefix}:${name}`;
  }

  #leaseKey(officeId: string): string {
    return this.#key(`office:${officeId}`);
  }

  #processKey(processId: string): string {
    return this.#key(`process:${processId}`);
  }
}

function resultsOf(answers: [error: Error | null, result: unknown][] | null): unknown[] {
  return (answers ?? []).map(([err, result]) => {
    if (err) throw err;
    return result;
  });
}
