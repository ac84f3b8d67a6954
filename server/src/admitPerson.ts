// The door: who may join an office, under which name and as which person. Runs before the room hears of them.
import { ServerError } from '@colyseus/core';
import {
  DEFAULT_APPEARANCE,
  decodeAppearance,
  encodeAppearance,
  isTradeTooLong,
  nameProblem,
  normaliseWords,
} from '@comptoir/shared/people';
import { JOIN_REFUSED, joinOptions } from '@comptoir/shared/protocol/http';
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import * as v from 'valibot';
import { type Identity, newId } from './ops/identity.ts';

/** Who comes in, as checked; goes with the connection as `client.auth`. */
export interface Admitted {
  personId: string;
  /** Undefined for somebody without cookies. */
  deviceId: string | undefined;
  ticket: string;
  tab?: string;
  /** Where their browser found us, as it says: `office.example.org:8080`. */
  host?: string;
  name: string;
  trade: string;
  appearance: string;
  start?: string;
  moveTo?: string;
}

/**
 * Checks options, name and ticket of a join; how often one address may try was counted before.
 * @throws ServerError with a JOIN_REFUSED code, whose message is the code's name
 */
export function admitPerson(identity: Identity, options: unknown, cookieHeader: string | null): Admitted {
  const refuse = (reason: keyof typeof JOIN_REFUSED): never => {
    throw new ServerError(JOIN_REFUSED[reason], reason);
  };
  const parsed = v.safeParse(joinOptions, options);
  if (!parsed.success) return refuse('invalid');
  const asked = parsed.output;
  if (asked.protocol !== PROTOCOL_VERSION) refuse('protocol');
  const name = normaliseWords(asked.name);
  const trade = normaliseWords(asked.trade);
  if (nameProblem(name) || isTradeTooLong(trade)) refuse('name');
  const deviceId = identity.readDevice(cookieHeader);
  // a ticket of another device, or a forged one, makes a newcomer: never somebody else
  const known = asked.ticket === undefined ? undefined : identity.checkTicket(asked.ticket, deviceId);
  const personId = known ?? newId();
  return {
    personId,
    deviceId,
    ticket: identity.issueTicket(personId, deviceId),
    name,
    trade,
    appearance: decodeAppearance(asked.appearance) ? asked.appearance : encodeAppearance(DEFAULT_APPEARANCE),
    ...(asked.tab === undefined ? {} : { tab: asked.tab }),
    ...(asked.start === undefined ? {} : { start: asked.start }),
    ...(asked.moveTo === undefined ? {} : { moveTo: asked.moveTo }),
  };
}
