// Opens what joins several server processes into one: leases and news in Redis, and Colyseus' own presence and driver. Loaded with REDIS_URL only.
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import * as v from 'valibot';
import type { ClusterSettings } from '../ops/clusterVariables.ts';
import { newId } from '../ops/identity.ts';
import type { Log } from '../ops/log.ts';
import { StartProblem } from '../ops/StartProblem.ts';
import type { Cluster } from './Cluster.ts';
import { Directory } from './Directory.ts';
import { envelope, type News } from './news.ts';
import { OfficeLeases } from './OfficeLeases.ts';
import type { ProcessRecord } from './processRecord.ts';
import { SECRET_HEADER, STEADY_PATH } from './wire.ts';

const PATIENCE_MS = 5000;
const ANSWER_MS = 1000;
/** How long Colyseus' own connections wait before they try again. */
const RETRY_MS = 500;

export interface ClusterParts extends ClusterSettings {
  /** 32 bytes, the same in every process of this installation. */
  secret: Uint8Array;
  log: Log;
}

/** @throws StartProblem when Redis cannot be used */
export async function openCluster({ redisUrl, processUrl, secret: bytes, log }: ClusterParts): Promise<Cluster> {
  const secret = Buffer.from(bytes).toString('base64url');
  // Redis may be shared with other installations; what follows from the secret is no secret
  const prefix = `comptoir:${Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(bytes)))
    .toString('base64url')
    .slice(0, 12)}`;
  const processId = newId();
  // leases: an answer that comes late is worse than none
  const redis = new Redis(redisUrl, {
    ...{ lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 0, retryStrategy: () => RETRY_MS },
    ...{ commandTimeout: ANSWER_MS, connectTimeout: PATIENCE_MS },
  });
  // what is wrong is said where it matters
  redis.on('error', () => undefined);
  await reach(redis);
  // what Colyseus asks waits for Redis to come back: a rejection would be nobody's
  const patient = (): Redis => {
    const made = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy: () => RETRY_MS });
    made.on('error', () => undefined);
    return made;
  };
  const presence = new RedisPresence(patient());
  const channel = `${prefix}:news`;
  let leases: OfficeLeases | undefined;

  const askSteady = async ({ url }: ProcessRecord): Promise<boolean> => {
    const answer = await fetch(url + STEADY_PATH, { headers: { [SECRET_HEADER]: secret }, signal: AbortSignal.timeout(ANSWER_MS) });
    return answer.ok;
  };

  return {
    ...{ presence, secret },
    driver: new Directory(patient()),
    publicAddress: processUrl.replace(/^https?:\/\//, ''),
    async work(work) {
      leases = new OfficeLeases({ redis, prefix, processId, url: processUrl, work, log, askSteady });
      await presence.subscribe(channel, (data: unknown) => {
        const read = v.safeParse(envelope, data);
        if (!read.success) log.warn('news of another process could not be understood');
        else if (read.output.from !== processId) work.hear(read.output.news);
      });
      await leases.start();
    },
    tell(news: News) {
      // while Redis is away the database keeps it, and is read again afterwards
      if (leases?.isLost === false) redis.publish(channel, JSON.stringify({ from: processId, news })).catch(() => undefined);
    },
    others: () => leases?.others() ?? [],
    ownerOf: (officeId) => leases?.ownerOf(officeId),
    officeOf: (personId) =>
      leases
        ?.others()
        .flatMap(({ people }) => people)
        .find(({ id }) => id === personId)?.office,
    makeLimiter: ({ keyPrefix, ...limit }) =>
      new RateLimiterRedis({
        ...{ storeClient: redis, rejectIfRedisNotReady: true, keyPrefix: `${prefix}:${keyPrefix}`, ...limit },
        insuranceLimiter: new RateLimiterMemory({ keyPrefix, ...limit }),
      }),
    isSteady: () => leases?.isSteady === true,
    problem: () => (leases?.isLost ? 'Redis does not answer: offices go on, what passes between processes waits.' : undefined),
    async close() {
      await leases?.stop();
      redis.disconnect();
    },
  };
}

async function reach(redis: Redis): Promise<void> {
  try {
    await redis.connect();
    await redis.ping();
  } catch (err) {
    redis.disconnect();
    throw new StartProblem(`REDIS_URL cannot be used: ${reasonOf(err)}`);
  }
}

/** Without the address, which may hold a password. */
function reasonOf(err: unknown): string {
  const { code, message } = err as { code?: string; message?: string };
  if (/NOAUTH|WRONGPASS|invalid password/i.test(message ?? '')) return 'Redis does not accept this user or password.';
  return code === undefined ? 'Redis does not answer there.' : `Redis does not answer there (${code}).`;
}
