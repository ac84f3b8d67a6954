// Signing in by mail: `/api/account/email`. What is answered, and how fast, never says whether an address is known.
import { accountLimits, codeAsk, type EmailAsk, emailAsk, accountRoutes as ROUTES } from '@comptoir/shared/protocol/accounts';
import { tuning } from '@comptoir/shared/tuning';
import { type Request, type Response, Router } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type MailKind, signInMail } from '../../accounts/signInMail.ts';
import { keepsAWay, normaliseEmail } from '../../accounts/ways.ts';
import { hashDevice } from '../../ops/identity.ts';
import { hashCode, hashToken, newCode, newToken } from '../../ops/tokens.ts';
import { createGuesses } from '../guesses.ts';
import { nameDevice } from '../nameDevice.ts';
import { addressKey } from '../rateLimits.ts';
import { type AccountDesk, waysOf } from './AccountDesk.ts';
import { sendFacts } from './accountRoutes.ts';
import { mailOrigin } from './mailOrigin.ts';
import { accountRefusal, readBody } from './refuseAccount.ts';
import { useLink } from './useLink.ts';

const MINUTE_MS = 60_000;
const WINDOW_S = 600;
const DAY_S = 86_400;

/** Who asks for a mail: an account that adds an address, a guest who makes one, or somebody who signs in. */
interface Asking {
  accountId: string | undefined;
  guest: string | undefined;
  deviceHash: string;
  origin: string;
}

export function emailRoutes(desk: AccountDesk): Router {
  const router = Router();
  const { store, identity, isSecure, log, mailer } = desk.parts;
  const codes = createGuesses('signInCode', tuning.signInTries);
  const limit = (keyPrefix: string, points: number, duration: number) => new RateLimiterMemory({ keyPrefix, points, duration });
  const limits = {
    address: [limit('mailBy', tuning.mailsPerAddress, WINDOW_S)],
    pair: [limit('mailPair', tuning.mailsPerPair, WINDOW_S), limit('mailPairDay', tuning.mailsPerPairDay, DAY_S)],
    reader: [limit('mailTo', tuning.mailsPerReader, WINDOW_S), limit('mailToDay', tuning.mailsPerReaderDay, DAY_S)],
  };

  async function count(address: string, email: string): Promise<void> {
    const keys = { address, pair: `${address} ${email}`, reader: email };
    for (const by of ['address', 'pair', 'reader'] as const)
      for (const limiter of limits[by])
        await limiter.consume(keys[by]).catch((spent: unknown) => {
          if (!(spent instanceof RateLimiterRes)) throw spent;
          throw accountRefusal('tooMany', { retryAfterS: Math.max(1, Math.ceil(spent.msBeforeNext / 1000)) });
        });
  }

  /** After the answer: what it finds must not be seen in how long that took. */
  async function write({ language, office, ...ask }: EmailAsk, { accountId, guest, deviceHash, origin }: Asking): Promise<void> {
    const email = normaliseEmail(ask.email);
    const owner = await store.accounts.ofEmail({ email });
    const kind: MailKind =
      accountId !== undefined
        ? owner && owner.accountId !== accountId
          ? 'taken'
          : 'add'
        : owner
          ? 'signIn'
          : guest === undefined
            ? 'unknown'
            : 'begin';
    const asker = accountId === undefined ? undefined : await store.accounts.find({ accountId });
    // of an account that is not the asker's nothing is said, not its name either
    const whose = kind === 'signIn' ? owner?.personId : kind === 'taken' || kind === 'unknown' ? undefined : (asker?.personId ?? guest);
    const name = whose === undefined ? '' : ((await store.persons.find({ personId: whose }))?.name ?? '');
    const place = new URL(origin).host;
    if (kind === 'unknown' || kind === 'taken') {
      await mailer?.send({ to: ask.email, ...signInMail({ kind, language, origin, place, name }) });
      return;
    }
    const token = newToken();
    const code = newCode(accountLimits.codeLength);
    const nowMs = Date.now();
    await store.signIns.addLink({
      ...{ tokenHash: hashToken(token), email, deviceHash, codeHash: hashCode(code, deviceHash) },
      personId: kind === 'begin' ? (guest ?? null) : null,
      accountId: kind === 'add' ? (accountId ?? null) : null,
      ...{ mostRank: null, office: office ?? null, expiresMs: nowMs + accountLimits.mailMinutes * MINUTE_MS, nowMs },
    });
    const link = `${origin}/sign-in/${token}?lang=${language}`;
    await mailer?.send({ to: ask.email, ...signInMail({ kind, language, origin, place, name, link, code }) });
  }

  router.post(ROUTES.email, async (req, res) => {
    if (!mailer) throw accountRefusal('off');
    const ask = readBody(emailAsk, req.body);
    const session = await desk.session(req);
    // P86: with the address one has, one signs in again
    const isOwn = session !== undefined && (await store.accounts.find(session))?.email === normaliseEmail(ask.email);
    if (session && !isOwn) await desk.freshlySignedIn(req);
    const guest = session || ask.ticket === undefined ? undefined : await desk.guestOf(req, ask.ticket);
    await count(addressKey(req.ip), normaliseEmail(ask.email));
    const deviceHash = hashDevice(nameDevice(identity, req, res, isSecure(req)));
    const asking = { accountId: isOwn ? undefined : session?.accountId, guest, deviceHash, origin: mailOrigin(req, desk.parts) };
    res.status(202).set('Cache-Control', 'no-store').json({});
    write(ask, asking).catch((err: unknown) => log.error({ err }, 'a mail could not be sent'));
  });

  router.post(ROUTES.emailCode, async (req, res) => {
    const { code } = readBody(codeAsk, req.body);
    const deviceId = identity.readDevice(req.headers.cookie);
    const deviceHash = deviceId === undefined ? undefined : hashDevice(deviceId);
    let link: Awaited<ReturnType<typeof store.signIns.takeLinkByCode>>;
    const guessed = await codes.attempt(addressKey(req.ip), async () => {
      if (deviceHash !== undefined)
        link = await store.signIns.takeLinkByCode({ deviceHash, codeHash: hashCode(code, deviceHash), nowMs: Date.now() });
      return link !== undefined;
    });
    if (typeof guessed === 'object') throw accountRefusal('tooMany', guessed);
    if (!link) throw accountRefusal('code');
    const used = await useLink(desk, req, res, link);
    sendFacts(res, { ...(await desk.facts(req, used)), ...(used.isKept ? { isKept: true } : {}) });
  });

  router.delete(ROUTES.emailRemove, async (req: Request, res: Response) => {
    const { session, whole } = await desk.freshlySignedIn(req);
    if (whole.email !== null && !keepsAWay(waysOf(whole), desk.offered, 'hasEmail')) throw accountRefusal('lastWay');
    await store.accounts.setEmail({ accountId: session.accountId, email: null });
    desk.notify(req, whole, 'emailRemoved');
    sendFacts(res, await desk.facts(req, session));
  });
  return router;
}
