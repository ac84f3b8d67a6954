// `/api/knocks`: somebody at a door that a host opens. POST knocks, GET asks what became of it, DELETE goes away again.
import { readProfile } from '@comptoir/shared/people';
import { type KnockFacts, type KnockState, knockAsk } from '@comptoir/shared/protocol/door';
import { type Request, type RequestHandler, Router } from 'express';
import * as v from 'valibot';
import { hashDevice, type Identity, newId } from '../ops/identity.ts';
import type { Comer, StoredBan } from '../store/bans.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import { addressKey } from './rateLimits.ts';

export interface Knocker {
  personId: string;
  name: string;
  trade: string;
  appearance: string;
}

/** Who stands at the doors of the offices; app.ts implements it. */
export interface Knocks {
  /** `door`: nobody needs to knock there. `tooMany`: as many wait as may. */
  knock(officeId: string, knocker: Knocker): { knock: string } | { refused: 'noOffice' | 'door' | 'tooMany' };
  /** Of a knock that nobody knows: over. */
  stateOf(id: string): KnockState;
  withdraw(id: string): void;
}

export interface Bans {
  matching(ask: Comer): Promise<StoredBan | undefined>;
}

export interface KnockRouteParts {
  identity: Identity;
  knocks: Knocks;
  bans: Bans;
  /** P82: has this person an account that is not signed in here? */
  isSignedOut(req: Request, personId: string): Promise<boolean>;
  /** How often one address may knock. */
  limit: RequestHandler;
}

const REFUSALS = {
  noOffice: [404, 'There is no such office here.'],
  door: [409, 'Nobody has to knock here now.'],
  tooMany: [429, 'Many people are at the door: try again in a minute.'],
} as const;
const FULL_RETRY_S = 30;

export function knockRoutes({ identity, knocks, bans, isSignedOut, limit }: KnockRouteParts): Router {
  const router = Router();

  router.post('/', limit, async (req, res) => {
    const ask = v.safeParse(knockAsk, req.body ?? {});
    if (!ask.success) throw new HttpRefusal(400, 'malformed', 'This request could not be understood.');
    const { office, ticket } = ask.output;
    const profile = readProfile(ask.output);
    if (!profile) throw new HttpRefusal(400, 'name', 'This name cannot be used.');
    const deviceId = identity.readDevice(req.headers.cookie);
    // P2: a ticket of another device makes a newcomer
    const personId = (ticket === undefined ? undefined : identity.checkTicket(ticket, deviceId)) ?? newId();
    const deviceHash = deviceId === undefined ? undefined : hashDevice(deviceId);
    const ban = await bans.matching({ personId, deviceHash, address: addressKey(req.ip), nowMs: Date.now() });
    if (ban) throw new HttpRefusal(403, 'banned', 'The hosts of this office do not let you in.');
    if (await isSignedOut(req, personId)) throw new HttpRefusal(403, 'signIn', 'This person has an account: sign in.');
    const knocked = knocks.knock(office, { personId, ...profile });
    if ('refused' in knocked) {
      const [status, sentence] = REFUSALS[knocked.refused];
      const headers: Record<string, string> = status === 429 ? { 'Retry-After': String(FULL_RETRY_S) } : {};
      throw new HttpRefusal(status, knocked.refused, sentence, { headers });
    }
    const facts: KnockFacts = { knock: knocked.knock, ticket: identity.issueTicket(personId, deviceId), personId };
    res.set('Cache-Control', 'no-store').json(facts);
  });

  router.get('/:id', (req, res) => {
    res.set('Cache-Control', 'no-store').json(knocks.stateOf(req.params.id));
  });

  router.delete('/:id', (req, res) => {
    knocks.withdraw(req.params.id);
    res.status(204).end();
  });
  return router;
}
