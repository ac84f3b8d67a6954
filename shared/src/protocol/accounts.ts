// Accounts over HTTP: routes, bodies, answers and refusals. An account is a person who can sign in; cookies are set and read by the server alone.
import * as v from 'valibot';
import type { Rank } from '../people.ts';

/** Where a link that somebody was sent leads: a page with one button, which alone uses it up. */
export const SIGN_IN_PAGE = '/sign-in';

/** Every route; what stands in braces is a part of the path. All but the first and `openIdCallback` are asked with a JSON body. */
export const accountRoutes = {
  /** GET -> AccountFacts, signed in or not. */
  facts: '/api/account',
  /** POST emailAsk -> 202 {}: the same for addresses that are known and that are not. A mail with a link and a code follows. */
  email: '/api/account/email',
  /** POST codeAsk -> AccountFacts. Of the mail, in the browser that asked for it. */
  emailCode: '/api/account/email/code',
  /** DELETE -> AccountFacts: without an e-mail address then. */
  emailRemove: '/api/account/email',
  /** POST personAsk -> PasskeyAsk: for `navigator.credentials.create`. Adds to my account, or makes one of the guest of the ticket. */
  passkeyRegisterOptions: '/api/account/passkeys/register-options',
  /** POST passkeyRegisterAsk -> AccountFacts */
  passkeyRegister: '/api/account/passkeys/register',
  /** POST {} -> PasskeyAsk: for `navigator.credentials.get`, also conditionally. */
  passkeySignInOptions: '/api/account/passkeys/sign-in-options',
  /** POST passkeySignInAsk -> AccountFacts */
  passkeySignIn: '/api/account/passkeys/sign-in',
  /** POST passkeyNameAsk -> AccountFacts · DELETE -> AccountFacts */
  passkey: '/api/account/passkeys/{passkey}',
  /** POST openIdAsk -> OpenIdStart: go to its `url`; one comes back to the office, signed in, or to a page that says why not. */
  openIdStart: '/api/account/openid',
  /** Where the provider sends the browser back to. */
  openIdCallback: '/api/account/openid/callback',
  /** DELETE -> AccountFacts: takes the link to the provider away. */
  openIdRemove: '/api/account/openid',
  /** POST signOutAsk -> AccountFacts, of whoever is still signed in here. */
  signOut: '/api/account/sign-out',
  /** POST {} -> DeletionFacts: in `DELETION_GRACE_DAYS` all of it is erased; signed out everywhere at once. Signing in again takes it back. */
  deletion: '/api/account/deletion',
  /** GET with `authorization: Bearer <ticket>` -> an archive of everything about that person; guests too. */
  export: '/api/account/export',
  /** POST erasureAsk -> {erased: true}: of a guest of this browser, at once. */
  erasure: '/api/account/erasure',
} as const;

export const DELETION_GRACE_DAYS = 14;

export const accountLimits = {
  emailLength: 254,
  passkeyNameLength: 40,
  passkeysMost: 20,
  /** Of the mail: letters and digits that are not mistaken for one another, shown in two groups. */
  codeLength: 8,
  /** How long a mailed link and its code are good, and a link that a host hands out. */
  mailMinutes: 15,
  handedHours: 24,
  freshHours: 12,
} as const;

const ticket = v.pipe(v.string(), v.maxLength(300));
const office = v.pipe(v.string(), v.maxLength(200));
const flow = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
const email = v.pipe(v.string(), v.trim(), v.maxLength(accountLimits.emailLength), v.regex(/^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+$/));
const passkeyName = v.pipe(v.string(), v.maxLength(accountLimits.passkeyNameLength * 8));
const language = v.picklist(['fr', 'en']);
/** What `navigator.credentials` answered, as @simplewebauthn/browser makes JSON of it; the server looks at each part. */
const credential = v.looseObject({
  id: v.pipe(v.string(), v.maxLength(2000)),
  rawId: v.pipe(v.string(), v.maxLength(2000)),
  type: v.literal('public-key'),
  response: v.looseObject({ clientDataJSON: v.pipe(v.string(), v.maxLength(4000)) }),
  clientExtensionResults: v.looseObject({}),
});

/** `ticket`: of the guest here who is to be kept; without one I only sign in. Ignored when I am signed in. */
export const personAsk = v.strictObject({ ticket: v.optional(ticket) });
/** Signed in: adds this address to my account, in place of the one it has; with the one it has I sign in again. `office`: where the link leads in the end. */
export const emailAsk = v.strictObject({ email, language, ticket: v.optional(ticket), office: v.optional(office) });
/** In any case, with or without the dash. */
export const codeAsk = v.strictObject({ code: v.pipe(v.string(), v.maxLength(40)) });
export const passkeyRegisterAsk = v.strictObject({ flow, credential, name: v.optional(passkeyName) });
export const passkeySignInAsk = v.strictObject({ flow, credential });
export const passkeyNameAsk = v.strictObject({ name: passkeyName });
export const openIdAsk = v.strictObject({ language, ticket: v.optional(ticket), office: v.optional(office) });
/** This browser · all others · all · one of them. */
export const signOutAsk = v.union([
  v.strictObject({ which: v.picklist(['this', 'others', 'all']) }),
  v.strictObject({ session: v.pipe(v.string(), v.maxLength(40)) }),
]);
export const nothingAsk = v.strictObject({});
export const erasureAsk = v.strictObject({ ticket });

export type EmailAsk = v.InferOutput<typeof emailAsk>;
export type CodeAsk = v.InferOutput<typeof codeAsk>;
export type PersonAsk = v.InferOutput<typeof personAsk>;
export type PasskeyRegisterAsk = v.InferOutput<typeof passkeyRegisterAsk>;
export type PasskeySignInAsk = v.InferOutput<typeof passkeySignInAsk>;
export type PasskeyNameAsk = v.InferOutput<typeof passkeyNameAsk>;
export type OpenIdAsk = v.InferOutput<typeof openIdAsk>;
export type SignOutAsk = v.InferOutput<typeof signOutAsk>;

/** What this server offers, here and now. */
export interface SignInWays {
  /** It can send mail. Without: a host hands out links. */
  email: boolean;
  /** This page is one that may have passkeys: https or localhost, by name. */
  passkeys: boolean;
  /** How the button names the provider; undefined: none. */
  openId?: string;
}

export interface SessionView {
  id: string;
  /** As its browser says: "Firefox", "Chrome" ...; empty: unknown. */
  browser: string;
  /** "Linux", "Windows", "macOS", "Android", "iOS"; empty: unknown. */
  system: string;
  /** ms since 1970 */
  begunMs: number;
  /** To the hour. */
  usedMs: number;
  /** The browser that asks. */
  isThis: boolean;
}

export interface PasskeyView {
  id: string;
  name: string;
  createdMs: number;
  usedMs: number | null;
  /** The authenticator keeps it on several devices. */
  isSynced: boolean;
}

export interface AccountView {
  /** The person it keeps; `POST /api/device` lists them first. */
  personId: string;
  name: string;
  trade: string;
  appearance: string;
  rank: Rank;
  /** Confirmed by a mail. */
  email: string | null;
  passkeys: PasskeyView[];
  /** It can sign in by the provider. */
  openId: boolean;
  sessions: SessionView[];
  createdMs: number;
}

/** GET /api/account, and what most others answer. */
export interface AccountFacts {
  ways: SignInWays;
  /** Nobody is signed in here: null. */
  account: AccountView | null;
  /** I signed in just now, and the account is not erased any more. */
  isKept?: true;
}

export interface DeletionFacts extends AccountFacts {
  /** ms since 1970 */
  erasesAtMs: number;
}

/** Of the address one is sent back to (`/o/<office>?signed=...`) by a link or a provider. `kept`: in, and it is not erased any more. */
export const SIGNED = ['in', 'kept', 'failed', 'expired', 'banned', 'taken'] as const;

/** `options` as @simplewebauthn/browser takes them (`optionsJSON`); `flow` goes back with the answer, within five minutes. */
export interface PasskeyAsk {
  flow: string;
  options: Record<string, unknown>;
}

export interface OpenIdStart {
  url: string;
}

/** Why something was not done, by status: `code` in the answer, beside one sentence in `error`. 429 has `retryAfterS`, `banned` has `untilMs` and `reason`. */
export const ACCOUNT_REFUSED = {
  malformed: 400,
  /** The passkey was not accepted: another site's, not asked for, or not verified. */
  passkey: 400,
  /** Not signed in (any more). */
  signedOut: 401,
  /** Ways of signing in are changed, and accounts deleted, within `accountLimits.freshHours` of signing in only: sign in again. */
  again: 401,
  /** The code is wrong, used, or of another browser. */
  code: 403,
  /** The ticket is not of this browser. */
  ticket: 403,
  banned: 403,
  origin: 403,
  /** No such passkey or session of mine. */
  notThere: 404,
  /** This server does not have this way of signing in. */
  off: 404,
  /** This person has an account already: sign in. */
  hasAccount: 409,
  /** Another account has this passkey, or this identity of the provider. */
  taken: 409,
  /** It is the only way to sign in that is left. */
  lastWay: 409,
  /** As many passkeys as an account may have. */
  full: 409,
  /** What was asked for is over: ask again. */
  flow: 410,
  tooMany: 429,
} as const;
export type AccountRefusal = keyof typeof ACCOUNT_REFUSED;

/** What a room is asked by hosts; merged into requests.ts. */
export const accountRequests = {
  /** P88: a link by which somebody of a lower rank signs in once, on any device, within `accountLimits.handedHours`. */
  signInLink: v.strictObject({ personId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
} as const;
export interface AccountAnswers {
  /** Path of this server. */
  signInLink: { ok: true; path: string; untilMs: number };
}
