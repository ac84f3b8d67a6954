// What all ways of signing in share: who is signed in, who may be, and how a session begins and ends.

import type { Rank } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { AccountFacts } from '@comptoir/shared/protocol/accounts';
import { tuning } from '@comptoir/shared/tuning';
import type { Request, Response } from 'express';
import { describeBrowser } from '../../accounts/describeBrowser.ts';
import { type Changed, noticeMail } from '../../accounts/noticeMail.ts';
import { judgeSession } from '../../accounts/sessions.ts';
import { isFresh, type Offered, type Ways } from '../../accounts/ways.ts';
import { hashDevice, type Identity, newId } from '../../ops/identity.ts';
import type { Log } from '../../ops/log.ts';
import type { Mailer } from '../../ops/openMailer.ts';
import { readSession, SESSION_COOKIE } from '../../ops/sessionCookie.ts';
import { hashToken, newToken } from '../../ops/tokens.ts';
import type { WholeAccount } from '../../store/accounts.ts';
import type { Comer } from '../../store/bans.ts';
import type { Store } from '../../store/openStore.ts';
import type { NewSession } from '../../store/sessions.ts';
import { nameDevice } from '../nameDevice.ts';
import { languageOf } from '../pages.ts';
import { addressKey } from '../rateLimits.ts';
import { accountFacts } from './accountFacts.ts';
import { mailOrigin } from './mailOrigin.ts';
import { accountRefusal } from './refuseAccount.ts';

export type AccountStore = Pick<Store, 'accounts' | 'audit' | 'bans' | 'openIds' | 'passkeys' | 'persons' | 'sessions' | 'signIns'>;

export interface DeskParts {
  store: AccountStore;
  identity: Identity;
  /** How the button names the provider; undefined: none. */
  openIdName: string | undefined;
  /** Undefined: no mail is sent. */
  mailer: Mailer | undefined;
  publicUrl: URL | undefined;
  isSecure(req: Request): boolean;
  /** Somebody is not signed in somewhere any more: offices look who is still inside. */
  changed(): void;
  rankChanged(personId: string, rank: Rank): void;
  log: Log;
}

export interface LiveSession {
  sessionId: string;
  accountId: string;
  personId: string;
  begunMs: number;
}

export const waysOf = ({ passkeys, email, openIds }: WholeAccount): Ways => ({
  passkeys: passkeys.length,
  hasEmail: email !== null,
  openIds: openIds.length,
});

export class AccountDesk {
  readonly parts: DeskParts;

  constructor(parts: DeskParts) {
    this.parts = parts;
  }

  get offered(): Offered {
    return { email: this.parts.mailer !== undefined, openId: this.parts.openIdName !== undefined };
  }

  /** Whoever is signed in on the device that asks. `res` given: the answer may bring another token. */
  async session(req: Request, res?: Response): Promise<LiveSession | undefined> {
    const { store, identity } = this.parts;
    const shown = readSession(req.headers.cookie);
    const deviceId = identity.readDevice(req.headers.cookie);
    if (shown === undefined || deviceId === undefined) return undefined;
    const nowMs = Date.now();
    const found = await store.sessions.byToken({ tokenHash: shown, nowMs });
    // a token without the device it was given to was taken from somewhere
    if (!found || found.deviceHash !== hashDevice(deviceId)) return undefined;
    const judged = judgeSession(found, shown, nowMs, res !== undefined);
    if (judged === 'over') return undefined;
    const { sessionId, accountId, personId, begunMs } = found;
    const { rotate, changes } = judged;
    const token = rotate ? newToken() : undefined;
    const rotated = token && { tokenHash: hashToken(token), previousHash: shown, previousUntilMs: null, rotatedMs: nowMs };
    if (rotated || Object.keys(changes).length > 0) {
      const isMine = await store.sessions.renew({ sessionId, before: found.tokenHash, ...changes, ...rotated });
      if (token && res && isMine) this.#setCookie(req, res, token);
    }
    return { sessionId, accountId, personId, begunMs };
  }

  /** @throws HttpRefusal signedOut */
  async signedIn(req: Request): Promise<LiveSession> {
    const session = await this.session(req);
    if (!session) throw accountRefusal('signedOut');
    return session;
  }

  /** P86: whoever may change by what one signs in. @throws HttpRefusal signedOut, again */
  async freshlySignedIn(req: Request): Promise<{ session: LiveSession; whole: WholeAccount }> {
    const session = await this.signedIn(req);
    const whole = await this.parts.store.accounts.whole(session);
    if (!whole) throw accountRefusal('signedOut');
    if (!isFresh(session.begunMs, waysOf(whole), Date.now())) throw accountRefusal('again');
    return { session, whole };
  }

  /** P82: does somebody have an account that is not signed in on the device that asks? */
  async isSignedOut(req: Request, personId: string): Promise<boolean> {
    const account = await this.parts.store.accounts.ofPerson({ personId });
    return account !== undefined && (await this.session(req))?.personId !== personId;
  }

  /** The guest of a ticket, who has no account yet. @throws HttpRefusal ticket, hasAccount */
  async guestOf(req: Request, ticket: string | undefined): Promise<string> {
    const { store, identity } = this.parts;
    const deviceId = identity.readDevice(req.headers.cookie);
    const personId = ticket === undefined || deviceId === undefined ? undefined : identity.checkTicket(ticket, deviceId);
    if (personId === undefined || !(await store.persons.find({ personId }))) throw accountRefusal('ticket');
    if (await store.accounts.ofPerson({ personId })) throw accountRefusal('hasAccount');
    return personId;
  }

  /** P89, P143: `wanted`: what an account is to have. @throws HttpRefusal banned */
  async refuseBanned(req: Request, personId: string, wanted: Pick<Comer, 'email' | 'openId'> = {}): Promise<void> {
    const { store, identity } = this.parts;
    const person = await store.persons.find({ personId });
    const deviceId = identity.readDevice(req.headers.cookie);
    // those who can open again are not shut out with their network
    const address = person && may(person.rank, 'ban') ? undefined : addressKey(req.ip);
    const deviceHash = deviceId === undefined ? undefined : hashDevice(deviceId);
    const ban = await store.bans.matching({ personId, deviceHash, address, ...wanted, nowMs: Date.now() });
    if (ban) throw accountRefusal('banned', { untilMs: ban.untilMs, reason: ban.reason });
  }

  /** A session to be written, and its cookie to be set once it is: always a new one, whatever the browser showed. */
  begin(req: Request, res: Response, accountId: string): { session: NewSession; setCookie(): void } {
    const deviceHash = hashDevice(nameDevice(this.parts.identity, req, res, this.parts.isSecure(req)));
    const token = newToken();
    const session = { sessionId: newId(), accountId, deviceHash, tokenHash: hashToken(token), begunMs: Date.now() };
    return {
      session: { ...session, ...describeBrowser(req.headers['user-agent']) },
      setCookie: () => {
        this.#setCookie(req, res, token);
        this.parts.changed();
      },
    };
  }

  /** Into an account that there is. `isKept`: it was to be erased, and is not any more. @throws HttpRefusal banned */
  async signIn(
    req: Request,
    res: Response,
    { accountId, personId }: { accountId: string; personId: string },
  ): Promise<{ sessionId: string; isKept: boolean }> {
    const { store } = this.parts;
    await this.refuseBanned(req, personId);
    const { session, setCookie } = this.begin(req, res, accountId);
    await store.sessions.begin(session);
    const isKept = await store.accounts.cancelDeletion({ accountId });
    setCookie();
    return { sessionId: session.sessionId, isKept };
  }

  /** P92: by how one signs in has changed; its owner is told at the address that the account had before, and nobody waits for it. */
  notify(req: Request, { email, person: { name } }: WholeAccount, what: Changed): void {
    const { mailer, log } = this.parts;
    if (!mailer || email === null) return;
    const origin = mailOrigin(req, this.parts);
    const mail = noticeMail({ what, language: languageOf(req), origin, place: new URL(origin).host, name });
    mailer.send({ to: email, ...mail }).catch((err: unknown) => log.error({ err }, 'a mail could not be sent'));
  }

  dropCookie(req: Request, res: Response): void {
    res.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: 'lax', secure: this.parts.isSecure(req), path: '/' });
  }

  /** Of whoever is signed in by this answer, or was before. */
  async facts(req: Request, session: Pick<LiveSession, 'accountId' | 'sessionId'> | undefined): Promise<AccountFacts> {
    const whole = session && (await this.parts.store.accounts.whole(session));
    return accountFacts(req, this.parts, whole, session?.sessionId);
  }

  #setCookie(req: Request, res: Response, token: string): void {
    const secure = this.parts.isSecure(req);
    res.cookie(SESSION_COOKIE, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: tuning.sessionUnusedMs,
      encode: String,
    });
  }
}
