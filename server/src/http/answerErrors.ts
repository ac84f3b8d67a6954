// Every error as JSON with one sentence; what we did not foresee is logged and answered without its details.
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { StoreProblem } from '../store/StoreProblem.ts';
import { HttpRefusal } from './HttpRefusal.ts';

const SENTENCES: Partial<Record<number, [reason: string, sentence: string]>> = {
  400: ['malformed', 'This request could not be understood.'],
  404: ['notFound', 'There is nothing here.'],
  413: ['tooLarge', 'This request is too large.'],
  415: ['encoding', 'This encoding is not supported.'],
};

const statusOf = (err: unknown): number => (err instanceof Error && 'status' in err && typeof err.status === 'number' ? err.status : 500);

/** Express' own errors carry a status; their messages may quote the request, so they are replaced. */
function asRefusal(err: unknown): HttpRefusal | undefined {
  if (err instanceof HttpRefusal) return err;
  if (err instanceof StoreProblem)
    return new HttpRefusal(503, 'notKept', 'The office cannot look anything up or keep it at the moment: try again in a little while.');
  const status = statusOf(err);
  const [reason, sentence] = SENTENCES[status] ?? SENTENCES[400] ?? [];
  return status >= 400 && status < 500 && reason && sentence ? new HttpRefusal(status, reason, sentence) : undefined;
}

export const answerNotFound: RequestHandler = (req) => {
  throw req.method === 'GET' || req.method === 'HEAD'
    ? new HttpRefusal(404, 'notFound', 'There is nothing here.')
    : new HttpRefusal(405, 'method', 'This address does not take that.');
};

export function answerErrors(log: Log, metrics: Metrics): ErrorRequestHandler {
  return (err: unknown, req, res, next) => {
    const refusal = asRefusal(err) ?? new HttpRefusal(500, 'bug', 'Something broke on our side; it has been noted.');
    metrics.refusedRequests.inc({ reason: refusal.reason });
    if (refusal.status >= 500 && !(err instanceof HttpRefusal))
      log.error({ err, method: req.method, path: req.path.slice(0, 200).replace(/[\w-]{43}/g, '...') }, 'request failed');
    if (res.headersSent) return next(err);
    res
      .status(refusal.status)
      .set(refusal.headers)
      .set('Cache-Control', 'no-store')
      .json({ error: refusal.message, ...refusal.more });
  };
}
