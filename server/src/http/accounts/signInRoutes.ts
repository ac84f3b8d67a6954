// `/sign-in/:token`: the page of a link that was mailed or handed out. Reading it uses nothing up; its one button does.
import { SIGN_IN_PAGE, type SIGNED } from '@comptoir/shared/protocol/accounts';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type LinkKind, signInPage, signInPageWords } from '../../accounts/signInPage.ts';
import { hashToken, isToken } from '../../ops/tokens.ts';
import { notePage } from '../../pages/frame.ts';
import type { StoredLink } from '../../store/signIns.ts';
import { HttpRefusal } from '../HttpRefusal.ts';
import { pageStyle } from '../pageStyle.ts';
import { languageOf, pathOf, refuseOtherPages, sendPage } from '../pages.ts';
import type { AccountDesk } from './AccountDesk.ts';
import { isForThisBrowser, useLink } from './useLink.ts';

/** The address is a secret, so no other site is told it; with "no-referrer" browsers would send the form as of no origin. */
const REFERRER = 'same-origin';
const STYLE_PATH = `${SIGN_IN_PAGE}/page.css`;

export type Signed = (typeof SIGNED)[number];

/** Back in the office, which says what became of it. */
export const backTo = (officeId: string | null | undefined, signed: Signed): string =>
  `${officeId ? pathOf(officeId) : '/'}?signed=${signed}`;

/** What the office is told of a refusal; undefined: something broke. */
export function signedOf(err: unknown): Signed | undefined {
  if (!(err instanceof HttpRefusal) || err.status >= 500) return undefined;
  if (err.reason === 'banned' || err.reason === 'taken') return err.reason;
  return err.reason === 'flow' ? 'expired' : 'failed';
}

export function signInRoutes(desk: AccountDesk, gate: RequestHandler, clientDir: string): Router {
  const router = Router();
  const { store, identity, publicUrl } = desk.parts;
  const style = pageStyle(clientDir, ['page']);

  const hashOf = (req: Request): string | undefined => {
    const token = String(req.params.token ?? '');
    return isToken(token) ? hashToken(token) : undefined;
  };
  const findLink = async (req: Request): Promise<StoredLink | undefined> => {
    const tokenHash = hashOf(req);
    return tokenHash === undefined ? undefined : store.signIns.findLink({ tokenHash, nowMs: Date.now() });
  };
  const sendNote = (req: Request, res: Response, status: number, what: 'over' | 'elsewhere'): void => {
    const language = languageOf(req);
    const words = signInPageWords[language];
    const facts = { language, title: words[`${what}Title`], sentence: words[what], stylePath: STYLE_PATH, path: req.path };
    sendPage(res.status(status), notePage({ ...facts, back: { href: '/', words: words.open } }));
  };
  /** Of whom it is: their name here. */
  const whoseLink = async (link: StoredLink): Promise<{ kind: LinkKind; name: string }> => {
    const account =
      link.accountId !== null
        ? await store.accounts.find({ accountId: link.accountId })
        : link.email !== null
          ? await store.accounts.ofEmail({ email: link.email })
          : undefined;
    const personId = account?.personId ?? link.personId;
    const person = personId === null ? undefined : await store.persons.find({ personId });
    const kind = link.accountId !== null ? 'add' : link.personId !== null && link.email !== null && !account ? 'begin' : 'signIn';
    return { kind, name: person?.name ?? '' };
  };

  router.get(STYLE_PATH, (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('css').send(style);
  });

  router.get(`${SIGN_IN_PAGE}/:token`, gate, async (req, res) => {
    res.set('Referrer-Policy', REFERRER);
    const link = await findLink(req);
    if (!link) return sendNote(req, res, 410, 'over');
    if (!isForThisBrowser(link, identity.readDevice(req.headers.cookie))) return sendNote(req, res, 200, 'elsewhere');
    const language = languageOf(req);
    const facts = { ...(await whoseLink(link)), email: link.email ?? undefined };
    sendPage(res, signInPage({ ...facts, language, stylePath: STYLE_PATH, path: req.path }));
  });

  router.post(`${SIGN_IN_PAGE}/:token`, gate, async (req, res) => {
    res.set('Referrer-Policy', REFERRER).set('Cache-Control', 'no-store');
    refuseOtherPages(req, { publicUrl });
    const waiting = await findLink(req);
    if (!waiting) return sendNote(req, res, 410, 'over');
    if (!isForThisBrowser(waiting, identity.readDevice(req.headers.cookie))) return sendNote(req, res, 409, 'elsewhere');
    const link = await store.signIns.takeLink({ tokenHash: waiting.tokenHash, nowMs: Date.now() });
    if (!link) return sendNote(req, res, 410, 'over');
    try {
      const { isKept } = await useLink(desk, req, res, link);
      res.redirect(303, backTo(link.office, isKept ? 'kept' : 'in'));
    } catch (err) {
      const signed = signedOf(err);
      if (!signed) throw err;
      res.redirect(303, backTo(link.office, signed));
    }
  });
  return router;
}
