// Who asks to come in: under which name and as which person, and what they show at the door. OfficeDoor decides then.
import { ServerError } from '@colyseus/core';
import { readProfile } from '@comptoir/shared/people';
import { JOIN_REFUSED, joinOptions } from '@comptoir/shared/protocol/http';
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import * as v from 'valibot';
import { type Identity, newId } from '../ops/identity.ts';
import { readSession } from '../ops/sessionCookie.ts';
import type { Entry } from './OfficeDoor.ts';

/** Who comes in, as checked; goes with the connection as `client.auth`. */
export interface Admitted {
  personId: string;
  /** Undefined for somebody without cookies. */
  deviceId: string | undefined;
  /** addressKey of http/rateLimits.ts: what a ban of their network names. */
  address: string;
  ticket: string;
  tab?: string;
  /** Where their browser found us, as it says: `office.example.org:8080`. */
  host?: string;
  name: string;
  trade: string;
  appearance: string;
  start?: string;
  moveTo?: string;
  /** By what the door lets them in. */
  entry?: Entry;
}

/** What they show at the door. */
export interface Shown {
  invite?: string;
  password?: string;
  /** hashToken of the session in their cookie. */
  session?: string;
  /** The version of the charter that they accept. */
  charter?: string;
}

export type JoinRefusal = keyof typeof JOIN_REFUSED;

/** @param retryAfterS of tooMany: when to try again */
export const refusedJoin = (reason: JoinRefusal, retryAfterS?: number): ServerError =>
  Object.assign(new ServerError(JOIN_REFUSED[reason], reason), retryAfterS === undefined ? {} : { retryAfterS });

/**
 * Checks options, name and ticket of a join; how often one address may try was counted before.
 * @throws ServerError with a JOIN_REFUSED code, whose message is the code's name
 */
export function admitPerson(
  identity: Identity,
  options: unknown,
  { cookie, address }: { cookie: string | null; address: string },
): Admitted & Shown {
  const refuse = (reason: JoinRefusal): never => {
    throw refusedJoin(reason);
  };
  const parsed = v.safeParse(joinOptions, options);
  if (!parsed.success) return refuse('invalid');
  const asked = parsed.output;
  if (asked.protocol !== PROTOCOL_VERSION) refuse('protocol');
  const profile = readProfile(asked) ?? refuse('name');
  const deviceId = identity.readDevice(cookie);
  const session = readSession(cookie);
  // a ticket of another device, or a forged one, makes a newcomer: never somebody else
  const known = asked.ticket === undefined ? undefined : identity.checkTicket(asked.ticket, deviceId);
  const personId = known ?? newId();
  return {
    personId,
    deviceId,
    address,
    ticket: identity.issueTicket(personId, deviceId),
    ...profile,
    ...(asked.tab === undefined ? {} : { tab: asked.tab }),
    ...(asked.start === undefined ? {} : { start: asked.start }),
    ...(asked.moveTo === undefined ? {} : { moveTo: asked.moveTo }),
    ...(asked.invite === undefined ? {} : { invite: asked.invite }),
    ...(asked.password === undefined ? {} : { password: asked.password }),
    ...(session === undefined ? {} : { session }),
    ...(asked.charter === undefined ? {} : { charter: asked.charter }),
  };
}
