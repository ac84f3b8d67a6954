// Refuses requests and WebSocket upgrades that pages of other sites make.
import type { RequestHandler } from 'express';
import type { Metrics } from '../ops/metrics.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import { isAllowedOrigin, type OriginRule } from './isAllowedOrigin.ts';

export function originGate(rule: OriginRule): RequestHandler {
  return (req, _res, next) => {
    if (!isAllowedOrigin(req.headers.origin, req.headers.host, rule)) {
      throw new HttpRefusal(403, 'origin', 'This office answers to its own pages only.');
    }
    next();
  };
}

/** Address of an office's socket: process id and office id, both url-safe. */
const SOCKET_PATH = /^\/[\w-]+\/[\w-]+$/;

/** The transport's `beforeUpgrade`: an answer refuses the socket, undefined lets it through. */
export function checkUpgrade(
  rule: OriginRule,
  metrics: Metrics,
): (request: Request, context: { headers: Headers }) => Response | undefined {
  return (request, { headers }) => {
    if (!isAllowedOrigin(headers.get('origin'), headers.get('host'), rule)) {
      metrics.refusedRequests.inc({ reason: 'origin' });
      return new Response(null, { status: 403 });
    }
    const { pathname, searchParams } = new URL(request.url);
    // The transport would answer pings of anybody without a seat; nobody of ours does that.
    if (SOCKET_PATH.test(pathname) && searchParams.has('sessionId')) return undefined;
    metrics.refusedRequests.inc({ reason: 'upgrade' });
    return new Response(null, { status: 404 });
  };
}
