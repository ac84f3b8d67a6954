// `/api/account/export` and `/api/account/erasure`: everything about whoever asks as an archive, and a guest erased at once. For accounts too; nobody is asked for one.

import { pipeline } from 'node:stream/promises';
import { erasureAsk, accountRoutes as ROUTES } from '@comptoir/shared/protocol/accounts';
import { tuning } from '@comptoir/shared/tuning';
import { type Request, Router } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '../ops/addressKey.ts';
import type { Identity } from '../ops/identity.ts';
import type { Log } from '../ops/log.ts';
import { accountRefusal, readBody } from './accounts/refuseAccount.ts';

/** room/rightsOfAll.ts implements it. */
export interface Rights {
  isKnown(personId: string): Promise<boolean>;
  /** Have they an account? Its deletion has a grace of its own. */
  hasAccount(personId: string): Promise<boolean>;
  /** An archive, piece after piece. */
  export(personId: string): AsyncIterable<Uint8Array>;
  /** Resolves when nothing of them is in any table or on the disk. */
  erase(personId: string): Promise<void>;
}

export interface RightsRouteParts {
  identity: Identity;
  rights: Rights;
  /** Has this person an account, and is it signed in here no more? */
  isSignedOut(req: Request, personId: string): Promise<boolean>;
  log: Log;
}

const HOUR_S = 3600;

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((limit: unknown) => {
    if (!(limit instanceof RateLimiterRes)) throw limit;
    throw accountRefusal('tooMany', { retryAfterS: Math.max(1, Math.ceil(limit.msBeforeNext / 1000)) });
  });
}

export function rightsRoutes({ identity, rights, isSignedOut, log }: RightsRouteParts): Router {
  const router = Router();
  const exports = new RateLimiterMemory({ keyPrefix: 'export', points: tuning.exportsPerHour, duration: HOUR_S });
  const erasures = new RateLimiterMemory({ keyPrefix: 'erasure', points: tuning.erasuresPerHour, duration: HOUR_S });

  /** By a ticket of this browser; of an account only while it is signed in here. @throws HttpRefusal ticket, signedOut */
  const personOf = async (req: Request, ticket: string | undefined): Promise<string> => {
    const deviceId = identity.readDevice(req.headers.cookie);
    const personId = ticket === undefined ? undefined : identity.checkTicket(ticket, deviceId);
    if (personId === undefined || !(await rights.isKnown(personId))) throw accountRefusal('ticket');
    if (await isSignedOut(req, personId)) throw accountRefusal('signedOut');
    return personId;
  };

  router.get(ROUTES.export, async (req, res) => {
    const [, ticket] = /^Bearer (\S{1,300})$/.exec(req.headers.authorization ?? '') ?? [];
    const personId = await personOf(req, ticket);
    await count(exports, personId);
    const day = new Date().toISOString().slice(0, 10);
    res.status(200).set({
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="comptoir-${day}.zip"`,
      'Cache-Control': 'no-store',
    });
    // an archive is compressed; and what has begun can only be broken off, which its reader sees
    await pipeline(rights.export(personId), res).catch((err: unknown) => {
      if (!req.destroyed) log.error({ err }, 'an export broke off');
      res.destroy();
    });
  });

  router.post(ROUTES.erasure, async (req, res) => {
    const { ticket } = readBody(erasureAsk, req.body);
    const personId = await personOf(req, ticket);
    if (await rights.hasAccount(personId)) throw accountRefusal('hasAccount');
    await count(erasures, addressKey(req.ip));
    await rights.erase(personId);
    res.set('Cache-Control', 'no-store').json({ erased: true });
  });
  return router;
}
