// `/api/account`: who is signed in, signing out, and the wish to be erased. By what one signs in is in the files beside.
import {
  DELETION_GRACE_DAYS,
  type DeletionFacts,
  nothingAsk,
  accountRoutes as ROUTES,
  signOutAsk,
} from '@comptoir/shared/protocol/accounts';
import { type Response, Router } from 'express';
import type { AccountDesk } from './AccountDesk.ts';
import { accountRefusal, readBody } from './refuseAccount.ts';

const DAY_MS = 24 * 3_600_000;

export const sendFacts = (res: Response, facts: object): void => void res.set('Cache-Control', 'no-store').json(facts);

export function accountRoutes(desk: AccountDesk): Router {
  const router = Router();
  const { store } = desk.parts;

  router.get(ROUTES.facts, async (req, res) => {
    sendFacts(res, await desk.facts(req, await desk.session(req, res)));
  });

  router.post(ROUTES.signOut, async (req, res) => {
    const ask = readBody(signOutAsk, req.body);
    const session = await desk.signedIn(req);
    const { accountId, sessionId } = session;
    const isOne = 'session' in ask;
    const ended = isOne ? ask.session : ask.which === 'this' ? sessionId : undefined;
    if (ended !== undefined) {
      const isEnded = await store.sessions.end({ accountId, sessionId: ended });
      if (isOne && !isEnded) throw accountRefusal('notThere');
    } else await store.sessions.endAll({ accountId, ...(!isOne && ask.which === 'others' ? { but: sessionId } : {}) });
    const isHere = !(ended === sessionId || (!isOne && ask.which === 'all'));
    if (!isHere) desk.dropCookie(req, res);
    desk.parts.changed();
    sendFacts(res, await desk.facts(req, isHere ? session : undefined));
  });

  router.post(ROUTES.deletion, async (req, res) => {
    readBody(nothingAsk, req.body);
    const { session, whole } = await desk.freshlySignedIn(req);
    const erasesAtMs = Date.now() + DELETION_GRACE_DAYS * DAY_MS;
    await store.accounts.markDeleted({ accountId: session.accountId, erasesAtMs });
    desk.notify(req, whole, 'deletion');
    desk.dropCookie(req, res);
    desk.parts.changed();
    const facts: DeletionFacts = { ...(await desk.facts(req, undefined)), erasesAtMs };
    sendFacts(res, facts);
  });
  return router;
}
