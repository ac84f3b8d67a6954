// Passes on what is asked of an office that another process runs, whole and as it came; the answer goes back the same way.
import { createHash, timingSafeEqual } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { ADDRESS_HEADER, HAS_PATH, SECRET_HEADER, STEADY_PATH } from '../cluster/wire.ts';
import { type Elsewhere, fileAsk, KEPT, type Kept } from './Elsewhere.ts';
import { HttpRefusal } from './HttpRefusal.ts';

/** Of one hop only (RFC 9110), or said anew by us. */
const NOT_PASSED = new Set([
  'connection',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
  'proxy-authorization',
  'proxy-connection',
  'expect',
  'host',
]);
const RETRY_S = 1;
const PATIENCE_MS = 20_000;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const officeOfRoom = (roomId: string): string => Buffer.from(roomId, 'base64url').toString();
const officeOf = (req: Request): string => ([] as string[]).concat(req.params.office ?? []).join('/');
const ticketOf = (req: Request): string => /^Bearer (\S{1,300})$/.exec(req.headers.authorization ?? '')?.[1] ?? '';

export interface ElsewhereParts {
  elsewhere: Elsewhere;
  /** Whom a ticket proves to be here. */
  personOf(req: Request, ticket: string): string | undefined;
  deviceOf(req: Request): string | undefined;
}

/** Before bodies are read and requests are counted: both happen where they are answered. */
export function elsewhereRoutes({ elsewhere, personOf, deviceOf }: ElsewhereParts): Router {
  const router = Router({ caseSensitive: true });

  /** By one of us: it is answered here, and whoever asked there is whoever asks. */
  router.use((req, res, next) => {
    const said = req.headers[SECRET_HEADER];
    if (typeof said !== 'string') return next();
    delete req.headers[SECRET_HEADER];
    if (!timingSafeEqual(digest(said), digest(elsewhere.secret))) return next();
    res.locals.isPassedOn = true;
    const address = req.headers[ADDRESS_HEADER];
    if (typeof address === 'string') Object.defineProperty(req, 'ip', { value: address });
    next();
  });
  router.get(STEADY_PATH, (_req, res) => {
    if (!isPassedOn(res)) throw notFound();
    res.status(elsewhere.isSteady() ? 204 : 503).end();
  });
  router.get(HAS_PATH, async (req, res) => {
    const { kind, id } = req.query;
    const known = KEPT.find((one) => one === kind);
    if (!isPassedOn(res) || known === undefined || typeof id !== 'string') throw notFound();
    res.status((await elsewhere.has(known, id)) ? 204 : 404).end();
  });

  const toOffice =
    (nameOf: (req: Request) => string): RequestHandler =>
    async (req, res, next) => {
      if (isPassedOn(res)) return next();
      await passToOffice(elsewhere, nameOf(req), req, res, next);
    };
  const toHolder =
    (kind: Kept, idOf: (req: Request) => string | undefined = (req) => String(req.params.id)): RequestHandler =>
    async (req, res, next) => {
      const id = isPassedOn(res) ? undefined : idOf(req);
      const url = id === undefined ? undefined : await elsewhere.find(kind, id);
      if (url === undefined) next();
      else passOn(elsewhere, url, req, res, next);
    };

  router.post(
    '/matchmake/:method/:roomId',
    toOffice((req) => officeOfRoom(String(req.params.roomId))),
  );
  router.get(['/o/*office/agenda.ics', '/o/*office/podcast.xml'], toOffice(officeOf));
  router.get('/e/:id.ics', toHolder('meeting'));
  router.all(['/e/:id', '/e/:id/coming', '/api/appointments/:id'], toHolder('meeting'));
  router.all(['/t/:id', '/t/:id/*rest'], toHolder('talk'));
  router.get('/slides/:id', toHolder('slides'));
  router.post(
    '/api/slides',
    toHolder('speaker', (req) => personOf(req, ticketOf(req))),
  );
  router.post(
    '/api/files',
    toHolder('person', (req) => personOf(req, ticketOf(req))),
  );
  router.get(
    '/api/files/:id',
    toHolder('file', (req) => fileAsk(String(req.params.id), { personId: personOf(req, ticketOf(req)), deviceId: deviceOf(req) })),
  );
  router.all('/api/knocks/:id', toHolder('knock'));
  return router;
}

/** For a route that names its office in its body. */
export const knocksElsewhere =
  (elsewhere: Elsewhere): RequestHandler =>
  async (req, res, next) => {
    const office: unknown = req.body?.office;
    if (isPassedOn(res) || typeof office !== 'string') return next();
    await passToOffice(elsewhere, office, req, res, next, Buffer.from(JSON.stringify(req.body)));
  };

const isPassedOn = (res: Response): boolean => res.locals.isPassedOn === true;
const notFound = (): HttpRefusal => new HttpRefusal(404, 'notFound', 'There is nothing at this address.');

/** Of a process that ended a moment ago: another one is about to open it. */
export const opening = (): HttpRefusal =>
  new HttpRefusal(503, 'opening', 'This office is just being opened: try again in a moment.', {
    headers: { 'Retry-After': String(RETRY_S) },
  });

async function passToOffice(
  elsewhere: Elsewhere,
  officeId: string,
  req: Request,
  res: Response,
  next: NextFunction,
  body?: Buffer,
): Promise<void> {
  const where = await elsewhere.officeAt(officeId);
  if (where === 'nowhere') throw opening();
  if (where === 'here') next();
  else passOn(elsewhere, where.url, req, res, next, body);
}

/** @param body of a request whose own was read already */
function passOn({ secret }: Elsewhere, url: string, req: Request, res: Response, next: NextFunction, body?: Buffer): void {
  const target = new URL(url + req.originalUrl);
  const headers = Object.fromEntries(Object.entries(req.headers).filter(([name]) => !NOT_PASSED.has(name)));
  if (body) headers['content-length'] = String(body.length);
  const ask = target.protocol === 'https:' ? requestHttps : requestHttp;
  const asking = ask(target, { method: req.method, headers: { ...headers, [SECRET_HEADER]: secret, [ADDRESS_HEADER]: req.ip ?? '' } });
  asking.setTimeout(PATIENCE_MS, () => asking.destroy(new Error('no answer')));
  asking.on('response', (answer) => {
    // the helmet of this process has been put on already; the other's is the same
    res.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(res);
    answer.on('error', () => res.destroy());
  });
  asking.on('error', () => (res.headersSent ? res.destroy() : next(opening())));
  res.on('close', () => asking.destroy());
  if (body) asking.end(body);
  else req.pipe(asking);
}
