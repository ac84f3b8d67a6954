// The cookie of a session: a secret of chance, of which only the hash goes further than this file and the answer that sets it.
import { cookieValues } from './identity.ts';
import { hashToken, isToken } from './tokens.ts';

export const SESSION_COOKIE = 'comptoir_session';

/** @returns hashToken of what a Cookie header shows; undefined without one */
export function readSession(cookieHeader: string | null | undefined): string | undefined {
  const token = cookieValues(cookieHeader ?? '', SESSION_COOKIE).find(isToken);
  return token === undefined ? undefined : hashToken(token);
}
