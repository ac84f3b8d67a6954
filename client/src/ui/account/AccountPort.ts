// What the UI sees of accounts: who is signed in here, which ways there are, and the verbs; the session fills it.
import type { AccountFacts, AccountRefusal, SIGNED } from '@comptoir/shared/protocol/accounts';
import type { DeviceFacts } from '@comptoir/shared/protocol/http';
import type { ReadonlySignal } from '@preact/signals-core';
import type { PasskeyProblem } from '../../lib/passkeyProblem.ts';

export type AccountProblem = AccountRefusal | PasskeyProblem | 'unreachable';
export interface AccountRefused {
  refused: AccountProblem;
  /** Of too many attempts. */
  retryAfterS?: number;
}
export type AccountOutcome = { ok: AccountFacts } | AccountRefused;

/** The person of the account that is signed in here, as they come in. */
export type SignedIn = DeviceFacts['persons'][number];

/** What the entrance says once: how one came back from a letter or a provider, that one signed out, that the account is going to be erased. */
export type AccountNews = { kind: (typeof SIGNED)[number] } | { kind: 'signedOut' | 'erased' } | { kind: 'erasing'; atMs: number };

export interface AccountPort {
  /** Undefined until the server has told. */
  facts: ReadonlySignal<AccountFacts | undefined>;
  me: ReadonlySignal<SignedIn | undefined>;
  news: ReadonlySignal<AccountNews | undefined>;
  /** Why this page can have no passkeys, however willing the server; undefined: it can. */
  hindrance: 'insecure' | 'address' | 'browser' | undefined;
  /** Somebody of this page has been inside, and could be kept. */
  wasInside: ReadonlySignal<boolean>;
  read(): Promise<void>;
  canOfferInField(): Promise<boolean>;
  /** @param inField offered among what the browser fills in, for as long as nobody chooses it */
  signInByPasskey(inField?: boolean): Promise<AccountOutcome>;
  /** Of my account, or of the guest that I am here, who is an account then. */
  addPasskey(): Promise<AccountOutcome>;
  /** Nothing is asked of the browser any more. */
  stopAsking(): void;
  /** @param keeps the guest that I am here becomes an account; else I only sign in */
  sendMail(email: string, language: string, keeps: boolean): Promise<{ ok: true } | AccountRefused>;
  enterCode(code: string): Promise<AccountOutcome>;
  removeEmail(): Promise<AccountOutcome>;
  /** Leaves the page, unless it is refused. */
  toProvider(language: string, keeps: boolean): Promise<AccountRefused | undefined>;
  removeProvider(): Promise<AccountOutcome>;
  renamePasskey(id: string, name: string): Promise<AccountOutcome>;
  removePasskey(id: string): Promise<AccountOutcome>;
  /** One of my sessions elsewhere, or all of them. */
  signOutElsewhere(session: string | 'others'): Promise<AccountOutcome>;
  /** Out of the office, too; this browser forgets me. */
  signOut(): Promise<AccountOutcome>;
  erase(): Promise<AccountOutcome>;
  /** Everything about who I am here, as an archive. @param onBytes how much of it has come */
  exportMe(onBytes: (bytes: number) => void): Promise<{ ok: Blob } | AccountRefused>;
  /** The guest that I am here, at once and for good. */
  eraseGuest(): Promise<{ ok: object } | AccountRefused>;
}
