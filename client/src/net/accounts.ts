// The routes of accounts as functions; a refusal is a value with its name, never an exception.
import {
  ACCOUNT_REFUSED,
  type AccountFacts,
  type AccountRefusal,
  accountRoutes,
  type DeletionFacts,
  type EmailAsk,
  type OpenIdAsk,
  type OpenIdStart,
  type PasskeyAsk,
  type PersonAsk,
  type SignOutAsk,
} from '@comptoir/shared/protocol/accounts';
import type { PasskeyAnswer } from './Passkeys.ts';

export interface AccountRefused {
  refused: AccountRefusal | 'unreachable';
  retryAfterS?: number;
}
export type AccountAnswer<T> = { ok: T } | AccountRefused;

type Facts = Promise<AccountAnswer<AccountFacts>>;

async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body: unknown = {}): Promise<AccountAnswer<T>> {
  try {
    const sent = method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(path, { method, ...sent });
    const answer: unknown = await response.json();
    return response.ok ? { ok: answer as T } : refusalOf(answer);
  } catch {
    return { refused: 'unreachable' };
  }
}

/** What has no name we know came from something between us and the office. */
function refusalOf(answer: unknown): AccountRefused {
  const { code, retryAfterS } = (typeof answer === 'object' && answer !== null ? answer : {}) as { code?: unknown; retryAfterS?: unknown };
  if (typeof code !== 'string' || !Object.hasOwn(ACCOUNT_REFUSED, code)) return { refused: 'unreachable' };
  return { refused: code as AccountRefusal, ...(typeof retryAfterS === 'number' ? { retryAfterS } : {}) };
}

/** @param onBytes how much of it has come */
export async function fetchExport(ticket: string, onBytes: (bytes: number) => void): Promise<AccountAnswer<Blob>> {
  try {
    const response = await fetch(accountRoutes.export, { headers: { authorization: `Bearer ${ticket}` } });
    if (!response.ok || !response.body) return refusalOf(await response.json());
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      bytes += piece.value.length;
      onBytes(bytes);
    }
    return { ok: new Blob(pieces, { type: 'application/zip' }) };
  } catch {
    return { refused: 'unreachable' };
  }
}

const pathOfPasskey = (id: string): string => accountRoutes.passkey.replace('{passkey}', encodeURIComponent(id));

export const fetchAccount = (): Facts => ask('GET', accountRoutes.facts);

export const sendMail = (mail: EmailAsk): Promise<AccountAnswer<unknown>> => ask('POST', accountRoutes.email, mail);
export const sendCode = (code: string): Facts => ask('POST', accountRoutes.emailCode, { code });
export const removeEmail = (): Facts => ask('DELETE', accountRoutes.emailRemove);

export const askRegistration = (person: PersonAsk): Promise<AccountAnswer<PasskeyAsk>> =>
  ask('POST', accountRoutes.passkeyRegisterOptions, person);
export const sendRegistration = (flow: string, credential: PasskeyAnswer): Facts =>
  ask('POST', accountRoutes.passkeyRegister, { flow, credential });
export const askSignIn = (): Promise<AccountAnswer<PasskeyAsk>> => ask('POST', accountRoutes.passkeySignInOptions);
export const sendSignIn = (flow: string, credential: PasskeyAnswer): Facts =>
  ask('POST', accountRoutes.passkeySignIn, { flow, credential });
export const renamePasskey = (id: string, name: string): Facts => ask('POST', pathOfPasskey(id), { name });
export const removePasskey = (id: string): Facts => ask('DELETE', pathOfPasskey(id));

export const startOpenId = (start: OpenIdAsk): Promise<AccountAnswer<OpenIdStart>> => ask('POST', accountRoutes.openIdStart, start);
export const removeOpenId = (): Facts => ask('DELETE', accountRoutes.openIdRemove);

export const signOut = (which: SignOutAsk): Facts => ask('POST', accountRoutes.signOut, which);
export const eraseGuest = (ticket: string): Promise<AccountAnswer<{ erased: true }>> => ask('POST', accountRoutes.erasure, { ticket });
export const eraseAccount = (): Promise<AccountAnswer<DeletionFacts>> => ask('POST', accountRoutes.deletion);
