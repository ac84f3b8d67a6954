// By what somebody can sign in to their account, and what may be changed about that. Pure.
import { accountLimits } from '@comptoir/shared/protocol/accounts';

const HOUR_MS = 3_600_000;

export interface Ways {
  passkeys: number;
  hasEmail: boolean;
  openIds: number;
}

/** What this server offers now: an address is no way in where no mail is sent. */
export interface Offered {
  email: boolean;
  openId: boolean;
}

/** P86: is there another way than the one that is taken away? */
export function keepsAWay(ways: Ways, { email, openId }: Offered, less: keyof Ways): boolean {
  const left = {
    passkeys: ways.passkeys - (less === 'passkeys' ? 1 : 0),
    email: email && ways.hasEmail && less !== 'hasEmail' ? 1 : 0,
    openIds: openId && less !== 'openIds' ? ways.openIds : 0,
  };
  return left.passkeys + left.email + left.openIds > 0;
}

/** P86: did whoever asks sign in lately? A session that was left open changes nothing for good. Without any way nobody could sign in again. */
export const isFresh = (begunMs: number, { passkeys, hasEmail, openIds }: Ways, nowMs: number): boolean =>
  nowMs - begunMs < accountLimits.freshHours * HOUR_MS || (passkeys === 0 && !hasEmail && openIds === 0);

/** As it is kept and compared: nobody knows that their provider tells Ada@ from ada@. */
export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();
