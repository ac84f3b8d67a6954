// Why something about an account was not done, as an answer: a status, a code for the page, one sentence for everybody else.
import { ACCOUNT_REFUSED, type AccountRefusal } from '@comptoir/shared/protocol/accounts';
import * as v from 'valibot';
import { HttpRefusal } from '../HttpRefusal.ts';

const SENTENCES: Record<AccountRefusal, string> = {
  malformed: 'This request could not be understood.',
  passkey: 'This passkey was not accepted.',
  signedOut: 'You are not signed in.',
  again: 'Sign in again to change this.',
  code: 'This is not the code, or it is over.',
  ticket: 'This is not a person of this browser.',
  banned: 'The hosts of this office do not let you in.',
  origin: 'This office answers to its own pages only.',
  notThere: 'There is nothing here.',
  off: 'This server does not offer that.',
  hasAccount: 'This person has an account already: sign in.',
  taken: 'Another account has it.',
  lastWay: 'It is the only way to sign in that is left.',
  full: 'There are as many as there may be.',
  flow: 'This took too long: begin again.',
  tooMany: 'Too many at once: try again later.',
};

export function accountRefusal(code: AccountRefusal, more: Record<string, unknown> = {}): HttpRefusal {
  const retryAfterS = typeof more.retryAfterS === 'number' ? more.retryAfterS : undefined;
  const headers: Record<string, string> = retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) };
  return new HttpRefusal(ACCOUNT_REFUSED[code], code, SENTENCES[code], { headers, more: { code, ...more } });
}

/** What a body says. @throws HttpRefusal */
export function readBody<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const read = v.safeParse(schema, body ?? {});
  if (!read.success) throw accountRefusal('malformed');
  return read.output;
}
