// How often one address may join and ask; one coworking behind one address must fit.
import { tuning } from '@comptoir/shared/tuning';
import type { Request, RequestHandler } from 'express';
import { BurstyRateLimiter, type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '../ops/addressKey.ts';
import { HttpRefusal } from './HttpRefusal.ts';

/** Requests one join may bring along: the page asks a handful, and reloads happen. */
const REQUESTS_PER_JOIN = 20;
/** A person who proves who they are comes back as often as a bad network makes them. */
const RETURNS_PER_MINUTE = 60;
/** As many may wait at one door: a table of people who came together. */
const KNOCKS_PER_MINUTE: number = tuning.doorKnocks;
/** The burst is half a minute's joins and is given again after five minutes. */
const BURST_SHARE = 0.5;
const BURST_SECONDS = 300;

export { addressKey };

const waitSeconds = (limit: unknown): number => (limit instanceof RateLimiterRes ? Math.max(1, Math.ceil(limit.msBeforeNext / 1000)) : 1);

function refuse(limit: unknown, more: Record<string, unknown> = {}): HttpRefusal {
  if (limit instanceof Error) throw limit;
  const retryAfterS = waitSeconds(limit);
  return new HttpRefusal(429, 'tooMany', `Too many at once from your network: try again in ${retryAfterS} s.`, {
    headers: { 'Retry-After': String(retryAfterS) },
    more: { retryAfterS, ...more },
  });
}

export interface RateLimits {
  /** For the API as a whole. */
  gate: RequestHandler;
  /** Before a knock at a door. */
  knock: RequestHandler;
  /** Before a join: throws a refusal with `more`. A returning person (by ticket) is counted alone, not with the address. */
  countJoin(req: Request, personId: string | undefined, more: Record<string, unknown>): Promise<void>;
}

/** Counts so many `points` in `duration` seconds for each key. */
export type MakeLimiter = (options: { keyPrefix: string; points: number; duration: number }) => RateLimiterAbstract;
const inMemory: MakeLimiter = (options) => new RateLimiterMemory(options);

export function createRateLimits(joinRatePerAddress: number, make = inMemory): RateLimits {
  const requests = make({ keyPrefix: 'http', points: joinRatePerAddress * REQUESTS_PER_JOIN, duration: 60 });
  const joins = new BurstyRateLimiter(
    make({ keyPrefix: 'join', points: joinRatePerAddress, duration: 60 }),
    make({ keyPrefix: 'burst', points: Math.ceil(joinRatePerAddress * BURST_SHARE), duration: BURST_SECONDS }),
  );
  const knocks = make({ keyPrefix: 'knock', points: KNOCKS_PER_MINUTE, duration: 60 });
  const returns = make({ keyPrefix: 'return', points: RETURNS_PER_MINUTE, duration: 60 });
  const gateOf =
    (limiter: RateLimiterAbstract): RequestHandler =>
    async (req, _res, next) => {
      await limiter.consume(addressKey(req.ip)).catch((limit: unknown) => {
        throw refuse(limit);
      });
      next();
    };
  return {
    gate: gateOf(requests),
    knock: gateOf(knocks),
    async countJoin(req, personId, more) {
      const counting = personId === undefined ? joins.consume(addressKey(req.ip)) : returns.consume(personId);
      await counting.catch((limit: unknown) => {
        throw refuse(limit, more);
      });
    },
  };
}
