// Why something about an account was not done, in a sentence that says what to do.
import type { MessageKey } from '../../i18n/translate.ts';
import { timeWords } from '../door/timeWords.ts';
import type { Say } from '../Ui.ts';
import type { AccountProblem, AccountRefused } from './AccountPort.ts';

const SENTENCES: Record<AccountProblem, MessageKey> = {
  malformed: 'account.problem.refused',
  origin: 'account.problem.refused',
  ticket: 'account.problem.refused',
  notThere: 'account.problem.notThere',
  off: 'account.problem.off',
  passkey: 'account.problem.passkey',
  signedOut: 'account.problem.signedOut',
  again: 'account.problem.again',
  code: 'account.problem.code',
  banned: 'refused.banned',
  hasAccount: 'account.problem.hasAccount',
  taken: 'account.problem.taken',
  lastWay: 'account.problem.lastWay',
  full: 'account.problem.full',
  flow: 'account.problem.flow',
  tooMany: 'account.problem.tooMany',
  cancelled: 'account.problem.cancelled',
  alreadyHere: 'account.problem.alreadyHere',
  insecure: 'passkey.insecure',
  address: 'passkey.address',
  browser: 'passkey.browser',
  failed: 'account.problem.failed',
  unreachable: 'account.problem.unreachable',
};

/** Where the server does not say how long. */
const USUAL_WAIT_S = 60;
const MINUTE_MS = 60_000;

export function problemSentence({ refused, retryAfterS = USUAL_WAIT_S }: AccountRefused, nowMs: number, t: Say, language: string): string {
  // it is said to the minute: within that minute it would be too early
  const againMs = Math.ceil((nowMs + retryAfterS * 1000) / MINUTE_MS) * MINUTE_MS;
  return t(SENTENCES[refused], refused === 'tooMany' ? { time: timeWords(againMs, nowMs, language) } : {});
}
