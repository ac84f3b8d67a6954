// `POST /api/device`: names this browser by a signed cookie and tells which persons it has been here.
import type { Rank } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import { type DeviceFacts, deviceAsk } from '@comptoir/shared/protocol/http';
import { type Request, Router } from 'express';
import * as v from 'valibot';
import { hashDevice, type Identity } from '../ops/identity.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import type { Bans } from './knockRoutes.ts';
import { nameDevice } from './nameDevice.ts';
import type { Offices } from './Offices.ts';
import { addressKey } from './rateLimits.ts';

/** A device that lists more is somebody's script. */
const MAX_PERSONS = 20;

export interface PersonsOfDevice {
  /** The last used first. */
  ofDevice(ask: {
    deviceHash: string;
    limit: number;
  }): Promise<{ personId: string; name: string; trade: string; appearance: string; rank: Rank }[]>;
}

export interface DeviceRouteParts {
  identity: Identity;
  persons: PersonsOfDevice;
  bans: Bans;
  offices: Offices;
  isSecure(req: Request): boolean;
}

export function deviceRoute({ identity, persons, bans, offices, isSecure }: DeviceRouteParts): Router {
  const router = Router();
  router.post('/', async (req, res) => {
    const ask = v.safeParse(deviceAsk, req.body ?? {});
    if (!ask.success) throw new HttpRefusal(400, 'malformed', 'This request could not be understood.');
    const known = identity.readDevice(req.headers.cookie);
    const secure = isSecure(req);
    const deviceId = nameDevice(identity, req, res, secure);
    const remembered = known ? await persons.ofDevice({ deviceHash: hashDevice(known), limit: MAX_PERSONS }) : [];
    // those who can open again are not shut out with their network
    const isHost = remembered.some(({ rank }) => may(rank, 'ban'));
    const address = isHost ? undefined : addressKey(req.ip);
    const ban = await bans.matching({ deviceHash: hashDevice(deviceId), address, nowMs: Date.now() });
    const facts: DeviceFacts = {
      persons: remembered.map(({ personId, name, trade, appearance }) => {
        const office = offices.hereOf(personId);
        const here = office !== undefined && (ask.output.office === undefined || office === ask.output.office);
        return { personId, ticket: identity.issueTicket(personId, deviceId), name, trade, appearance, here };
      }),
      secure,
      ...(ban ? { banned: { untilMs: ban.untilMs, reason: ban.reason } } : {}),
    };
    res.set('Cache-Control', 'no-store').json(facts);
  });
  return router;
}
