// `POST /api/device`: names this browser by a signed cookie and tells which persons it has been here.
import type { Rank } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import { type DeviceFacts, deviceAsk } from '@comptoir/shared/protocol/http';
import { type Request, type Response, Router } from 'express';
import * as v from 'valibot';
import { hashDevice, type Identity } from '../ops/identity.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import type { Bans } from './knockRoutes.ts';
import { nameDevice } from './nameDevice.ts';
import type { Offices } from './Offices.ts';
import { addressKey } from './rateLimits.ts';

/** A device that lists more is somebody's script. */
const MAX_PERSONS = 20;

const isOf =
  (account: { personId: string } | undefined) =>
  (person: { personId: string }): boolean =>
    person.personId === account?.personId;

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
  /** Whoever is signed in here; the answer may bring another token. */
  signedIn(req: Request, res: Response): Promise<{ personId: string } | undefined>;
  isSecure(req: Request): boolean;
}

export function deviceRoute({ identity, persons, bans, offices, signedIn, isSecure }: DeviceRouteParts): Router {
  const router = Router();
  router.post('/', async (req, res) => {
    const ask = v.safeParse(deviceAsk, req.body ?? {});
    if (!ask.success) throw new HttpRefusal(400, 'malformed', 'This request could not be understood.');
    const known = identity.readDevice(req.headers.cookie);
    const secure = isSecure(req);
    const deviceId = nameDevice(identity, req, res, secure);
    const account = known === undefined ? undefined : await signedIn(req, res);
    const all = known ? await persons.ofDevice({ deviceHash: hashDevice(known), limit: MAX_PERSONS }) : [];
    const remembered = [...all.filter(isOf(account)), ...all.filter((one) => !isOf(account)(one))];
    // those who can open again are not shut out with their network
    const isHost = remembered.some(({ rank }) => may(rank, 'ban'));
    const address = isHost ? undefined : addressKey(req.ip);
    const ban = await bans.matching({
      deviceHash: hashDevice(deviceId),
      address,
      ...(account ? { personId: account.personId } : {}),
      nowMs: Date.now(),
    });
    const facts: DeviceFacts = {
      persons: remembered.map(({ personId, name, trade, appearance }) => {
        const office = offices.hereOf(personId);
        const here = office !== undefined && (ask.output.office === undefined || office === ask.output.office);
        const ticket = identity.issueTicket(personId, deviceId);
        return { personId, ticket, name, trade, appearance, here, ...(personId === account?.personId ? { account: true } : {}) };
      }),
      secure,
      ...(ban ? { banned: { untilMs: ban.untilMs, reason: ban.reason } } : {}),
    };
    res.set('Cache-Control', 'no-store').json(facts);
  });
  return router;
}
