// `/healthz`: the process runs. `/readyz`: it can take people. `/metrics`: numbers for Prometheus.
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { newId } from '../ops/identity.ts';
import type { Metrics } from '../ops/metrics.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import type { Offices } from './Offices.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isLoopback = (address: string | undefined): boolean => /^(::ffff:)?127\.|^::1$/.test(address ?? '');

/** A proxy on this machine speaks for others, so a forwarded request is never taken for a local one. */
const isLocal = (req: Request): boolean =>
  isLoopback(req.socket.remoteAddress) && !req.headers['x-forwarded-for'] && !req.headers['x-real-ip'] && !req.headers.forwarded;

function mayReadMetrics(req: Request, token: string | undefined): boolean {
  if (token === undefined) return isLocal(req);
  return timingSafeEqual(digest(req.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

export function healthRoutes(offices: Offices, metrics: Metrics, metricsToken: string | undefined): Router {
  const router = Router();
  // by this a proxy's answer is known to be ours: `npm run admin -- doctor` compares them
  const start = newId();
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ ok: true, start });
  });
  router.get('/readyz', (_req, res) => {
    const problem = offices.notReady();
    if (problem !== undefined) throw new HttpRefusal(503, 'notReady', problem);
    const note = offices.note?.();
    res.set('Cache-Control', 'no-store').json({ ok: true, ...(note === undefined ? {} : { note }) });
  });
  router.get('/metrics', async (req, res) => {
    if (!mayReadMetrics(req, metricsToken)) {
      throw metricsToken === undefined
        ? new HttpRefusal(403, 'metrics', 'Metrics are for this machine only until METRICS_TOKEN is set.')
        : new HttpRefusal(401, 'metrics', 'Metrics need the METRICS_TOKEN.', { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
