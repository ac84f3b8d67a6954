// Passkeys: `/api/account/passkeys`. Every question has a challenge of its own, kept here, for the device that was asked, answered once.

import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import {
  accountLimits,
  nothingAsk,
  type PasskeyAsk,
  passkeyNameAsk,
  passkeyRegisterAsk,
  passkeySignInAsk,
  personAsk,
  accountRoutes as ROUTES,
} from '@comptoir/shared/protocol/accounts';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type Request, type Response, Router } from 'express';
import { keepsAWay } from '../../accounts/ways.ts';
import { hashDevice, newId } from '../../ops/identity.ts';
import { hashToken } from '../../ops/tokens.ts';
import type { StoredPasskey } from '../../store/passkeys.ts';
import type { FlowKind } from '../../store/signIns.ts';
import { nameDevice } from '../nameDevice.ts';
import { type AccountDesk, waysOf } from './AccountDesk.ts';
import { sendFacts } from './accountRoutes.ts';
import { type PasskeySite, passkeySite } from './passkeySite.ts';
import { accountRefusal, readBody } from './refuseAccount.ts';

const FLOW_MS = 5 * 60_000;
/** ES256, EdDSA, RS256: what every authenticator has one of. */
const ALGORITHMS = [-7, -8, -257];

interface Registering {
  challenge: string;
  accountId: string;
  /** Of a guest who makes an account by it. */
  guest: string | undefined;
}

export function passkeyRoutes(desk: AccountDesk): Router {
  const router = Router();
  const { store, identity, isSecure } = desk.parts;

  const siteOf = (req: Request): PasskeySite => {
    const site = passkeySite(req, desk.parts);
    if (!site) throw accountRefusal('off');
    return site;
  };
  async function ask(req: Request, res: Response, kind: FlowKind, facts: object, options: object): Promise<void> {
    const flow = newId();
    const deviceHash = hashDevice(nameDevice(identity, req, res, isSecure(req)));
    const nowMs = Date.now();
    await store.signIns.addFlow({
      flowHash: hashToken(flow),
      kind,
      deviceHash,
      facts: JSON.stringify(facts),
      expiresMs: nowMs + FLOW_MS,
      nowMs,
    });
    const answer: PasskeyAsk = { flow, options: { ...options } };
    res.set('Cache-Control', 'no-store').json(answer);
  }
  async function take<T>(req: Request, kind: FlowKind, flow: string): Promise<T> {
    const deviceId = identity.readDevice(req.headers.cookie);
    if (deviceId === undefined) throw accountRefusal('flow');
    const facts = await store.signIns.takeFlow({ flowHash: hashToken(flow), kind, deviceHash: hashDevice(deviceId), nowMs: Date.now() });
    if (facts === undefined) throw accountRefusal('flow');
    return JSON.parse(facts) as T;
  }

  router.post(ROUTES.passkeyRegisterOptions, async (req, res) => {
    const { ticket } = readBody(personAsk, req.body);
    const { rpId } = siteOf(req);
    const mine = (await desk.session(req)) ? (await desk.freshlySignedIn(req)).whole : undefined;
    const guest = mine ? undefined : await desk.guestOf(req, ticket);
    if (mine && mine.passkeys.length >= accountLimits.passkeysMost) throw accountRefusal('full');
    const person = mine?.person ?? (await store.persons.find({ personId: guest ?? '' }));
    const accountId = mine?.accountId ?? newId();
    const options = await generateRegistrationOptions({
      ...{ rpName: 'Comptoir', rpID: rpId, userID: new Uint8Array(Buffer.from(accountId, 'base64url')) },
      ...{ userName: mine?.email ?? person?.name ?? '', userDisplayName: person?.name ?? '' },
      ...{ attestationType: 'none', timeout: FLOW_MS, supportedAlgorithmIDs: ALGORITHMS },
      excludeCredentials: (mine?.passkeys ?? []).map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: JSON.parse(transports),
      })),
      // it is all that is asked for: the authenticator must know its owner, and whose account it is
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await ask(req, res, 'passkeyRegister', { challenge: options.challenge, accountId, guest } satisfies Registering, options);
  });

  router.post(ROUTES.passkeyRegister, async (req, res) => {
    const { flow, credential, name = '' } = readBody(passkeyRegisterAsk, req.body);
    const site = siteOf(req);
    const { challenge, accountId, guest } = await take<Registering>(req, 'passkeyRegister', flow);
    const verified = await verifyRegistrationResponse({
      response: credential as unknown as RegistrationResponseJSON,
      ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.rpId },
      ...{ requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS },
    }).catch(() => undefined);
    if (!verified?.verified) throw accountRefusal('passkey');
    const { credential: made, credentialBackedUp } = verified.registrationInfo;
    const passkey: StoredPasskey = {
      ...{ passkeyId: newId(), credentialId: made.id, accountId, name: nameOf(name), counter: made.counter },
      publicKey: Buffer.from(made.publicKey).toString('base64url'),
      transports: JSON.stringify((made.transports ?? []).filter((one) => typeof one === 'string').slice(0, 10)),
      ...{ isSynced: credentialBackedUp ? 1 : 0, createdMs: Date.now(), usedMs: null },
    };
    if (guest === undefined) {
      const { session, whole } = await desk.freshlySignedIn(req);
      if (session.accountId !== accountId) throw accountRefusal('signedOut');
      if (!(await store.passkeys.add(passkey))) throw accountRefusal('taken');
      desk.notify(req, whole, 'passkeyAdded');
      return sendFacts(res, await desk.facts(req, session));
    }
    await desk.refuseBanned(req, guest);
    const { session, setCookie } = desk.begin(req, res, accountId);
    const isMade = await store.accounts.create({ accountId, personId: guest, email: null, nowMs: Date.now(), session, passkey });
    if (!isMade) throw accountRefusal((await store.accounts.ofPerson({ personId: guest })) ? 'hasAccount' : 'taken');
    setCookie();
    sendFacts(res, await desk.facts(req, session));
  });

  router.post(ROUTES.passkeySignInOptions, async (req, res) => {
    readBody(nothingAsk, req.body);
    const { rpId } = siteOf(req);
    const options = await generateAuthenticationOptions({ rpID: rpId, userVerification: 'required', timeout: FLOW_MS });
    await ask(req, res, 'passkeySignIn', { challenge: options.challenge }, options);
  });

  router.post(ROUTES.passkeySignIn, async (req, res) => {
    const { flow, credential } = readBody(passkeySignInAsk, req.body);
    const site = siteOf(req);
    const { challenge } = await take<{ challenge: string }>(req, 'passkeySignIn', flow);
    const passkey = await store.passkeys.find({ credentialId: credential.id });
    const account = passkey && (await store.accounts.find(passkey));
    // an unknown one, a forged one and one of an account that is gone are the same to whoever asks
    if (!passkey || !account || !(await isGenuine(credential as unknown as AuthenticationResponseJSON, challenge, site, passkey)))
      throw accountRefusal('passkey');
    const { sessionId, isKept } = await desk.signIn(req, res, account);
    const facts = await desk.facts(req, { accountId: account.accountId, sessionId });
    sendFacts(res, { ...facts, ...(isKept ? { isKept: true } : {}) });
  });

  async function isGenuine(
    response: AuthenticationResponseJSON,
    challenge: string,
    site: PasskeySite,
    passkey: StoredPasskey,
  ): Promise<boolean> {
    const { passkeyId, credentialId, accountId, publicKey, counter } = passkey;
    // whoever the authenticator believes it is must be whose key it was
    const { userHandle } = response.response;
    if (userHandle !== undefined && userHandle !== accountId) return false;
    const verified = await verifyAuthenticationResponse({
      ...{ response, expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.rpId, requireUserVerification: true },
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    }).catch(() => undefined);
    if (!verified?.verified) return false;
    return store.passkeys.used({ passkeyId, before: counter, counter: verified.authenticationInfo.newCounter, usedMs: Date.now() });
  }

  const ONE = ROUTES.passkey.replace('{passkey}', ':passkey');
  router.post(ONE, async (req, res) => {
    const name = nameOf(readBody(passkeyNameAsk, req.body).name);
    const session = await desk.signedIn(req);
    const isMine = await store.passkeys.rename({ accountId: session.accountId, passkeyId: String(req.params.passkey), name });
    if (!isMine) throw accountRefusal('notThere');
    sendFacts(res, await desk.facts(req, session));
  });

  router.delete(ONE, async (req, res) => {
    const { session, whole } = await desk.freshlySignedIn(req);
    const passkeyId = String(req.params.passkey);
    if (!whole.passkeys.some((one) => one.passkeyId === passkeyId)) throw accountRefusal('notThere');
    if (!keepsAWay(waysOf(whole), desk.offered, 'passkeys')) throw accountRefusal('lastWay');
    await store.passkeys.remove({ accountId: session.accountId, passkeyId });
    desk.notify(req, whole, 'passkeyRemoved');
    sendFacts(res, await desk.facts(req, session));
  });
  return router;
}

function nameOf(text: string): string {
  const name = normaliseWords(text);
  if (lengthOf(name) > accountLimits.passkeyNameLength) throw accountRefusal('malformed');
  return name;
}
