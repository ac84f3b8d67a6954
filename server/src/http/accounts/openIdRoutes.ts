// Signing in by an OpenID provider: `/api/account/openid`. Somebody is known by issuer and subject, never by an e-mail address.

import { DEFAULT_APPEARANCE, encodeAppearance, readProfile } from '@comptoir/shared/people';
import { type OpenIdStart, openIdAsk, accountRoutes as ROUTES } from '@comptoir/shared/protocol/accounts';
import { type Request, type Response, Router } from 'express';
import { claimAt, givenRank, type RankOf, rankAfter } from '../../accounts/openIdRanks.ts';
import { keepsAWay } from '../../accounts/ways.ts';
import { hashDevice, newId } from '../../ops/identity.ts';
import { hashToken } from '../../ops/tokens.ts';
import { HttpRefusal } from '../HttpRefusal.ts';
import { nameDevice } from '../nameDevice.ts';
import { originFor, textOf } from '../pages.ts';
import { type AccountDesk, waysOf } from './AccountDesk.ts';
import { sendFacts } from './accountRoutes.ts';
import type { OpenIdChecks, OpenIdPerson, OpenIdProvider } from './OpenIdProvider.ts';
import { accountRefusal, readBody } from './refuseAccount.ts';
import { backTo, signedOf } from './signInRoutes.ts';

/** Long enough to look for a telephone with the second factor. */
const FLOW_MS = 15 * 60_000;

interface Waiting extends OpenIdChecks {
  /** Signed in: the account that gets this way too. */
  accountId: string | undefined;
  /** Signed in, and it has it already: the account that is signed in to again. */
  again: string | undefined;
  guest: string | undefined;
  office: string | undefined;
}

export interface OpenIdRouteParts {
  provider: OpenIdProvider | undefined;
  /** What its claim says -> rank here. */
  rankOf: RankOf;
}

export function openIdRoutes(desk: AccountDesk, { provider, rankOf }: OpenIdRouteParts): Router {
  const router = Router();
  const { store, identity, publicUrl, isSecure, log } = desk.parts;

  router.post(ROUTES.openIdStart, async (req, res) => {
    if (!provider) throw accountRefusal('off');
    const { ticket, office } = readBody(openIdAsk, req.body);
    const session = await desk.session(req);
    const whole = session && (await store.accounts.whole(session));
    const again = whole && whole.openIds.length > 0 ? whole.accountId : undefined;
    if (session && again === undefined) await desk.freshlySignedIn(req);
    const guest = session || ticket === undefined ? undefined : await desk.guestOf(req, ticket);
    const redirectUri = `${originFor(req, publicUrl, isSecure(req))}${ROUTES.openIdCallback}`;
    const begun = await provider.begin(redirectUri).catch((err: unknown) => {
      log.error({ err }, 'the OpenID provider does not answer');
      throw new HttpRefusal(502, 'provider', 'The provider does not answer: try again later.', { more: { code: 'provider' } });
    });
    const deviceHash = hashDevice(nameDevice(identity, req, res, isSecure(req)));
    const facts: Waiting = { ...begun.checks, accountId: again === undefined ? session?.accountId : undefined, again, guest, office };
    const nowMs = Date.now();
    const flow = { flowHash: hashToken(begun.checks.state), kind: 'openId', deviceHash, facts: JSON.stringify(facts) } as const;
    await store.signIns.addFlow({ ...flow, expiresMs: nowMs + FLOW_MS, nowMs });
    const answer: OpenIdStart = { url: begun.url.href };
    res.set('Cache-Control', 'no-store').json(answer);
  });

  router.get(ROUTES.openIdCallback, async (req, res) => {
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    const waiting = provider && (await takeFlow(req));
    if (!provider || !waiting) return res.redirect(303, backTo(undefined, 'expired'));
    try {
      const query = req.originalUrl.slice(req.originalUrl.indexOf('?'));
      const person = await provider.finish(query, waiting);
      const { isKept } = await enter(req, res, waiting, person);
      res.redirect(303, backTo(waiting.office, isKept ? 'kept' : 'in'));
    } catch (err) {
      const signed = signedOf(err);
      // the person may have said no, or the provider; what it answered stays out of the log: there are tokens in it
      if (!signed) log.warn({ reason: err instanceof Error ? err.message : String(err) }, 'signing in by the OpenID provider failed');
      res.redirect(303, backTo(waiting.office, signed ?? 'failed'));
    }
  });

  async function takeFlow(req: Request): Promise<Waiting | undefined> {
    const state = textOf(req.query.state);
    const deviceId = identity.readDevice(req.headers.cookie);
    if (state === undefined || state.length > 200 || deviceId === undefined) return undefined;
    const ask = { flowHash: hashToken(state), kind: 'openId', deviceHash: hashDevice(deviceId), nowMs: Date.now() } as const;
    const facts = await store.signIns.takeFlow(ask);
    return facts === undefined ? undefined : (JSON.parse(facts) as Waiting);
  }

  async function enter(req: Request, res: Response, waiting: Waiting, person: OpenIdPerson): Promise<{ isKept: boolean }> {
    const { issuer, subject } = person;
    const known = await store.openIds.find({ issuer, subject });
    const account = known && (await store.accounts.find(known));
    if (waiting.accountId !== undefined) {
      const session = await desk.signedIn(req);
      if (session.accountId !== waiting.accountId) throw accountRefusal('signedOut');
      if (known && known.accountId !== session.accountId) throw accountRefusal('taken');
      await desk.refuseBanned(req, session.personId, { openId: { issuer, subject } });
      const before = await store.accounts.whole(session);
      await store.openIds.add({ issuer, subject, accountId: session.accountId, nowMs: Date.now() });
      if (before) desk.notify(req, before, 'openIdAdded');
      await useRank(session.personId, person);
      return { isKept: false };
    }
    if (waiting.again !== undefined && account?.accountId !== waiting.again) throw accountRefusal('taken');
    if (account) {
      const signedIn = await desk.signIn(req, res, account);
      await useRank(account.personId, person);
      return signedIn;
    }
    const personId = await makeAccount(req, res, waiting.guest, person);
    await useRank(personId, person);
    return { isKept: false };
  }

  /** Of the guest who asked, while they have none; else of somebody new, called as the provider says. */
  async function makeAccount(
    req: Request,
    res: Response,
    guest: string | undefined,
    { issuer, subject, claims }: OpenIdPerson,
  ): Promise<string> {
    const hasAccount = guest !== undefined && (await store.accounts.ofPerson({ personId: guest })) !== undefined;
    const personId = guest === undefined || hasAccount ? newId() : guest;
    await desk.refuseBanned(req, personId, { openId: { issuer, subject } });
    const accountId = newId();
    const { session, setCookie } = desk.begin(req, res, accountId);
    const account = { accountId, email: null, nowMs: Date.now(), session, openId: { issuer, subject } };
    const isMade =
      personId === guest
        ? await store.accounts.create({ personId, ...account })
        : await store.accounts.createWithPerson({ person: personOf(personId, session.deviceHash, claims), ...account });
    if (!isMade) throw accountRefusal('taken');
    setCookie();
    return personId;
  }

  /** P87 */
  async function useRank(personId: string, { issuer, subject, claims }: OpenIdPerson): Promise<void> {
    const given = provider && givenRank(claimAt(claims, provider.settings.rolesClaim), rankOf);
    const [person, known] = await Promise.all([store.persons.find({ personId }), store.openIds.find({ issuer, subject })]);
    if (given === undefined || !person || !known) return;
    const rank = rankAfter(person.rank, known.rank, given);
    await store.openIds.setRank({ issuer, subject, rank: given });
    if (rank === person.rank) return;
    await store.persons.setRank({ personId, rank });
    desk.parts.rankChanged(personId, rank);
    const act = { entryId: newId(), office: null, atMs: Date.now(), byName: '', act: 'setRank', target: person.name };
    await store.audit.add({ ...act, targetIds: [personId], details: `${person.rank}, now ${rank}, by ${provider?.settings.name}` });
  }

  router.delete(ROUTES.openIdRemove, async (req, res) => {
    const { session, whole } = await desk.freshlySignedIn(req);
    if (whole.openIds.length > 0 && !keepsAWay(waysOf(whole), desk.offered, 'openIds')) throw accountRefusal('lastWay');
    await store.openIds.remove({ accountId: session.accountId });
    desk.notify(req, whole, 'openIdRemoved');
    sendFacts(res, await desk.facts(req, session));
  });
  return router;
}

function personOf(personId: string, deviceHash: string, claims: Record<string, unknown>) {
  const names = [claims.nickname, claims.name, claims.preferred_username, claims.given_name];
  const profile = names.map((name) => readProfile({ name: textOf(name) ?? '', trade: '', appearance: '' })).find(Boolean);
  // whoever has no name that can be used here says one at the entrance
  const { name, trade, appearance } = profile ?? { name: '', trade: '', appearance: encodeAppearance(DEFAULT_APPEARANCE) };
  return { personId, deviceHash, name, trade, appearance, seenMs: Date.now() };
}
